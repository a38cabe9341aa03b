import type { BirthdayLike, Likeness, Word } from '../../domain/duplicates/index.ts';
import { coreOfOrganization } from '../../domain/names/organization-form.ts';
import { wordsIn } from './words.ts';

/** What is read of a customer to compare it; texts are empty where nothing is known. */
export type Compared = {
  readonly kind: string;
  readonly name: string;
  readonly latinName: string;
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  readonly otherNames: string;
  readonly nickname: string;
  readonly legalName: string;
  /** `calendar year month day`, with a 0 for an unknown year. */
  readonly birthday: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** Separated by single spaces. */
  readonly emails: string;
  readonly phones: string;
  readonly websites: string;
  readonly organizations: string;
};

/** The fields of `Compared` in the order in which the database writes them, one after the other. */
export const comparedFields = [
  'kind',
  'name',
  'latinName',
  'given',
  'patronymic',
  'family',
  'otherNames',
  'nickname',
  'legalName',
  'birthday',
  'street',
  'postalCode',
  'city',
  'emails',
  'phones',
  'websites',
  'organizations',
] as const satisfies readonly (keyof Compared)[];

export const between = '\u001f';

export function comparedFrom(line: string): Compared {
  const parts = line.split(between);
  const compared: Partial<Record<keyof Compared, string>> = {};
  for (const [place, field] of comparedFields.entries()) compared[field] = parts[place] ?? '';
  return compared as Compared;
}

export function likenessOf(customer: Compared): Likeness {
  const shared = {
    emails: listed(customer.emails),
    phones: listed(customer.phones).flatMap(lastDigits),
    street: folded(customer.street),
    postalCode: customer.postalCode === '' ? null : customer.postalCode.replace(/\W/g, '').toLowerCase(),
    city: folded(customer.city),
  };
  if (customer.kind === 'organization') {
    const names = [customer.name, customer.legalName, customer.latinName].filter((name) => name !== '').map(organizationWords);
    return { kind: 'organization', ...shared, names: names.filter((words) => words.length > 0), domains: domainsOf(customer) };
  }
  return {
    kind: 'person',
    ...shared,
    ...nameParts(customer),
    other: wordsIn(customer.otherNames),
    nickname: wordsIn(customer.nickname),
    birthday: birthdayOf(customer.birthday),
    organizations: listed(customer.organizations),
  };
}

/** The parts as they were told; otherwise the first word for the given and the last for the family name, as most people write. */
function nameParts({ name, latinName, given, patronymic, family }: Compared) {
  if (given !== '' || family !== '') {
    const parts = { given: wordsIn(given), middle: wordsIn(patronymic), family: wordsIn(family) };
    return { ...parts, ...inLatin(parts, wordsIn(latinName)), isToldApart: true };
  }
  const words = wordsIn(name);
  const parts = { given: words.slice(0, 1), middle: words.slice(1, -1), family: words.length > 1 ? words.slice(-1) : [] };
  return { ...parts, isToldApart: false };
}

type Parts = { readonly given: readonly Word[]; readonly middle: readonly Word[]; readonly family: readonly Word[] };

/** How they spell themselves in Latin letters counts beside what the letters of their script make. */
function inLatin({ given, middle, family }: Parts, latin: readonly Word[]): Partial<Parts> {
  const words = [...given, ...middle, ...family];
  const spelled = latin.length === words.length ? latin : latin.length === given.length + family.length ? latin : undefined;
  if (!spelled || spelled.length === 0) return {};
  const own = (word: Word, place: number): Word => {
    const told = spelled.at(place);
    if (!told) return word;
    return {
      ...word,
      spellings: [...new Set([...word.spellings, ...told.spellings])],
      consonants: [...new Set([...word.consonants, ...told.consonants])],
      groups: [...new Set([...word.groups, ...told.groups])],
    };
  };
  return {
    given: given.map((word, index) => own(word, index)),
    family: family.map((word, index) => own(word, index - family.length)),
  };
}

/** Companies are told apart by their names and not by their forms. */
function organizationWords(name: string): readonly Word[] {
  const words = wordsIn(coreOfOrganization(name));
  const telling = words.filter((word) => !word.spellings.some((spelling) => joining.has(spelling)));
  return telling.length > 0 ? telling : words;
}

function domainsOf({ emails, websites }: Compared): string[] {
  const ofMail = listed(emails).map((email) => email.slice(email.indexOf('@') + 1));
  const ofSites = listed(websites).map((site) =>
    site
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#:].*$/, ''),
  );
  return [...new Set([...ofMail, ...ofSites])].filter((domain) => domain.includes('.') && !mailboxes.test(domain));
}

function birthdayOf(written: string): BirthdayLike | null {
  if (written === '') return null;
  const [calendar, year = 0, month = 0, day = 0] = written.split(' ').map((part, index) => (index === 0 ? part : Number(part)));
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null;
  if (calendar === 'gregory') return { year: year === 0 ? null : year, month, day };
  // Without a year nobody can say on which day of the other calendar it falls.
  if (year === 0) return null;
  const { year: y, month: m, day: d } = Temporal.PlainDate.from({ calendar: 'persian', year, month, day }).withCalendar('iso8601');
  return { year: y, month: m, day: d };
}

export function lastDigits(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').slice(-8);
  return digits.length >= 5 ? [digits] : [];
}

function folded(text: string): string | null {
  if (text === '') return null;
  const words = wordsIn(text).map((word) => word.spellings[0]);
  return words.length === 0 ? null : words.join(' ');
}

export function listed(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Words that join others, as they are spelled once folded. */
const joining: ReadonlySet<string> = new Set(['and', 'ke', 'kai', 'i', 'ev', 'va', 'the', 'of', 'co', 'sia']);

/** Where anybody may have a mailbox: such a domain says nothing about who one works for. */
const mailboxes =
  /^(gmail|googlemail|yahoo|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|mail|email|proton|protonmail|abv|dir|otenet|forthnet|hol|in|freemail|yandex|rambler|inbox|chmail|eunet|sbb|ptt|mts)\.[a-z.]+$/;
