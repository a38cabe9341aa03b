import { createHmac, randomBytes } from 'node:crypto';

/** A secret as Standard Webhooks writes them: 256 bits behind `whsec_`. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * The headers by which the other side knows that it was us, and when, and whether it has heard it before (Standard Webhooks 1.0.0). With several secrets, while one takes the place of another,
 * there is a signature for each.
 */
export function signed(message: { readonly id: string; readonly at: Temporal.Instant; readonly body: string }, secrets: readonly string[]) {
  const seconds = Math.floor(message.at.epochMilliseconds / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${message.id}.${seconds}.${message.body}`).digest('base64')}`;
  });
  return { 'webhook-id': message.id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}
