import { findOwner } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { countryOf, sortName, tidyLine } from '../domain/index.ts';
import type { ContactPointOf } from './customer-row.ts';
import { lookAtAllSoon } from './duplicates/look-soon.ts';
import {
  answerAliases,
  answerIds,
  fillCustomers,
  hasAliases,
  insertCustomers,
  knowSince,
  readNews,
  readUnknown,
  type Mentioned,
  type News,
  type ToFill,
  type ToMake,
} from './ensure-store.ts';
import { readErased, type ErasedPeople } from './erased/traces.ts';
import { searchText } from './names/search-text.ts';
import { tidyPhone } from './phone.ts';
import { insertContactPoints, writeContactPoints } from './reach-store.ts';

/**
 * Makes sure that every customer an import mentions is there, by external id, in sets: a million at once need no more memory
 * than a few thousand. `table` names a temporary table of this transaction with one row per `external_id`:
 *
 *     create temporary table NAME (
 *       external_id text primary key, name text, email text, phone text, country text,
 *       known_since_on date not null, customer_id uuid
 *     ) on commit drop
 *
 * New customers go to the workspace's owner; one without a name is called by the external id until somebody tells it. Of known
 * customers only what was empty is filled and `known_since_on` set earlier: what a colleague wrote stays. Afterwards every row's
 * `customer_id` is filled in; a number of a customer that was merged leads to the one that was kept, and one of somebody who was erased to nobody. Running it again changes nothing. Touches no summary rows: an import refreshes them once, at its end.
 */
export async function ensureCustomers(
  tx: Tx,
  now: Temporal.Instant,
  table: string,
): Promise<{ readonly made: number; readonly changed: number }> {
  const owner = await ownerOfNewCustomers(tx);
  const erased = await readErased(tx);
  const changed = (await fillKnown(tx, table, erased)) + (await knowSince(tx, table));
  const withAliases = await hasAliases(tx);
  let made = 0;
  for await (const batch of readUnknown(tx, table, { withAliases })) {
    const fresh = batch
      .filter(({ external_id: value }) => !erased?.has({ kind: 'number', value }))
      .map((one) => toMake(one, newId(now.epochMilliseconds), erased));
    made += await insertCustomers(tx, owner, fresh);
    await writeContactPoints(tx, pointsIn(fresh));
  }
  await answerIds(tx, table);
  if (withAliases) await answerAliases(tx, table);
  if (made + changed > 0) await lookAtAllSoon(tx);
  return { made, changed };
}

/** A customer whom an import mentions for the first time, under the id that they shall have. */
export type NewlyMentioned = Mentioned & { readonly id: string };

/**
 * Makes customers, as `ensureCustomers` does, of whom the caller knows by `listExternalIds` that none is there, and by `readErased` that none was erased: some
 * thousands at a time. Throws where somebody else has made one of them in this moment; trying again helps. When all are made, the caller asks to `lookAtAllSoon`.
 */
export async function makeCustomers(tx: Tx, customers: readonly NewlyMentioned[], erased: ErasedPeople | undefined): Promise<void> {
  const fresh = customers.map((one) => toMake(one, one.id, erased));
  const made = await insertCustomers(tx, await ownerOfNewCustomers(tx), fresh);
  if (made < fresh.length) throw new Error('one of the customers to be made has just been made by somebody else');
  await insertContactPoints(tx, pointsIn(fresh));
}

/** Nobody is without somebody who answers for them: until it is said otherwise, that is the owner of the workspace. */
export async function ownerOfNewCustomers(tx: Tx): Promise<string> {
  const owner = await findOwner(tx);
  if (owner === undefined) throw fail('people.owner_not_found');
  return owner;
}

async function fillKnown(tx: Tx, table: string, erased: ErasedPeople | undefined): Promise<number> {
  let filled = 0;
  for await (const batch of readNews(tx, table)) {
    const news = batch.map((one) => toFill(one, erased));
    filled += await fillCustomers(tx, news);
    await writeContactPoints(tx, pointsIn(news));
  }
  return filled;
}

function pointsIn(customers: readonly { id: string; email: string | null; phone: string | null }[]): ContactPointOf[] {
  return customers.flatMap(({ id, email, phone }) => [
    ...(email === null ? [] : [{ customerId: id, kind: 'email' as const, value: email, label: null }]),
    ...(phone === null ? [] : [{ customerId: id, kind: 'phone' as const, value: phone, label: null }]),
  ]);
}

function toMake(one: Mentioned, id: string, erased: ErasedPeople | undefined): ToMake {
  const told = tidyLine(one.name)?.slice(0, 200) ?? null;
  const name = told ?? one.external_id;
  const { email, phone, country } = contact(one, erased);
  const found = searchText({ ...nothing, names: [told, one.external_id], emails: email ? [email] : [], phones: phone ? [phone] : [] });
  return {
    id,
    external_id: one.external_id,
    name,
    sort_name: sortName({ kind: 'person', name }),
    search_name: found.name,
    search_rest: found.rest,
    search_digits: found.digits,
    email,
    phone,
    country,
    known_since_on: one.known_since_on,
  };
}

function toFill(one: News, erased: ErasedPeople | undefined): ToFill {
  const name = tidyLine(one.name)?.slice(0, 200) ?? null;
  return {
    id: one.id,
    external_id: one.external_id,
    name,
    sort_name: name && sortName({ kind: 'person', name }),
    search_name: name && searchText({ ...nothing, names: [name, one.external_id] }).name,
    ...contact(one, erased),
  };
}

const nothing = { names: [], otherNames: [], organizations: [], emails: [], phones: [], tags: [], note: null };

/** How somebody is reached; what belonged to somebody who was erased comes back with no file, whomever it names. */
function contact(one: Mentioned, erased: ErasedPeople | undefined): { email: string | null; phone: string | null; country: string | null } {
  const email = tidyLine(one.email)?.toLowerCase() ?? null;
  const written = tidyLine(one.country);
  const country = written && countryOf(written).slice(0, 80);
  const dialled = tidyLine(one.phone);
  const phone = dialled && tidyPhone(dialled, country).slice(0, 40);
  const isEmail = email !== null && email.length <= 254 && /^\S+@\S+\.\S+$/.test(email);
  return {
    email: isEmail && !erased?.has({ kind: 'email', value: email }) ? email : null,
    phone: phone && !erased?.has({ kind: 'phone', value: phone }) ? phone : null,
    country,
  };
}
