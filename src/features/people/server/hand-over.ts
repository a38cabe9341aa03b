import { mayBeEntrusted } from '#features/access/domain/index.ts';
import { colleaguesHere, holdColleagues, ownersHere, requireEntrustable } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { countCare, handOver, type HandedOver } from './hand-over-store.ts';

/**
 * Gives every customer whom one colleague owns or deputizes to another, in the transaction in which the first one leaves, or without leaving.
 * Where the receiver would be owner and deputy at once, the owner of the workspace stands in, or nobody if that is one of the two. Both colleagues are
 * held until the transaction ends: of two who leave and name each other, the second is refused, and whoever is given a customer is there to
 * take it. Refuses `hand_over.from_unknown`, `hand_over.to_unknown`, `hand_over.to_same`, and a receiver who may not work with customers
 * (`access.colleague_only_reads`).
 */
export async function handOverCustomers(
  tx: Tx,
  now: Temporal.Instant,
  by: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<HandedOver> {
  if (from === to) throw fail('hand_over.to_same', {}, 'toId');
  const owners = (await ownersHere(tx)).filter(({ id }) => id !== from && id !== to);
  const here = await holdColleagues(tx, [from, to, by, ...owners.map(({ id }) => id)], 'leave');
  if (!here.has(from)) throw fail('hand_over.from_unknown');
  requireEntrustable(here, to, { unknown: 'hand_over.to_unknown', field: 'toId' });
  const handed = await handOver(tx, from, to, owners.find(({ id }) => here.has(id))?.id ?? null);
  await recordEvent(tx, now, { kind: 'customer.all_handed_over', colleague: by, subject: from, detail: { to, ...handed } });
  return handed;
}

export type Care = HandedOver & { readonly id: string; readonly name: string; readonly mayTakeOver: boolean };

/** For how many customers each colleague who is here answers and stands in, and whether they may be given more. */
export async function readCare(tx: Tx): Promise<Care[]> {
  const care = await countCare(tx);
  return (await colleaguesHere(tx)).map(({ id, name, role }) => ({
    id,
    name,
    ...(care.get(id) ?? { owned: 0, deputized: 0 }),
    mayTakeOver: mayBeEntrusted({ role }),
  }));
}
