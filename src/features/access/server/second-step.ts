import { createHmac, timingSafeEqual } from 'node:crypto';
import { createAuthEndpoint } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';

/** So long an authenticator app shows a code (RFC 6238), in milliseconds. */
const stepLength = 30_000;
/** So many steps away from ours an app may be: one for its clock, and one more in case a step ends while we look. */
const reach = 2;

/**
 * What the sign-in library keeps to itself about the second step: whose it is, and of which moment a code is. Only our own code reaches it: it stands under no
 * address.
 */
export const secondStep = {
  id: 'tend-second-step',
  endpoints: {
    readSecondStep: createAuthEndpoint.serverOnly({ method: 'GET' }, async (context) => {
      const { internalAdapter, secret, createAuthCookie } = context.context;
      const begun = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
      const found = begun ? await internalAdapter.findVerificationValue(begun) : null;
      return context.json({ account: found?.value });
    }),
    readCodeSteps: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ account: z.string(), code: z.string() }) },
      async (context) => {
        const { adapter, secretConfig } = context.context;
        const { account, code } = context.body;
        const factor = await adapter.findOne<{ secret: string }>({ model: 'twoFactor', where: [{ field: 'userId', value: account }] });
        if (!factor) return context.json({ steps: [] });
        const key = await symmetricDecrypt({ key: secretConfig, data: factor.secret });
        // By the real clock, as the library goes by that.
        return context.json({ steps: stepsOf(key, code, Temporal.Now.instant().epochMilliseconds) });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** The time steps around a moment, the earliest first, in which an app with this key shows a code. */
function stepsOf(key: string, code: string, milliseconds: number): number[] {
  const now = Math.floor(milliseconds / stepLength);
  const around = Array.from({ length: 2 * reach + 1 }, (_, place) => now - reach + place);
  return around.filter((step) => isSame(codeAt(key, step), code));
}

/** RFC 4226. */
function codeAt(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const place = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(place) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
