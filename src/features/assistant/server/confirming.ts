import { createHmac, timingSafeEqual } from 'node:crypto';

/** So long may somebody think about it. */
const minutes = 10;

/** What was asked for: by whose key, which tool, with what. */
export type Wanted = { readonly key: string; readonly tool: string; readonly input: unknown };

/**
 * A token that says: the colleague has been asked about exactly this. It is given with the first, refused call, and good for a second one with the same tool, input and
 * key. Nothing is kept for it.
 */
export function confirmationOf(secret: string, wanted: Wanted, now: Temporal.Instant): string {
  const until = now.add({ minutes }).epochMilliseconds.toString(36);
  return `${until}.${seal(secret, wanted, until)}`;
}

/** Whether a token confirms exactly this, and is not too old. */
export function isConfirmed(secret: string, wanted: Wanted, token: string, now: Temporal.Instant): boolean {
  const [until = '', given = ''] = token.split('.');
  const expected = seal(secret, wanted, until);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return false;
  return Number.parseInt(until, 36) > now.epochMilliseconds;
}

function seal(secret: string, { key, tool, input }: Wanted, until: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([key, tool, input, until]))
    .digest('base64url');
}
