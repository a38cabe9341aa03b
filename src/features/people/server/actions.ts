import { holdColleagues, requireEntrustable, type HeldColleagues } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { changeCustomer as changed, tidyLine, type ContactPoint, type CustomerDetails, type CustomTold } from '../domain/index.ts';
import { readCustomTold } from './custom-fields/values.ts';
import { detailsOf, withTidyPhones, type Standing } from './customer-row.ts';
import { ownerOfNewCustomers } from './ensure-customers.ts';
import { nobodyUnder } from './duplicates/merged-into.ts';
import { bringBack } from './erased/traces.ts';
import { findKeyListing } from './key-store.ts';
import {
  belongsTo,
  endContactOnly,
  findCustomerIdByExternalId,
  hasTies,
  listCustomerNames,
  listWholeCustomers,
  type WholeRow,
} from './store.ts';
import { insertCustomers, prepareCustomer, updateCustomers, type NewCustomer } from './write-customers.ts';

/** A customer as the others may see one: the details, who answers for them, and why they are on the short list. */
export type Customer = CustomerDetails &
  Standing & {
    readonly id: string;
    /** The organization of `parentId`. */
    readonly parent: { readonly id: string; readonly name: string } | null;
    readonly key: { readonly reason: string; readonly listedOn: Temporal.PlainDate; readonly reviewOn: Temporal.PlainDate } | null;
  };

/** A new customer as a colleague tells one: what stands in the workspace's own fields is not read yet. */
export type CustomerToMake = Omit<NewCustomer, 'custom'> & { readonly custom?: CustomTold | undefined };

export type CustomerChange = {
  readonly [Field in Exclude<keyof CustomerToMake, 'knownSinceOn' | 'contactOnly'>]?: CustomerToMake[Field] | undefined;
};

/** The customer, or `customer.not_found`, also for one of another workspace, or `customer.merged` for one that became another. With a day, on the short list or not as at its end. */
export async function readCustomerOf(tx: Tx, id: string, day?: Temporal.PlainDate): Promise<Customer> {
  const [[row], key] = await Promise.all([listWholeCustomers(tx, [id]), findKeyListing(tx, id, day)]);
  if (!row) throw await nobodyUnder(tx, id);
  return { ...toCustomer(row), key: key ? { reason: key.reason, listedOn: key.listed_on, reviewOn: key.review_on } : null };
}

/** Customers by id, thousands in one read; `key` is not read. Those who are none of this workspace are left out. */
export async function readCustomers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  return new Map((await listWholeCustomers(tx, ids)).map((row) => [row.id, toCustomer(row)]));
}

/** Customers by id, held until the transaction ends so that nobody changes them meanwhile: what `updateCustomers` starts from. `key` is not read. */
export async function readCustomersToChange(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  return new Map((await listWholeCustomers(tx, ids, true)).map((row) => [row.id, toCustomer(row)]));
}

/** Refuses an id that is no customer of this workspace (`customer.not_found`), or not any more (`customer.merged`). */
export async function requireCustomer(tx: Tx, id: string): Promise<void> {
  if ((await listCustomerNames(tx, [id])).length === 0) throw await nobodyUnder(tx, id);
}

/** The names of customers by id; those who are none of this workspace are left out. */
export async function namesOfCustomers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listCustomerNames(tx, [...new Set(ids)])).map((row) => [row.id, row.name]));
}

/**
 * Makes a customer and answers the id. Whoever was erased is known again by what a colleague writes down. Besides what `readCustomer` refuses:
 * `customer.external_id_taken`, `customer.owner_unknown`, `customer.deputy_unknown`, an owner or deputy who may not work with customers (`access.colleague_only_reads`), `customer.deputy_is_owner`,
 * `customer.parent_unknown`, and what `readCustomTold` refuses of the workspace's own fields.
 */
export async function createCustomer(tx: Tx, now: Temporal.Instant, colleague: string, told: CustomerToMake): Promise<string> {
  const today = todayOf(await readWorkspace(tx), now);
  const custom = await readCustomTold(tx, { id: undefined, kind: told.kind, custom: {} }, told.custom);
  const customer = unwrap(prepareCustomer({ ...told, custom }, { now, today, ownerId: told.ownerId ?? (await ownerOfNewCustomers(tx)) }));
  await requirePair(tx, customer, customer);
  if (customer.details.parentId !== null) await requireParent(tx, customer.details.parentId, customer.id);
  await requireFreeExternalId(tx, customer.externalId, customer.id);
  const written = await insertCustomers(tx, now, colleague, [customer]);
  if (!written.has(customer.id)) throw externalIdTaken(customer.externalId);
  bringBack(tx, { ...customer.details, externalId: customer.externalId });
  return customer.id;
}

/**
 * Changes what is told and leaves the rest; refuses what `createCustomer` refuses, `customer.not_found`, organizations that belong to each
 * other in a circle (`customer.parent_in_circle`), and making another kind of somebody whom roles or organizations hang on (`customer.kind_tied`).
 */
