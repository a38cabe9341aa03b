import { createHmac, createSecretKey, hash } from 'node:crypto';
import { deriveSecret, type Config } from './config.ts';

/**
 * Signs a text as this installation: SHA-256 HMAC, in hexadecimal. The key comes from the installation's secret, which does not lie in the
 * database: whoever may write anything there still cannot make a proof.
 */
export type Prove = (text: string) => string;

/** What the transactions of a database sign: what goes to the log of events, and what is left of those who were erased. Each with a key of its own. */
export type Signing = { readonly prove: Prove; readonly trace: Prove };

export function signingOf(config: Pick<Config, 'secret'>): Signing {
  return { prove: proverOf(config), trace: signerOf(config, 'erased') };
}

export function proverOf(config: Pick<Config, 'secret'>): Prove {
  return signerOf(config, 'audit');
}

function signerOf(config: Pick<Config, 'secret'>, use: string): Prove {
  const key = createSecretKey(deriveSecret(config, use), 'utf8');
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

/** What of an event is proved. `detail` and `changes` may be forgotten one day; the rest stays. */
export type Provable = {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: Temporal.Instant;
  readonly colleague: string | null;
  readonly customer: string | null;
  readonly subject: string | null;
  /** By what it was done; null in person. */
  readonly via: string | null;
};

/**
 * What stands for the part of an event that may be forgotten, also after it was: a digest that tells nothing of it, since nobody can guess the
 * salt. Null for an event that has no such part.
 */
export function digestOf(part: { readonly detail: unknown; readonly changes: unknown }, salt: string): string | null {
  const text = canonical([part.detail, part.changes]);
  return text === '[{},null]' ? null : hash('sha256', `${salt}\n${text}`);
}

/** The proof that an event was written by this installation, and as it stands. */
export function proofOf(prove: Prove, workspace: string, event: Provable, digest: string | null): string {
  const { id, kind, happenedAt, colleague, customer, subject, via } = event;
  const moment = String(happenedAt.epochNanoseconds / 1000n);
  // What was done in person is proved as it was before events said by what they were done.
  const by = via === null ? [] : [via];
  return prove(JSON.stringify(['event', workspace, id, kind, moment, colleague, customer, subject, digest, ...by]));
}

/** A link of the chain: the place of an event, and by the link before it everything that happened until then. */
export function linkOf(
  prove: Prove,
  workspace: string,
  link: { readonly number: number; readonly before: string; readonly event: string; readonly proof: string },
): string {
  return prove(JSON.stringify(['link', workspace, link.number, link.before, link.event, link.proof]));
}

/** A value in the one way in which it is written whatever the order of its fields, so that it reads the same when it comes back from the database. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
