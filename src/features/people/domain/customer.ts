import { err, ok, type Result } from '#kit/domain/result.ts';
import { isTimeZone } from '#kit/domain/time-zone.ts';
import { readBirthday, type Birthday, type BirthdayTold } from './birthday.ts';
import { readContactPoints, type ContactPoint, type ContactPointTold } from './contact-point.ts';
import { countryOf } from './country.ts';
import type { CustomValues } from './custom-fields/index.ts';
import { lengths, requireLengths, tidyText } from './lengths.ts';
import { tidyLine } from './name.ts';
import { splitName } from './names/split-name.ts';
import { wholeName } from './names/whole-name.ts';
import { readPostalAddresses, type PostalAddress, type PostalAddressTold } from './postal-address.ts';

/** The texts that stand on one line, and how long each may be. */
const lines = {
  latinName: lengths.name,
  nickname: lengths.part,
  greeting: lengths.greeting,
} as const;

/** Those that only a person has, and those that only an organization has. */
const personLines = {
  prefix: lengths.word,
  given: lengths.part,
  patronymic: lengths.part,
  family: lengths.part,
  suffix: lengths.word,
  otherNames: lengths.name,
  profession: lengths.part,
} as const;
const organizationLines = { legalName: lengths.name, industry: lengths.part } as const;

type Line = keyof typeof lines | keyof typeof personLines | keyof typeof organizationLines;

/** What a colleague may tell about a customer. A person's name may come whole or in its parts. */
export type CustomerTold = { readonly [Field in Line]?: string | null | undefined } & {
  readonly kind: 'person' | 'organization';
  readonly name?: string | null | undefined;
  /** The first e-mail address and the first number alone, where nothing is told of the others. */
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** All of a kind, in their order; the first is the one to use. */
  readonly emails?: readonly ContactPointTold[] | null | undefined;
  readonly phones?: readonly ContactPointTold[] | null | undefined;
  readonly websites?: readonly ContactPointTold[] | null | undefined;
  readonly addresses?: readonly PostalAddressTold[] | null | undefined;
  readonly country?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly formality?: 'formal' | 'familiar' | null | undefined;
  readonly birthday?: BirthdayTold | null | undefined;
  readonly foundedOn?: Temporal.PlainDate | null | undefined;
  readonly employees?: number | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** What stands in the workspace's own fields, as `changeCustomValues` answers it. */
  readonly custom?: CustomValues | undefined;
};

/** What a colleague tells anew; what is undefined stays as it is, what is null is forgotten. */
export type CustomerChange = { readonly [Field in keyof CustomerTold]?: CustomerTold[Field] | undefined };

/** The same, tidy: what the rows hold. */
export type CustomerDetails = { readonly [Field in Line]: string | null } & {
  readonly kind: 'person' | 'organization';
  readonly name: string;
  /** The first of `emails` and of `phones`. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly emails: readonly ContactPoint[];
  readonly phones: readonly ContactPoint[];
  readonly websites: readonly ContactPoint[];
  readonly addresses: readonly PostalAddress[];
  /** ISO 3166 where it was recognized; that of the first address where nothing else is told. */
  readonly country: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** IANA. */
  readonly timeZone: string | null;
  readonly formality: 'formal' | 'familiar' | null;
  readonly birthday: Birthday | null;
  readonly foundedOn: Temporal.PlainDate | null;
  readonly employees: number | null;
  /** The organization that this one belongs to. */
  readonly parentId: string | null;
  readonly note: string | null;
  readonly custom: CustomValues;
};

const mostEmployees = 10_000_000;

/**
 * Makes what was told into what is kept. Refuses a customer without a name (`customer.name_missing`), what `readContactPoints`,
 * `readPostalAddresses` and `readBirthday` refuse, a language without a code (`customer.language_unknown`), a time zone without a name
 * (`customer.time_zone_unknown`), a founding day to come (`customer.founded_in_future`), a number of people that is none
 * (`customer.employees_impossible`), and texts that are too long (`customer.text_too_long`). What only persons have is not kept of an
 * organization, nor the other way round. A whole name is taken apart where the name itself says its parts, and parts make the whole name.
 */
export function readCustomer(told: CustomerTold, today: Temporal.PlainDate): Result<CustomerDetails> {
  return readParts(withPartsOfName(told), today);
}

