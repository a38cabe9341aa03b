import { findColleague } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import {
  changeCustomer as changed,
  readCustomer,
  readKeyListing,
  sortName,
  tidyLine,
  type CustomerDetails,
  type CustomerTold,
} from '../domain/index.ts';
import { ownerOfNewCustomers } from './ensure-customers.ts';
import { searchName } from './names/search-name.ts';
import { tidyPhone } from './phone.ts';
import {
  endKeyListing,
  findCustomerIdByExternalId,
  findCustomerRow,
  findKeyListing,
  insertCustomer,
  listCustomerNames,
  saveKeyListing,
  updateCustomer,
  type CustomerRow,
} from './store.ts';

/** A customer as the others may see one: the details, who answers for them, and why they are on the short list. */
export type Customer = CustomerDetails & {
  readonly id: string;
  readonly externalId: string | null;
  readonly ownerId: string;
  readonly deputyId: string | null;
  readonly knownSinceOn: Temporal.PlainDate;
  readonly key: { readonly reason: string; readonly listedOn: Temporal.PlainDate; readonly reviewOn: Temporal.PlainDate } | null;
};

export type NewCustomer = CustomerTold & {
  readonly externalId?: string | null | undefined;
  /** Who answers for them; the workspace's owner where nobody is named. */
  readonly ownerId?: string | undefined;
  readonly deputyId?: string | null | undefined;
  /** Today, unless we have known them for longer. */
  readonly knownSinceOn?: Temporal.PlainDate | undefined;
};

export type CustomerChange = {
  readonly [Field in Exclude<keyof NewCustomer, 'knownSinceOn'>]?: NewCustomer[Field] | undefined;
};

/** The customer, or `customer.not_found`: also what a customer of another workspace is. With a day, on the short list or not as at its end. */
export async function readCustomerOf(tx: Tx, id: string, day?: Temporal.PlainDate): Promise<Customer> {
  const row = await findCustomerRow(tx, id);
  if (!row) throw fail('customer.not_found');
  const key = await findKeyListing(tx, id, day);
  return { ...toCustomer(row), key: key ? { reason: key.reason, listedOn: key.listed_on, reviewOn: key.review_on } : null };
}

/** Refuses an id that is no customer of this workspace (`customer.not_found`). */
export async function requireCustomer(tx: Tx, id: string): Promise<void> {
  if (!(await findCustomerRow(tx, id))) throw fail('customer.not_found');
}

/** The names of customers by id; those who are none of this workspace are left out. */
export async function namesOfCustomers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await listCustomerNames(tx, [...new Set(ids)])).map((row) => [row.id, row.name]));
}

/**
 * Makes a customer and answers the id. Besides what `readCustomer` refuses: `customer.external_id_taken`, `customer.owner_unknown`,
 * `customer.deputy_unknown`, `customer.deputy_is_owner`.
 */
export async function createCustomer(tx: Tx, now: Temporal.Instant, colleague: string, told: NewCustomer): Promise<string> {
  const details = withPhone(unwrap(readCustomer(told)));
  const id = newId(now.epochMilliseconds);
  const externalId = tidyLine(told.externalId);
  const ownerId = told.ownerId ?? (await ownerOfNewCustomers(tx));
  const deputyId = told.deputyId ?? null;
  await requirePair(tx, ownerId, deputyId);
  const knownSinceOn = told.knownSinceOn ?? todayOf(await readWorkspace(tx), now);
  const row = {
    id,
    ...columnsOf(details, externalId),
    owner_id: ownerId,
    deputy_id: deputyId,
    known_since_on: knownSinceOn,
    created_at: now,
  };
  if (!(await insertCustomer(tx, row))) throw externalIdTaken(externalId);
  await recordEvent(tx, now, { kind: 'customer.made', colleague, customer: id });
  tx.touch(id);
  return id;
}

