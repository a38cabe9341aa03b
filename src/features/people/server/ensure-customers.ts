import { listColleagues } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { countryOf, sortName, tidyLine } from '../domain/index.ts';
import type { ContactPointOf } from './customer-row.ts';
import {
  answerIds,
  fillCustomers,
  insertCustomers,
  knowSince,
  readNews,
  readUnknown,
  type Mentioned,
  type News,
  type ToFill,
  type ToMake,
} from './ensure-store.ts';
import { searchName } from './names/search-name.ts';
import { tidyPhone } from './phone.ts';
import { writeContactPoints } from './reach-store.ts';

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
 * `customer_id` is filled in. Running it again changes nothing. Touches no summary rows: an import refreshes them once, at its end.
 */
export async function ensureCustomers(
  tx: Tx,
  now: Temporal.Instant,
  table: string,
): Promise<{ readonly made: number; readonly changed: number }> {
  const owner = await ownerOfNewCustomers(tx);
  const changed = (await fillKnown(tx, table)) + (await knowSince(tx, table));
  let made = 0;
  for await (const batch of readUnknown(tx, table)) {
    const fresh = batch.map((one) => toMake(one, now));
    made += await insertCustomers(tx, owner, fresh);
    await writeContactPoints(tx, pointsIn(fresh));
  }
  await answerIds(tx, table);
  return { made, changed };
}

/** Nobody is without somebody who answers for them: until it is said otherwise, that is the owner of the workspace. */
export async function ownerOfNewCustomers(tx: Tx): Promise<string> {
  const owner = (await listColleagues(tx)).find((colleague) => colleague.role === 'owner');
  if (!owner) throw fail('people.owner_not_found');
  return owner.id;
}

async function fillKnown(tx: Tx, table: string): Promise<number> {
  let filled = 0;
  for await (const batch of readNews(tx, table)) {
    const news = batch.map(toFill);
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

function toMake(one: Mentioned, now: Temporal.Instant): ToMake {
  const name = tidyLine(one.name)?.slice(0, 200) ?? one.external_id;
  return {
    id: newId(now.epochMilliseconds),
    external_id: one.external_id,
    name,
    sort_name: sortName({ kind: 'person', name }),
    search_name: searchName(name, one.external_id),
    ...contact(one),
    known_since_on: one.known_since_on,
  };
}

function toFill(one: News): ToFill {
  const name = tidyLine(one.name)?.slice(0, 200) ?? null;
  return {
    id: one.id,
    external_id: one.external_id,
    name,
    sort_name: name && sortName({ kind: 'person', name }),
    search_name: name && searchName(name, one.external_id),
    ...contact(one),
  };
}

function contact(one: Mentioned): { email: string | null; phone: string | null; country: string | null } {
  const email = tidyLine(one.email)?.toLowerCase() ?? null;
  const written = tidyLine(one.country);
  const country = written && countryOf(written).slice(0, 80);
  const phone = tidyLine(one.phone);
  return {
    email: email !== null && email.length <= 254 && /^\S+@\S+\.\S+$/.test(email) ? email : null,
    phone: phone && tidyPhone(phone, country).slice(0, 40),
    country,
  };
}