function readParts(told: CustomerTold, today: Temporal.PlainDate): Result<CustomerDetails> {
  const isPerson = told.kind === 'person';
  const texts = readLines(told, isPerson);
  const name = tidyLine(told.name) ?? wholeName(texts, told.language);
  if (name === null) return err('customer.name_missing', {}, isPerson && typeof told.name !== 'string' ? 'given' : 'name');
  const note = tidyText(told.note);
  const short = requireLengths([
    ['name', name, lengths.name],
    ['note', note, lengths.note],
    ['country', told.country ?? null, lengths.word],
    ...Object.entries({ ...lines, ...personLines, ...organizationLines }).map(
      ([field, most]) => [field, texts[field as Line], most] as const,
    ),
  ]);
  if (!short.ok) return short;

  const emails = readContactPoints('email', told.emails === undefined ? [{ value: told.email }] : (told.emails ?? []), 'emails');
  if (!emails.ok) return told.emails ? emails : at('email', emails);
  const phones = readContactPoints('phone', told.phones === undefined ? [{ value: told.phone }] : (told.phones ?? []), 'phones');
  if (!phones.ok) return told.phones ? phones : at('phone', phones);
  const websites = readContactPoints('website', told.websites ?? [], 'websites');
  if (!websites.ok) return websites;
  const addresses = readPostalAddresses(told.addresses ?? []);
  if (!addresses.ok) return addresses;

  const language = told.language ? languageCode(told.language) : null;
  if (language === undefined) return err('customer.language_unknown', { language: told.language ?? '' }, 'language');
  const timeZone = tidyLine(told.timeZone);
  if (timeZone !== null && !isTimeZone(timeZone)) return err('customer.time_zone_unknown', { timeZone }, 'timeZone');
  const birthday = isPerson && told.birthday ? readBirthday(told.birthday, today) : ok(null);
  if (!birthday.ok) return birthday;
  const foundedOn = isPerson ? null : (told.foundedOn ?? null);
  if (foundedOn && Temporal.PlainDate.compare(foundedOn, today) > 0) return err('customer.founded_in_future', {}, 'foundedOn');
  const employees = isPerson ? null : (told.employees ?? null);
  if (employees !== null && !(Number.isInteger(employees) && employees >= 1 && employees <= mostEmployees)) {
    return err('customer.employees_impossible', {}, 'employees');
  }
  const country = tidyLine(told.country) ?? addresses.value[0]?.country ?? null;

  return ok({
    kind: told.kind,
    name,
    ...texts,
    email: emails.value[0]?.value ?? null,
    phone: phones.value[0]?.value ?? null,
    emails: emails.value,
    phones: phones.value,
    websites: websites.value,
    addresses: addresses.value,
    country: country && countryOf(country),
    language,
    timeZone,
    formality: told.formality ?? null,
    birthday: birthday.value,
    foundedOn,
    employees,
    parentId: isPerson ? null : (told.parentId ?? null),
    note,
    custom: told.custom ?? {},
  });
}

/** A change to what is known. Who renames a person without naming the parts does not keep parts that say otherwise. */
export function changeCustomer(before: CustomerDetails, change: CustomerChange, today: Temporal.PlainDate): Result<CustomerDetails> {
  const saysParts = nameParts.some((part) => change[part] !== undefined);
  const renamed = change.name !== undefined && change.name !== null && tidyLine(change.name) !== before.name;
  const noParts = renamed && !saysParts ? { given: null, patronymic: null, family: null, suffix: null } : {};
  const fromParts = saysParts && !renamed ? { name: null } : {};
  const points = { emails: withFirst(before.emails, change.email), phones: withFirst(before.phones, change.phone) };
  const told = { ...before, ...noParts, ...points, ...said(change), ...fromParts };
  const changed = readParts(renamed ? withPartsOfName(told) : told, today);
  // The first alone was told, so what is wrong with it belongs there.
  if (!changed.ok && changed.failure.field === 'emails.0.value' && !change.emails) return at('email', changed);
  if (!changed.ok && changed.failure.field === 'phones.0.value' && !change.phones) return at('phone', changed);
  return changed;
}

const nameParts = ['given', 'patronymic', 'family', 'suffix'] as const;

/** Takes a whole name apart that nobody told the parts of, where the name itself says them. */
function withPartsOfName<Told extends CustomerTold>(told: Told): Told {
  if (told.kind === 'organization' || nameParts.some((part) => tidyLine(told[part]) !== null)) return told;
  const name = tidyLine(told.name);
  const split = name && splitName(name, told.language);
  if (!split) return told;
  const { prefix, given, patronymic, family } = split;
  return { ...told, name: null, prefix: tidyLine(told.prefix) ?? prefix, given, patronymic, family };
}

function readLines(told: CustomerTold, isPerson: boolean): Record<Line, string | null> {
  const kept: readonly string[] = Object.keys({ ...lines, ...(isPerson ? personLines : organizationLines) });
  const all = Object.keys({ ...lines, ...personLines, ...organizationLines }) as Line[];
  return Object.fromEntries(all.map((field) => [field, kept.includes(field) ? tidyLine(told[field]) : null])) as Record<
    Line,
    string | null
  >;
}

/** The first one told anew: another one in its place, one of the others brought forward, or the first one forgotten. */
function withFirst(before: readonly ContactPoint[], first: string | null | undefined): readonly ContactPointTold[] {
  if (first === undefined) return before;
  const written = tidyLine(first);
  if (written === null) return before.slice(1);
  const known = before.find(({ value }) => value === written || value === written.toLowerCase());
  if (known) return [known, ...before.filter((one) => one !== known)];
  return [{ value: written, label: before[0]?.label ?? null }, ...before.slice(1)];
}

function at(field: string, refused: Extract<Result<never>, { ok: false }>): Result<never> {
  return { ok: false, failure: { ...refused.failure, field } };
}

/** The code of a language as BCP 47 writes it; undefined of what is none. */
export function languageCode(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function said(change: CustomerChange): Partial<CustomerTold> {
  const { email: _, phone: __, ...others } = change;
  return Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
}
