import type { CustomTold } from '#features/people/domain/index.ts';
import {
  changeCustomOfMany,
  changeMany,
  changeTags,
  ensureTagsNamed,
  restoreCustomOfMany,
  restoreMany,
  type Changed,
  type ChosenByField,
  type CustomChanged,
  type ManyChange,
} from '#features/people/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { insertBulkChange, listChanged, markUndone } from './store.ts';

export type ChangeOfMany = ManyChange & {
  /** By name: what is no tag yet becomes one. */
  readonly giveTags?: readonly string[] | undefined;
  /** By id. */
  readonly takeTags?: readonly string[] | undefined;
  /** What is put into the workspace's own fields, by their ids; null empties one. */
  readonly custom?: CustomTold | undefined;
  /** What is added to those of them that hold several choices, by the ids of fields and choices, and what is taken away. */
  readonly giveChoices?: ChosenByField | undefined;
  readonly takeChoices?: ChosenByField | undefined;
};

/** What a change of many did to one customer: enough to take it back. */
type Done = {
  readonly record?: Pick<Changed, 'before' | 'after'>;
  readonly custom?: CustomChanged['changes'];
  readonly given?: readonly string[];
  readonly taken?: readonly string[];
};

/**
 * Changes many customers at once and keeps what stood there before, so that it can be taken back. Answers how many became different. Refuses what
 * `changeMany`, `changeCustomOfMany` and `readTag` refuse, and a change that changes nothing (`customers.nothing_to_change`).
 */
export async function changeManyCustomers(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
  change: ChangeOfMany,
): Promise<{ id: string; changed: number }> {
  const { giveTags = [], takeTags = [], custom: put = {}, giveChoices: give = {}, takeChoices: take = {}, ...record } = change;
  const touchesFields = [put, give, take].some((part) => Object.keys(part).length > 0);
  const isBare = giveTags.length === 0 && takeTags.length === 0 && !touchesFields;
  if (isBare && Object.values(record).every((value) => value === undefined)) throw fail('customers.nothing_to_change', {}, 'change');
  const done = new Map<string, Done>();
  const add = (customer: string, part: Done) => done.set(customer, { ...done.get(customer), ...part });
  for (const { customer, before, after } of await changeMany(tx, now, colleague, customers, record))
    add(customer, { record: { before, after } });
  if (touchesFields) {
    for (const { customer, changes } of await changeCustomOfMany(tx, now, colleague, customers, { put, give, take }))
      add(customer, { custom: changes });
  }
  const named = await ensureTagsNamed(tx, now, colleague, giveTags);
  const { given, taken } = await changeTags(tx, now, colleague, customers, { give: named, take: takeTags });
  for (const { customer, tag } of given) add(customer, { given: [...(done.get(customer)?.given ?? []), tag] });
  for (const { customer, tag } of taken) add(customer, { taken: [...(done.get(customer)?.taken ?? []), tag] });
  const id = newId(now.epochMilliseconds);
  await insertBulkChange(
    tx,
    { id, colleague, changedAt: now, change },
    [...done].map(([customer, before]) => ({ customer, before })),
  );
  await recordEvent(tx, now, { kind: 'customers.changed', colleague, subject: id, detail: { customers: done.size } });
  return { id, changed: done.size };
}

/**
 * Takes a change of many back, except where somebody has changed the same since; answers how many customers are as they were. Refuses one that
 * there is not (`bulk_change.not_found`) and one that was taken back already (`bulk_change.already_undone`).
 */
export async function undoChange(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<{ restored: number }> {
  const mark = await markUndone(tx, id, now);
  if (!mark) throw fail('bulk_change.not_found');
  if (mark === 'already') throw fail('bulk_change.already_undone');
  const changed = (await listChanged(tx, id)).map(({ customer, before }) => ({ customer, done: before as Done }));
  const records = changed.flatMap(({ customer, done }) => (done.record ? [{ customer, ...done.record }] : []));
  const own = changed.flatMap(({ customer, done }) => (done.custom ? [{ customer, changes: done.custom }] : []));
  const restored = new Set([...(await restoreMany(tx, now, colleague, records)), ...(await restoreCustomOfMany(tx, now, colleague, own))]);
  for (const [tag, customers] of byTag(changed, 'given')) {
    const { taken } = await changeTags(tx, now, colleague, customers, { give: [], take: [tag] });
    for (const { customer } of taken) restored.add(customer);
  }
  for (const [tag, customers] of byTag(changed, 'taken')) {
    const { given } = await changeTags(tx, now, colleague, customers, { give: [tag], take: [] });
    for (const { customer } of given) restored.add(customer);
  }
  await recordEvent(tx, now, { kind: 'customers.change_undone', colleague, subject: id, detail: { customers: restored.size } });
  return { restored: restored.size };
}

function byTag(changed: readonly { customer: string; done: Done }[], part: 'given' | 'taken'): Map<string, string[]> {
  const customers = new Map<string, string[]>();
  for (const { customer, done } of changed)
    for (const tag of done[part] ?? []) customers.set(tag, [...(customers.get(tag) ?? []), customer]);
  return customers;
}
