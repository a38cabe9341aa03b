import type { Birthday, ContactPoint, ContactPointKind, CustomerDetails, PostalAddress } from '../domain/index.ts';
import { sortName } from '../domain/index.ts';
import { valuesOf, type ValueRow } from './custom-fields/value-store.ts';
import { searchText } from './names/search-text.ts';
import { tidyPhone } from './phone.ts';
import type { CustomerRow } from './tables.ts';

/** What stands of a customer beside the details: under which number, for whom, since when. */
export type Standing = {
  readonly externalId: string | null;
  readonly contactOnly: boolean;
  readonly ownerId: string;
  readonly deputyId: string | null;
  readonly knownSinceOn: Temporal.PlainDate;
};

/** A contact point and a postal address as they are written for several customers at once; their place follows from their order. */
export type ContactPointOf = ContactPoint & { readonly customerId: string; readonly kind: ContactPointKind };
export type PostalAddressOf = PostalAddress & { readonly customerId: string };

/** What the row of a customer holds of the details; contact points, addresses and the workspace's own fields have rows of their own. */
export function columnsOf(details: CustomerDetails, { externalId, contactOnly, ownerId, deputyId, knownSinceOn }: Standing) {
  const { emails: _, phones: __, websites: ___, addresses: ____, custom: _____, birthday, ...one } = details;
  return {
    kind: one.kind,
    external_id: externalId,
    contact_only: contactOnly,
    name: one.name,
    latin_name: one.latinName,
    sort_name: sortName(details),
    search_name: searchTextOf(details, externalId).name,
    given: one.given,
    patronymic: one.patronymic,
    family: one.family,
    prefix: one.prefix,
    suffix: one.suffix,
    nickname: one.nickname,
    other_names: one.otherNames,
    greeting: one.greeting,
    email: one.email,
    phone: one.phone,
    country: one.country,
    language: one.language,
    time_zone: one.timeZone,
    formality: one.formality,
    birth_calendar: birthday?.calendar ?? null,
    birth_year: birthday?.year ?? null,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
    profession: one.profession,
    legal_name: one.legalName,
    founded_on: one.foundedOn,
    industry: one.industry,
    employees: one.employees,
    parent_id: one.parentId,
    note: one.note,
    owner_id: ownerId,
    deputy_id: deputyId,
    known_since_on: knownSinceOn,
  };
}

/** By what a customer is found on whom nothing hangs yet but contact points. */
export function searchColumnsOf(details: CustomerDetails, { externalId }: Pick<Standing, 'externalId'>) {
  const { rest, digits } = searchTextOf(details, externalId);
  return { search_rest: rest, search_digits: digits };
}

function searchTextOf(details: CustomerDetails, externalId: string | null) {
  return searchText({
    names: [details.name, details.latinName, details.given, details.patronymic, details.family, externalId],
    otherNames: [details.nickname, details.otherNames, details.legalName],
    emails: details.emails.map(({ value }) => value),
    phones: details.phones.map(({ value }) => value),
    organizations: [],
    tags: [],
    note: details.note,
  });
}

export type CustomerColumns = ReturnType<typeof columnsOf>;

/** The contact points of a customer, in the order in which they are used. */
export function pointsOf(customerId: string, { emails, phones, websites }: CustomerDetails): ContactPointOf[] {
  const of = (kind: ContactPointKind, points: readonly ContactPoint[]) => points.map((point) => ({ ...point, kind, customerId }));
  return [...of('email', emails), ...of('phone', phones), ...of('website', websites)];
}

/** The details from the rows. */
export function detailsOf(
  row: CustomerRow,
  points: readonly (ContactPoint & { readonly kind: ContactPointKind })[],
  addresses: readonly PostalAddress[],
  custom: readonly ValueRow[],
): CustomerDetails {
  const of = (kind: ContactPointKind) => points.filter((one) => one.kind === kind).map(({ value, label }) => ({ value, label }));
  return {
    kind: row.kind,
    name: row.name,
    latinName: row.latin_name,
    prefix: row.prefix,
    given: row.given,
    patronymic: row.patronymic,
    family: row.family,
    suffix: row.suffix,
    nickname: row.nickname,
    otherNames: row.other_names,
    greeting: row.greeting,
    email: row.email,
    phone: row.phone,
    emails: of('email'),
    phones: of('phone'),
    websites: of('website'),
    addresses,
    country: row.country,
    language: row.language,
    timeZone: row.time_zone,
    formality: row.formality,
    birthday: birthdayOf(row),
    profession: row.profession,
    legalName: row.legal_name,
    foundedOn: row.founded_on,
    industry: row.industry,
    employees: row.employees,
    parentId: row.parent_id,
    note: row.note,
    custom: valuesOf(custom),
  };
}

/** Numbers in E.164 where they can be understood, each once: one number written in two ways is one. */
export function withTidyPhones(details: CustomerDetails): CustomerDetails {
  if (details.phones.length === 0) return details;
  const phones = new Map<string, ContactPoint>();
  for (const { value, label } of details.phones) {
    const tidy = tidyPhone(value, details.country);
    if (!phones.has(tidy)) phones.set(tidy, { value: tidy, label });
  }
  const [first = null] = phones.keys();
  return { ...details, phones: [...phones.values()], phone: first };
}

function birthdayOf({ birth_calendar: calendar, birth_year: year, birth_month: month, birth_day: day }: CustomerRow): Birthday | null {
  return calendar !== null && month !== null && day !== null ? { calendar, year, month, day } : null;
}
