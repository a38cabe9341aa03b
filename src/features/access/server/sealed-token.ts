import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { deriveSecret } from '#kit/server/config.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { deleteOldTokens, useToken } from './account-store.ts';

/** What it is a step of: to make a passkey, to show one, or to be vouched for by a provider. */
type Purpose = 'passkey made' | 'passkey shown' | 'provider';

/** So long somebody may take from the first step to the second. */
export const tokenMinutes = 10;

const sealed = z.object({ jti: z.uuid(), exp: z.number(), content: z.record(z.string(), z.string()) });

/**
 * What a browser carries from the first step of a proof to the second, sealed so that it can be neither read nor changed there; nothing of the first step has to be
 * kept, however many begin one. Good for one purpose, for ten minutes, and once.
 */
export async function sealToken(services: Services, purpose: Purpose, content: Readonly<Record<string, string>>): Promise<string> {
  return await new EncryptJWT({ content })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setAudience(purpose)
    .setJti(newId())
    .setExpirationTime(seconds(services.clock().add({ minutes: tokenMinutes })))
    .encrypt(keyOf(services));
}

/** Opens a token and makes it worthless, also when what comes with it turns out wrong. Undefined where it is not ours, too old, or was used. */
export async function openToken(
  services: Services,
  purpose: Purpose,
  token: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const payload = await decrypt(services, purpose, token);
  if (payload === undefined) return undefined;
  const { jti, exp, content } = sealed.parse(payload);
  const until = Temporal.Instant.fromEpochMilliseconds(exp * 1000);
  const isFirst = await services.database.transaction({}, (tx) => useToken(tx, jti, until));
  return isFirst ? content : undefined;
}

/** Forgets which tokens were used once they would be too old anyway. */
export async function forgetOldTokens({ database, clock }: Services): Promise<void> {
  await database.transaction({}, (tx) => deleteOldTokens(tx, clock()));
}

async function decrypt(services: Services, purpose: Purpose, token: string): Promise<unknown> {
  try {
    const currentDate = new Date(services.clock().epochMilliseconds);
    const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    return (await jwtDecrypt(token, keyOf(services), { audience: purpose, currentDate, ...algorithms })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function keyOf({ config }: Services): Uint8Array {
  return Buffer.from(deriveSecret(config, 'tokens'), 'hex');
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