export async function changeCustomer(tx: Tx, now: Temporal.Instant, colleague: string, id: string, change: CustomerChange): Promise<void> {
  const today = todayOf(await readWorkspace(tx), now);
  const { externalId, ownerId, deputyId, custom: customTold, ...told } = change;
  // Colleagues before customers, as everywhere: who hands a colleague's customers over holds them in this order too.
  const held =
    ownerId === undefined && !deputyId
      ? undefined
      : await holdColleagues(
          tx,
          [ownerId, deputyId].flatMap((one) => one ?? []),
          'stay',
        );
  const before = (await readCustomersToChange(tx, [id])).get(id);
  if (!before) throw await nobodyUnder(tx, id);
  const custom = await readCustomTold(tx, { id, kind: change.kind ?? before.kind, custom: before.custom }, customTold);
  const details = withTidyPhones(unwrap(changed(before, { ...told, custom }, today)));
  const after = {
    ...before,
    ...details,
    externalId: externalId === undefined ? before.externalId : tidyLine(externalId),
    ownerId: ownerId ?? before.ownerId,
    deputyId: deputyId === undefined ? deputyBeside(ownerId, before) : deputyId,
  };
  if (held) refusePair(held, { ownerId, deputyId }, after);
  if (after.externalId !== before.externalId) await requireFreeExternalId(tx, after.externalId, id);
  if (after.parentId !== null && after.parentId !== before.parentId) await requireParent(tx, after.parentId, id);
  if (after.kind !== before.kind && (before.contactOnly || (await hasTies(tx, id)))) throw fail('customer.kind_tied', {}, 'kind');
  await updateCustomers(tx, now, colleague, [{ id, before, after }]);
  bringBack(tx, {
    externalId: after.externalId === before.externalId ? null : after.externalId,
    emails: toldAnew(before.emails, after.emails),
    phones: toldAnew(before.phones, after.phones),
  });
}

/** Lets a contact of organizations be a customer for themselves too, known from today. Whoever is one already stays it. */
export async function makeCustomer(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const contact = (await readCustomersToChange(tx, [id])).get(id);
  if (!contact) throw fail('customer.not_found');
  if (!contact.contactOnly) return;
  await endContactOnly(tx, id, todayOf(await readWorkspace(tx), now));
  await recordEvent(tx, now, { kind: 'customer.made', colleague, customer: id, detail: { wasContact: true } });
  tx.touch(id);
}

function toldAnew(before: readonly ContactPoint[], after: readonly ContactPoint[]): ContactPoint[] {
  return after.filter(({ value }) => !before.some((one) => one.value === value));
}

/** Who stands in, where only the owner was named anew: who stood in so far and answers from now on changes places with who did. */
function deputyBeside(ownerId: string | undefined, before: Pair): string | null {
  return ownerId !== undefined && ownerId === before.deputyId ? before.ownerId : before.deputyId;
}

/** Who answers for a customer, and who stands in, are two colleagues of the workspace, and stay it until the transaction ends. */
async function requirePair(tx: Tx, told: Partial<Pair>, pair: Pair): Promise<void> {
  refusePair(
    await holdColleagues(
      tx,
      [told.ownerId, told.deputyId].flatMap((one) => one ?? []),
      'stay',
    ),
    told,
    pair,
  );
}

type Pair = { readonly ownerId: string; readonly deputyId: string | null };

export function refusePair(
  held: HeldColleagues,
  told: { readonly ownerId?: string | undefined; readonly deputyId?: string | null | undefined },
  { ownerId, deputyId }: Pair,
): void {
  if (told.ownerId !== undefined) requireEntrustable(held, told.ownerId, { unknown: 'customer.owner_unknown', field: 'ownerId' });
  if (told.deputyId) requireEntrustable(held, told.deputyId, { unknown: 'customer.deputy_unknown', field: 'deputyId' });
  if (deputyId === ownerId) throw fail('customer.deputy_is_owner', {}, 'deputyId');
}

export async function requireParent(tx: Tx, parent: string, organization: string): Promise<void> {
  const [found] = await listCustomerNames(tx, [parent]);
  if (found?.kind !== 'organization') throw fail('customer.parent_unknown', {}, 'parentId');
  if (await belongsTo(tx, parent, organization)) throw fail('customer.parent_in_circle', { name: found.name }, 'parentId');
}

async function requireFreeExternalId(tx: Tx, externalId: string | null, mine: string): Promise<void> {
  if (externalId === null) return;
  const holder = await findCustomerIdByExternalId(tx, externalId);
  if (holder !== undefined && holder !== mine) throw externalIdTaken(externalId);
}

function externalIdTaken(externalId: string | null): Error {
  return fail('customer.external_id_taken', { externalId: externalId ?? '' }, 'externalId');
}

function toCustomer(row: WholeRow): Customer {
  return {
    id: row.id,
    ...detailsOf(row, row.points, row.addresses, row.custom),
    parent: row.parent_id === null ? null : { id: row.parent_id, name: row.parent_name ?? '' },
    externalId: row.external_id,
    contactOnly: row.contact_only,
    ownerId: row.owner_id,
    deputyId: row.deputy_id,
    knownSinceOn: row.known_since_on,
    key: null,
  };
}
