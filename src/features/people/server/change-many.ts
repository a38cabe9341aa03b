import { holdColleagues, requireEntrustable } from '#features/access/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { languageCode, sortName } from '../domain/index.ts';
import { changeColumns, listNamesToSort, putSortNames, restoreColumns, type Changed, type ManyChange } from './change-many-store.ts';

/**
 * Changes many customers in one statement; answers those who became different, with what stood there. Who becomes the owner of a customer whom
 * they stood in for is no deputy any more; who would stand in for themselves is left out. Refuses somebody who is no colleague or has left
 * (`customer.owner_unknown`, `customer.deputy_unknown`), one who may not work with customers (`access.colleague_only_reads`), and a language without a code
 * (`customer.language_unknown`).
 */
export async function changeMany(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
  change: ManyChange,
): Promise<readonly Changed[]> {
  const { ownerId, deputyId } = change;
  const held = await holdColleagues(
    tx,
    [ownerId, deputyId].flatMap((one) => one ?? []),
    'stay',
  );
  if (ownerId !== undefined) requireEntrustable(held, ownerId, { unknown: 'customer.owner_unknown', field: 'ownerId' });
  if (deputyId) requireEntrustable(held, deputyId, { unknown: 'customer.deputy_unknown', field: 'deputyId' });
  const language = change.language ? languageCode(change.language) : change.language;
  if (change.language && language === undefined) throw fail('customer.language_unknown', { language: change.language }, 'language');
  const changed = await changeColumns(tx, customers, { ...change, language });
  await sortAnew(tx, changed);
  await say(tx, now, colleague, changed, Object.keys(change));
  return changed;
}

/** Puts back what stood there before, where nobody has changed it since; answers whose was put back. */
export async function restoreMany(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  changed: readonly Changed[],
): Promise<readonly string[]> {
  const restored = await restoreColumns(tx, changed);
  await sortAnew(tx, changed);
  await say(
    tx,
    now,
    colleague,
    changed.flatMap(({ customer, before, after }) => (restored.includes(customer) ? [{ customer, before: after, after: before }] : [])),
    ['restored'],
  );
  return restored;
}

/** In another language a name may stand elsewhere in a list. */
async function sortAnew(tx: Tx, changed: readonly Changed[]) {
  const others = changed.filter(({ before, after }) => before.language !== after.language).map(({ customer }) => customer);
  const names = await listNamesToSort(tx, others);
  await putSortNames(
    tx,
    names.flatMap(({ id, sorted, ...name }) => (sortName(name) === sorted ? [] : [{ id, sorted: sortName(name) }])),
  );
}

async function say(tx: Tx, now: Temporal.Instant, colleague: string, changed: readonly Changed[], fields: string[]) {
  if (changed.length === 0) return;
  await recordEvents(
    tx,
    changed.map(({ customer, before, after }) => ({
      now,
      event: { kind: 'customer.changed', colleague, customer, detail: { fields }, changes: changesBetween(named(before), named(after)) },
    })),
  );
  tx.touch(...changed.map(({ customer }) => customer));
}

/** The columns by the names that the fields have everywhere else. */
function named({ owner_id: ownerId, deputy_id: deputyId, language, formality }: Changed['before']) {
  return { ownerId, deputyId, language, formality };
}
