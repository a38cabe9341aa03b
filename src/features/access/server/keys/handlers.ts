import { handle, type Handler } from '#kit/server/http/index.ts';
import { accessApi } from '../../api.ts';
import { givableRights, stateOfKey } from '../../domain/index.ts';
import { namesOfColleagues } from '../store.ts';
import { listKeysFor, makeKey, revokeKey } from './actions.ts';
import type { KeyRow } from './store.ts';

export const keyHandlers: readonly Handler[] = [
  handle(accessApi.keys, async ({ tx, now, who }) => {
    const names = await namesOfColleagues(tx);
    const rows = await listKeysFor(tx, who);
    return {
      keys: rows.map((row) => ({
        ...keyAnswer(row, now),
        colleague: { id: row.colleague_id, name: names.get(row.colleague_id) ?? '' },
        isMine: row.colleague_id === who.colleague,
      })),
      givable: [...givableRights(who.role)],
    };
  }),
  handle(accessApi.makeKey, async ({ tx, now, who, body }) => {
    const { id, key, expiresAt } = await makeKey(tx, now, who, body);
    return { id, key, expiresAt: expiresAt?.toString() ?? null };
  }),
  handle(accessApi.revokeKey, async ({ tx, now, who, params }) => await revokeKey(tx, now, who, params.key)),
];

/** A key as the page and the terminal show it. */
export function keyAnswer(row: KeyRow, now: Temporal.Instant) {
  const { id, name, ending, rights, is_read_only: isReadOnly, used_from: usedFrom, revoked_at: revokedAt, expires_at: expiresAt } = row;
  return {
    id,
    name,
    ending,
    rights,
    isReadOnly,
    state: stateOfKey({ revokedAt, expiresAt }, now),
    madeAt: row.made_at.toString(),
    expiresAt: expiresAt?.toString() ?? null,
    usedAt: row.used_at?.toString() ?? null,
    usedFrom,
    revokedAt: revokedAt?.toString() ?? null,
  };
}
