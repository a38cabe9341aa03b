import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { endScreens } from '#kit/server/live.ts';
import { checkNewKey, may, type Acting, type Right, type Role } from '../../domain/index.ts';
import { makeLinkSecret } from '../secret.ts';
import { keyBeginning } from './identify-key.ts';
import { endKeys, holdKey, insertKey, listKeys, type KeyRow } from './store.ts';

export type NewKey = {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly isReadOnly: boolean;
  /** For how many days; null: until it is revoked. */
  readonly days: number | null;
};

export type MadeKey = { readonly id: string; readonly key: string; readonly expiresAt: Temporal.Instant | null };

/** So many keys that are open one colleague has at most: more are a mistake, or somebody who makes themselves at home. */
const mostKeys = 50;

/** Makes a key for a colleague, and answers it, once. Refuses what `checkNewKey` refuses, and `api_key.too_many`. */
export async function makeKey(
  tx: Tx,
  now: Temporal.Instant,
  maker: { readonly colleague: string; readonly role: Role },
  told: NewKey,
): Promise<MadeKey> {
  unwrap(checkNewKey(maker.role, told.rights));
  const open = (await listKeys(tx, maker.colleague)).filter((one) => one.revoked_at === null);
  if (open.length >= mostKeys) throw fail('api_key.too_many', { most: mostKeys });
  const { token, secretHash } = makeLinkSecret(tx.workspace);
  const id = newId(now.epochMilliseconds);
  const expiresAt = told.days === null ? null : now.add({ hours: told.days * 24 });
  const rights = [...new Set(told.rights)];
  await insertKey(tx, {
    id,
    colleague_id: maker.colleague,
    name: told.name,
    secret_hash: secretHash,
    ending: token.slice(-4),
    rights,
    is_read_only: told.isReadOnly,
    made_at: now,
    expires_at: expiresAt,
  });
  const detail = { name: told.name, rights, isReadOnly: told.isReadOnly, expiresAt: expiresAt?.toString() ?? null };
  await recordEvent(tx, now, { kind: 'access.key_made', colleague: maker.colleague, subject: id, detail });
  return { id, key: `${keyBeginning}${token}`, expiresAt };
}

/** Whose keys somebody sees and revokes: their own, and with the right to manage colleagues everybody's. */
export async function listKeysFor(tx: Tx, who: Acting & { readonly colleague: string }): Promise<KeyRow[]> {
  return await listKeys(tx, may(who, 'manageColleagues') ? undefined : who.colleague);
}

/** Revokes a key. Refuses `api_key.not_found`, also for one that is not theirs to see or has been revoked already. */
export async function revokeKey(tx: Tx, now: Temporal.Instant, who: Acting & { readonly colleague: string }, id: string): Promise<void> {
  const key = await holdKey(tx, id);
  const isTheirs = key && (key.colleague_id === who.colleague || may(who, 'manageColleagues'));
  if (!isTheirs || key.revoked_at !== null) throw fail('api_key.not_found');
  await endKeys(tx, { id }, now, who.colleague);
  endScreens(tx, id);
  await recordEvent(tx, now, { kind: 'access.key_revoked', colleague: who.colleague, subject: id, detail: { name: key.name } });
}

/** The keys of a colleague who leaves end with their place, for good: who is let in again makes new ones. */
export async function endKeysOf(tx: Tx, now: Temporal.Instant, by: string, colleague: string): Promise<void> {
  for (const id of await endKeys(tx, { colleague }, now, by))
    await recordEvent(tx, now, { kind: 'access.key_revoked', colleague: by, subject: id, detail: {} });
}
