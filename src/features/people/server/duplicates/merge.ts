import { mayBeEntrusted } from '#features/access/domain/index.ts';
import { colleaguesHere } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import type { Merge } from '#kit/server/merge.ts';
import { mergeDetails, unmergeDetails, type Mergeable, type MergeChoices } from '../../domain/duplicates/index.ts';
import { lengths, type CustomValues } from '../../domain/index.ts';
import { readCustomersToChange, type Customer } from '../actions.ts';
import { insertCustomValues } from '../custom-fields/value-store.ts';
import { belongsTo, findCustomerIdByExternalId, listCustomerNames } from '../store.ts';
import { updateCustomers } from '../write-customers.ts';
import { lookSoon } from './look-soon.ts';
import {
  addAlias,
  carryNotDuplicates,
  clearExternalId,
  clearParent,
  findLaterMerge,
  findMergedInto,
  forgetMerges,
  giveBackNotDuplicates,
  holdCustomers,
  holdMerge,
  insertMerge,
  markUndone,
  readRowsOf,
  rememberMerge,
  removeAliases,
  removeCustomer,
  writeRowsOf,
  type RowsOfCustomer,
} from './merge-store.ts';

/** For how many days a merge can be undone. */
export const undoDays = 30;

type Memory = {
  readonly gone: RowsOfCustomer;
  readonly goneCustom: CustomValues;
  readonly before: Mergeable;
  readonly after: Mergeable;
};

/**
 * Makes one customer of two: `gone` goes, everything that hung on it hangs on `kept`, which takes what was chosen field by field. Answers the
 * id of the merge, by which it can be undone. Refused: `merge.same_customer`, `merge.kinds_differ`, `customer.not_found`, and
 * `merge.already_merged` where a colleague was quicker.
 */
export async function mergeCustomers(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  merge: Merge,
  asked: { readonly kept: string; readonly gone: string; readonly choices?: MergeChoices },
): Promise<string> {
  if (asked.kept === asked.gone) throw fail('merge.same_customer');
  const [kept, gone] = await readPair(tx, asked.kept, asked.gone);
  if (kept.kind !== gone.kind) throw fail('merge.kinds_differ');
  const id = newId(now.epochMilliseconds);
  const merging = { merge: id, from: gone.id, to: kept.id };
  await insertMerge(tx, { id, kept: kept.id, gone: gone.id, goneName: gone.name, by: colleague, at: now });
  const rows = await readRowsOf(tx, gone.id);

  // An organization cannot belong to itself, which it would if the one belongs to the other.
  await clearParent(tx, kept.id, gone.id);
  await merge.move(tx, merging);
  await carryNotDuplicates(tx, merging);
  await removeCustomer(tx, gone.id);
  const merged = mergeDetails(kept, gone, asked.choices);
  const after = await fitting(tx, kept, { ...merged, custom: withoutThemselves(merged.custom, [kept.id, gone.id]) });
  for (const externalId of [kept.externalId, gone.externalId]) {
    if (externalId !== null && externalId !== after.externalId) await addAlias(tx, externalId, kept.id);
  }
  await updateCustomers(tx, now, colleague, [{ id: kept.id, before: kept, after: { ...kept, ...after } }]);
  const memory: Memory = { gone: rows, goneCustom: gone.custom, before: mergeable(kept), after };
  await rememberMerge(tx, id, memory);
  await recordEvents(tx, [
    { now, event: { kind: 'customer.merged', colleague, customer: kept.id, subject: id, detail: { gone: gone.id, name: gone.name } } },
    { now, event: { kind: 'customer.merged_into', colleague, customer: gone.id, subject: id, detail: { kept: kept.id } } },
  ]);
  tx.touch(kept.id, gone.id);
  await lookSoon(tx, [kept.id]);
  return id;
}

/**
 * Takes a merge back: both customers stand as before, with what hung on each; what the kept one has got since stays with it. Refused:
 * `merge.not_found`, `merge.already_undone`, `merge.too_late` after thirty days, and `merge.has_later_merge` while one of the two had a part in
 * another merge since, which has to be undone first.
 */
export async function undoMerge(tx: Tx, now: Temporal.Instant, colleague: string, merge: Merge, id: string): Promise<void> {
  const row = await holdMerge(tx, id);
  if (!row) throw fail('merge.not_found');
  if (row.undone_at !== null) throw fail('merge.already_undone');
  const isTooLate = Temporal.Instant.compare(row.merged_at.add({ hours: undoDays * 24 }), now) <= 0;
  if (row.memory === null || isTooLate) throw fail('merge.too_late', { days: undoDays });
  const later = await findLaterMerge(tx, row);
  if (later) throw fail('merge.has_later_merge', { name: later.gone_name });
  await holdCustomers(tx, [row.kept_id]);
  const kept = (await readCustomersToChange(tx, [row.kept_id])).get(row.kept_id);
  if (!kept) throw fail('customer.not_found');

  const memory = remembered(row.memory);
  const merging = { merge: id, from: row.gone_id, to: row.kept_id };
  const own = memory.gone.customer[0]?.['external_id'];
  await removeAliases(
    tx,
    [memory.before.externalId, own].filter((externalId) => typeof externalId === 'string'),
  );
  const details = unmergeDetails(mergeable(kept), memory.before, memory.after);
  // The kept one may bear the number of the one that comes back, and belong to it: so it waits for it.
  await clearExternalId(tx, kept.id);
  await writeRowsOf(tx, await stillFitting(tx, memory.gone, details));
  await insertCustomValues(tx, [{ customer: row.gone_id, values: memory.goneCustom }]);
  const restored = await fitting(tx, kept, details);
  await updateCustomers(tx, now, colleague, [{ id: kept.id, before: { ...kept, externalId: null }, after: { ...kept, ...restored } }]);
  await merge.undo(tx, merging);
  await giveBackNotDuplicates(tx, merging);
  await markUndone(tx, id, colleague, now);
  await recordEvents(
    tx,
    [row.kept_id, row.gone_id].map((customer) => ({ now, event: { kind: 'customer.unmerged', colleague, customer, subject: id } })),
  );
  tx.touch(row.kept_id, row.gone_id);
  await lookSoon(tx, [row.kept_id, row.gone_id]);
}

