import { changesBetween } from '#kit/domain/changes.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { customChanges } from '../domain/custom-fields/index.ts';
import { readCustomer, tidyLine, type CustomerDetails, type CustomerTold } from '../domain/index.ts';
import { insertCustomValues, writeCustomValues } from './custom-fields/value-store.ts';
import { columnsOf, pointsOf, searchColumnsOf, withTidyPhones, type Standing } from './customer-row.ts';
import { lookSoon } from './duplicates/look-soon.ts';
import { insertAddresses, insertContactPoints, replaceAddresses, replaceContactPoints } from './reach-store.ts';
import { insertCustomerRows, updateCustomerRows } from './store.ts';

export type NewCustomer = CustomerTold & {
  readonly externalId?: string | null | undefined;
  /** A person known only for a role at organizations. */
  readonly contactOnly?: boolean | undefined;
  /** Who answers for them; the workspace's owner where nobody is named. */
  readonly ownerId?: string | undefined;
  readonly deputyId?: string | null | undefined;
  /** Today, unless we have known them for longer. */
  readonly knownSinceOn?: Temporal.PlainDate | undefined;
};

/** A new customer who is right in all that the rules can say without looking at the others. */
export type PreparedCustomer = Standing & { readonly id: string; readonly details: CustomerDetails };

/** Makes a new customer ready to be written; refuses what `readCustomer` refuses, and an external id that is too long. Nothing is read or written. */
export function prepareCustomer(
  told: NewCustomer,
  setting: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate; readonly ownerId: string },
): Result<PreparedCustomer> {
  const details = readCustomer(told, setting.today);
  if (!details.ok) return details;
  const externalId = tidyLine(told.externalId);
  if (externalId !== null && externalId.length > 80) return err('customer.text_too_long', { most: 80 }, 'externalId');
  return ok({
    id: newId(setting.now.epochMilliseconds),
    details: withTidyPhones(details.value),
    externalId,
    contactOnly: told.contactOnly ?? false,
    ownerId: told.ownerId ?? setting.ownerId,
    deputyId: told.deputyId ?? null,
    knownSinceOn: told.knownSinceOn ?? setting.today,
  });
}

/**
 * Writes customers whom `prepareCustomer` made ready, with all that hangs on them, in a few statements however many there are: some thousands
 * at a time is best. Owners, deputies and parents have to be there, and a parent above no child of its own. Answers the ids of those written; left
 * out is one whose external id another customer has.
 */
export async function insertCustomers(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | undefined,
  customers: readonly PreparedCustomer[],
): Promise<ReadonlySet<string>> {
  const rows = customers.map(({ id, details, ...standing }) => ({
    id,
    created_at: now,
    ...columnsOf(details, standing),
    ...searchColumnsOf(details, standing),
  }));
  const written = await insertCustomerRows(tx, rows);
  const made = customers.filter(({ id }) => written.has(id));
  await insertContactPoints(
    tx,
    made.flatMap(({ id, details }) => pointsOf(id, details)),
  );
  await insertAddresses(
    tx,
    made.flatMap(({ id, details }) => details.addresses.map((address) => ({ ...address, customerId: id }))),
  );
  await insertCustomValues(
    tx,
    made.map(({ id, details }) => ({ customer: id, values: details.custom })),
  );
  if (made.length > 0) {
    await recordEvents(
      tx,
      made.map(({ id }) => ({ now, event: { kind: 'customer.made', colleague, customer: id } })),
    );
  }
  tx.touchNew(...made.map(({ id }) => id));
  await lookSoon(
    tx,
    made.map(({ id }) => id),
  );
  return written;
}

/** What a customer was and becomes. */
export type CustomerUpdate = {
  readonly id: string;
  readonly before: CustomerDetails & Standing;
  readonly after: CustomerDetails & Standing;
};

/**
 * Writes what customers became, in a few statements however many there are; `before` is what `readCustomersToChange` answered in this
 * transaction. Only who changed is written. Answers their ids.
 */
export async function updateCustomers(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | undefined,
  updates: readonly CustomerUpdate[],
): Promise<readonly string[]> {
  const told = updates
    .map(({ id, before, after }) => ({
      id,
      before,
      after: { ...after, ...withTidyPhones(after) },
      fields: fieldsThatDiffer(before, after),
    }))
    .filter(({ fields }) => fields.length > 0);
  await updateCustomerRows(
    tx,
    told.map(({ id, after }) => ({ id, ...columnsOf(after, after) })),
  );
  const reached = told.filter(({ fields }) => fields.some((field) => field === 'emails' || field === 'phones' || field === 'websites'));
  if (reached.length > 0) {
    await replaceContactPoints(
      tx,
      reached.map(({ id }) => id),
      reached.flatMap(({ id, after }) => pointsOf(id, after)),
    );
  }
  const moved = told.filter(({ fields }) => fields.includes('addresses'));
  if (moved.length > 0) {
    await replaceAddresses(
      tx,
      moved.map(({ id }) => id),
      moved.flatMap(({ id, after }) => after.addresses.map((address) => ({ ...address, customerId: id }))),
    );
  }
  await writeCustomValues(
    tx,
    told.map(({ id, before, after }) => ({ customer: id, before: before.custom, after: after.custom })),
  );
  if (told.length > 0) {
    await recordEvents(
      tx,
      told.map(({ id, fields, before, after }) => {
        const custom = fields.includes('custom') ? { custom: customChanges(before.custom, after.custom) } : {};
        const changes = changesBetween(onlyOf(before, fields), onlyOf(after, fields));
        return { now, event: { kind: 'customer.changed', colleague, customer: id, detail: { fields, ...custom }, changes } };
      }),
    );
  }
  for (const { id } of told) tx.touch(id);
  await lookSoon(
    tx,
    told.filter(({ fields }) => fields.some((field) => telling.has(field))).map(({ id }) => id),
  );
  return told.map(({ id }) => id);
}

function fieldsThatDiffer(before: CustomerDetails & Standing, after: CustomerDetails & Standing): string[] {
  const [old, fresh] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  return [...fresh.keys()].filter((field) => !besides.has(field) && JSON.stringify(old.get(field)) !== JSON.stringify(fresh.get(field)));
}

/** What is told of these fields; the workspace's own stand with the event already, each by itself. */
function onlyOf(customer: CustomerDetails & Standing, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(customer).filter(([field]) => field !== 'custom' && fields.includes(field)));
}

// What follows from the other fields, and what a customer that was read has beside them.
const besides: ReadonlySet<string> = new Set(['id', 'email', 'phone', 'parent', 'key']);

/** By what one is told from others: who changes in these may turn out to be somebody known already. */
const telling: ReadonlySet<string> = new Set([
  'name',
  'latinName',
  'given',
  'family',
  'nickname',
  'otherNames',
  'legalName',
  'emails',
  'phones',
  'websites',
  'addresses',
  'birthday',
]);