/** Changes what is told and leaves the rest; refuses what `createCustomer` refuses, and `customer.not_found`. */
export async function changeCustomer(tx: Tx, now: Temporal.Instant, colleague: string, id: string, change: CustomerChange): Promise<void> {
  const row = await findCustomerRow(tx, id, true);
  if (!row) throw fail('customer.not_found');
  const { externalId: newExternalId, ownerId = row.owner_id, deputyId = row.deputy_id, ...told } = change;
  const details = withPhone(unwrap(changed(toCustomer(row), told)));
  const externalId = newExternalId === undefined ? row.external_id : tidyLine(newExternalId);
  await requireFreeExternalId(tx, externalId, id);
  await requirePair(tx, ownerId, deputyId);
  await updateCustomer(tx, id, { ...columnsOf(details, externalId), owner_id: ownerId, deputy_id: deputyId });
  await recordEvent(tx, now, { kind: 'customer.changed', colleague, customer: id, detail: { fields: Object.keys(change) } });
  tx.touch(id);
}

/** Puts a customer on the list of key customers, or changes why and until when; refuses what `readKeyListing` refuses. */
export async function listKeyCustomer(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: { reason: string; reviewOn: Temporal.PlainDate },
): Promise<void> {
  if (!(await findCustomerRow(tx, customer, true))) throw fail('customer.not_found');
  const today = todayOf(await readWorkspace(tx), now);
  const listing = unwrap(readKeyListing(told, today));
  const open = await findKeyListing(tx, customer);
  await saveKeyListing(tx, { customer, ...listing, listedOn: open?.listed_on ?? today, listedBy: colleague });
  await recordEvent(tx, now, {
    kind: 'key_customer.listed',
    colleague,
    customer,
    detail: { reason: listing.reason, reviewOn: listing.reviewOn.toString() },
  });
  tx.touch(customer);
}

/** Takes a customer off the list; one who is not on it stays off it. */
export async function removeKeyCustomer(tx: Tx, now: Temporal.Instant, colleague: string, customer: string): Promise<void> {
  if (!(await findCustomerRow(tx, customer, true))) throw fail('customer.not_found');
  const open = await findKeyListing(tx, customer);
  if (!open) return;
  await endKeyListing(tx, customer, todayOf(await readWorkspace(tx), now), colleague);
  await recordEvent(tx, now, { kind: 'key_customer.removed', colleague, customer, detail: { reason: open.reason } });
  tx.touch(customer);
}

async function requireFreeExternalId(tx: Tx, externalId: string | null, mine: string): Promise<void> {
  if (externalId === null) return;
  const holder = await findCustomerIdByExternalId(tx, externalId);
  if (holder !== undefined && holder !== mine) throw externalIdTaken(externalId);
}

function externalIdTaken(externalId: string | null): Error {
  return fail('customer.external_id_taken', { externalId: externalId ?? '' }, 'externalId');
}

async function requirePair(tx: Tx, owner: string, deputy: string | null): Promise<void> {
  if (!(await findColleague(tx, owner))) throw fail('customer.owner_unknown', {}, 'ownerId');
  if (deputy === null) return;
  if (deputy === owner) throw fail('customer.deputy_is_owner', {}, 'deputyId');
  if (!(await findColleague(tx, deputy))) throw fail('customer.deputy_unknown', {}, 'deputyId');
}

function withPhone(details: CustomerDetails): CustomerDetails {
  return details.phone === null ? details : { ...details, phone: tidyPhone(details.phone, details.country) };
}

function columnsOf(details: CustomerDetails, externalId: string | null) {
  const { latinName, ...columns } = details;
  return {
    ...columns,
    latin_name: latinName,
    external_id: externalId,
    sort_name: sortName(details),
    search_name: searchName(details.name, latinName, details.given, details.family, externalId),
  };
}

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    kind: row.kind,
    externalId: row.external_id,
    name: row.name,
    latinName: row.latin_name,
    given: row.given,
    patronymic: row.patronymic,
    family: row.family,
    email: row.email,
    phone: row.phone,
    country: row.country,
    language: row.language,
    formality: row.formality,
    ownerId: row.owner_id,
    deputyId: row.deputy_id,
    knownSinceOn: row.known_since_on,
    key: null,
  };
}