export async function forgetOldMerges(tx: Tx, now: Temporal.Instant): Promise<void> {
  await forgetMerges(tx, now.subtract({ hours: undoDays * 24 }));
}

async function readPair(tx: Tx, keptId: string, goneId: string): Promise<[Customer, Customer]> {
  const held = await holdCustomers(tx, [keptId, goneId]);
  for (const id of [keptId, goneId]) {
    if (held.has(id)) continue;
    const into = await findMergedInto(tx, id);
    throw into ? fail('merge.already_merged', { name: into.name }) : fail('customer.not_found');
  }
  const read = await readCustomersToChange(tx, [keptId, goneId]);
  const [kept, gone] = [read.get(keptId), read.get(goneId)];
  if (!kept || !gone) throw fail('customer.not_found');
  return [kept, gone];
}

/** Nobody is named in their own field. */
function withoutThemselves(values: CustomValues, ids: readonly string[]): CustomValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== 'string' || !ids.includes(value)));
}

/** What was put together must still be allowed: nobody belongs to themselves by however many steps, and notes have an end. */
async function fitting(tx: Tx, kept: Customer, details: Mergeable): Promise<Mergeable> {
  const note = details.note !== null && details.note.length > lengths.note ? kept.note : details.note;
  const care = await fittingCare(tx, details, kept);
  return { ...details, ...care, note, parentId: await fittingParent(tx, kept.id, details.parentId) };
}

async function fittingParent(tx: Tx, organization: string, parent: string | null): Promise<string | null> {
  if (parent === null || parent === organization) return null;
  const isThere = (await listCustomerNames(tx, [parent])).length > 0;
  return isThere && !(await belongsTo(tx, parent, organization)) ? parent : null;
}

type Care = { readonly ownerId: string; readonly deputyId: string | null };

/** Who answered and stood in then; where they have left or may not work with customers any more, who answers now, and nobody. */
async function fittingCare(tx: Tx, then: Care, now: Pick<Care, 'ownerId'>): Promise<Care> {
  const fit = new Set((await colleaguesHere(tx)).filter(mayBeEntrusted).map(({ id }) => id));
  const ownerId = fit.has(then.ownerId) ? then.ownerId : now.ownerId;
  const deputyId = then.deputyId !== null && then.deputyId !== ownerId && fit.has(then.deputyId) ? then.deputyId : null;
  return { ownerId, deputyId };
}

/** What may have changed in thirty days: the colleague who answered for the one that was gone, the organization above it, who bears its number. */
async function stillFitting(tx: Tx, rows: RowsOfCustomer, kept: Mergeable): Promise<RowsOfCustomer> {
  const [row] = rows.customer;
  if (!row) return rows;
  const id = String(row['id']);
  const parent = typeof row['parent_id'] === 'string' ? await fittingParent(tx, id, row['parent_id']) : null;
  const number = typeof row['external_id'] === 'string' ? row['external_id'] : null;
  const isTaken = number !== null && (number === kept.externalId || (await findCustomerIdByExternalId(tx, number)) !== undefined);
  const deputy = row['deputy_id'];
  const { ownerId, deputyId } = await fittingCare(
    tx,
    { ownerId: String(row['owner_id']), deputyId: typeof deputy === 'string' ? deputy : null },
    kept,
  );
  return {
    ...rows,
    customer: [{ ...row, parent_id: parent, external_id: isTaken ? null : number, owner_id: ownerId, deputy_id: deputyId }],
  };
}

function mergeable(customer: Customer): Mergeable {
  const { id: _, key: __, parent: ___, ...details } = customer;
  return details;
}

function remembered(memory: unknown): Memory {
  const { gone, goneCustom, before, after } = memory as Memory;
  return { gone, goneCustom, before: withDays(before), after: withDays(after) };
}

/** Days went into the memory as text. */
function withDays(customer: Mergeable): Mergeable {
  return {
    ...customer,
    knownSinceOn: Temporal.PlainDate.from(customer.knownSinceOn),
    foundedOn: customer.foundedOn && Temporal.PlainDate.from(customer.foundedOn),
  };
}
