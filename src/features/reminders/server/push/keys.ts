import { createECDH } from 'node:crypto';
import type { Config } from '#kit/server/config.ts';
import { deriveSecret } from '#kit/server/config.ts';

/** With which this installation shows push services that it is the one whose reminders a browser wants (VAPID, RFC 8292). */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

/**
 * Made from the installation's secret like everything that Tend signs with, so there is nothing to store, to lose or to keep in step between servers: the same secret
 * has the same keys.
 */
export function pushKeysOf(config: Pick<Config, 'secret'>): PushKeys {
  const curve = createECDH('prime256v1');
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(deriveSecret(config, `push ${attempt}`), 'hex');
    try {
      curve.setPrivateKey(scalar);
      return { publicKey: curve.getPublicKey('base64url'), privateKey: scalar.toString('base64url') };
    } catch (error) {
      // One number in four thousand million is none of the curve.
      if (attempt > 8) throw error;
    }
  }
}
