import {
  countryOf,
  foldTag,
  lengths,
  mostOfAKind,
  readContactPoint,
  readPostalAddresses,
  readTag,
  tidyLine,
  tidyText,
  type Birthday,
  type ContactPoint,
  type ContactPointKind,
} from '#features/people/domain/index.ts';
import { isTimeZone } from '#kit/domain/time-zone.ts';
import { readBirthday, readDay, type DateOrder } from './birthday.ts';
import { settleCustom, type CustomReading } from './custom.ts';
import { warningReasons, type Contact, type FoundPhoto, type ReadContact, type Warning, type WarningReason } from './contact.ts';
import { wholeName } from './names.ts';
import { plainDigits } from './text.ts';

/** What a file tells, as it is written there. */
export type Told = Omit<Contact, 'employees' | 'formality'> & {
  readonly employees: string | number | null;
  readonly formality: string | null;
  readonly birthCalendar?: string | null;
};

export type ContactSettler = (told: Told, photo?: FoundPhoto) => ReadContact;

export type Settling = {
  readonly today: Temporal.PlainDate;
  readonly dateOrder: DateOrder;
  /** A number in E.164 where it can be understood; it knows the workspace's own country. */
  readonly tidyPhone: (written: string, country: string | null) => string;
  /** The workspace's own fields, and how numbers in them are written. */
  readonly own?: Pick<CustomReading, 'fields' | 'mark'>;
};

const longest = {
  externalId: lengths.word,
  name: lengths.name,
  latinName: lengths.name,
  given: lengths.part,
  patronymic: lengths.part,
  family: lengths.part,
  prefix: lengths.word,
  suffix: lengths.word,
  nickname: lengths.part,
  otherNames: lengths.name,
  greeting: lengths.greeting,
  country: lengths.word,
  profession: lengths.part,
  legalName: lengths.name,
  industry: lengths.part,
  parent: lengths.name,
  sourceKey: lengths.name,
} as const;

/**
 * Makes what a file tells into a contact as it can be kept. A value that cannot be kept is left out, or shortened, with a warning that holds it
 * as it was written: the contact comes in all the same. Only one that nothing names is set aside.
 */
export function createSettler({ today, dateOrder, tidyPhone, own }: Settling): ContactSettler {
  return (told, photo) => {
    const warnings: Warning[] = [];
    const warn = (reason: WarningReason, value: string) => warnings.push({ reason, value: value.slice(0, 500) });
    const line = (field: keyof typeof longest): string | null => {
      if (!told[field]) return null;
      const text = tidyLine(told[field]);
      if (text === null || text.length <= longest[field]) return text;
      warn('text_shortened', text);
      return text.slice(0, longest[field]);
    };
    const iso = (written: string | null): string | null => {
      if (written === null || written.trim() === '') return null;
      const day = readDay(written, dateOrder);
      if (day === undefined) warn('date_unreadable', written);
      return day ?? null;
    };

    const kind = told.kind;
    const isPerson = kind === 'person';
    const addresses = addressesOf(told, warn);
    const country = line('country') ?? addresses[0]?.country ?? null;
    const points = (what: ContactPointKind, all: readonly ContactPoint[]) => pointsOf(what, all, warn);
    const emails = points('email', told.emails);
    const phones = unique(
      points('phone', told.phones).map(({ value, label }) => ({ value: tidyPhone(value, country && countryOf(country)), label })),
    );
    const parts = {
      given: isPerson ? line('given') : null,
      patronymic: isPerson ? line('patronymic') : null,
      family: isPerson ? line('family') : null,
      prefix: isPerson ? line('prefix') : null,
      suffix: isPerson ? line('suffix') : null,
    };
    const nickname = line('nickname');
    const name = line('name') ?? wholeName(parts) ?? nickname ?? emails[0]?.value ?? phones[0]?.value ?? null;
    if (name === null) return { setAside: 'name_missing' };

    const contact: Contact = {
      kind,
      contactOnly: isPerson ? told.contactOnly : null,
      id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(told.id ?? '') ? told.id : null,
      sourceKey: line('sourceKey'),
      externalId: line('externalId'),
      name,
      latinName: line('latinName'),
      ...parts,
      nickname,
      otherNames: isPerson ? line('otherNames') : null,
      greeting: line('greeting'),
      country: country && countryOf(country),
      language: languageOf(told.language, warn),
      timeZone: timeZoneOf(told.timeZone, warn),
      formality: told.formality === 'formal' || told.formality === 'familiar' ? told.formality : null,
      birthday: isPerson ? birthdayOf(told, dateOrder, today, warn) : null,
      profession: isPerson ? line('profession') : null,
      legalName: isPerson ? null : line('legalName'),
      foundedOn: isPerson ? null : iso(told.foundedOn),
      industry: isPerson ? null : line('industry'),
      employees: isPerson ? null : employeesOf(told.employees, warn),
      note: noteOf(told.note, warn),
      parent: isPerson ? null : line('parent'),
      photo: null,
      owner: tidyLine(told.owner),
      deputy: tidyLine(told.deputy),
      knownSinceOn: iso(told.knownSinceOn),
      emails,
      phones,
      websites: points('website', told.websites),
      addresses,
      roles: isPerson ? rolesOf(told, iso, warn) : [],
      tags: tagsOf(told.tags, warn),
      custom: own ? settleCustom(told.custom, kind, { ...own, dateOrder }, warn) : {},
    };
    return { contact, warnings, photo };
  };
}

type Warn = (reason: WarningReason, value: string) => void;

function pointsOf(kind: ContactPointKind, all: readonly ContactPoint[], warn: Warn): ContactPoint[] {
  const read = all.flatMap(({ value, label }) => {
    const point = readContactPoint(
      kind,
      { value: kind === 'phone' ? plainDigits(value) : value, label: tidyLine(label)?.slice(0, lengths.word) },
      kind,
    );
    if (point.ok) return point.value ?? [];
    warn(`${kind}_unusable`, value);
    return [];
  });
  return few(unique(read), warn);
}

function unique(points: readonly ContactPoint[]): ContactPoint[] {
  return [...new Map(points.toReversed().map((point) => [point.value, point])).values()].toReversed();
}

function few(points: ContactPoint[], warn: Warn): ContactPoint[] {
  for (const { value } of points.slice(mostOfAKind)) warn('too_many', value);
  return points.slice(0, mostOfAKind);
}

function addressesOf(told: Told, warn: Warn): Contact['addresses'] {
  const short = told.addresses.map((address) => {
    const parts = Object.entries(address).map(([part, text]) => {
      if (!text) return [part, null] as const;
      const tidy = tidyLine(text.replace(/\s*\n\s*/g, ', '));
      const most = part === 'street' ? lengths.address : part === 'postalCode' ? 20 : lengths.word;
      if (tidy !== null && tidy.length > most) warn('text_shortened', tidy);
      return [part, tidy?.slice(0, most) ?? null] as const;
    });
    return Object.fromEntries(parts);
  });
  for (const address of short.slice(mostOfAKind)) warn('too_many', Object.values(address).filter(Boolean).join(', '));
  const read = readPostalAddresses(short.slice(0, mostOfAKind));
  return read.ok ? read.value : [];
}

function rolesOf(told: Told, iso: (written: string | null) => string | null, warn: Warn): Contact['roles'] {
  return told.roles.flatMap(({ organization, role, sinceOn, untilOn }) => {
    const name = tidyLine(organization)?.slice(0, lengths.name);
    if (name === undefined) return [];
    const [since, until] = [iso(sinceOn), iso(untilOn)];
    const isBackwards = since !== null && until !== null && until < since;
    if (isBackwards) warn('role_ends_before_it_begins', `${since} – ${until}`);
    return [
      { organization: name, role: tidyLine(role)?.slice(0, lengths.part) ?? null, sinceOn: isBackwards ? null : since, untilOn: until },
    ];
  });
}

function tagsOf(tags: readonly string[], warn: Warn): string[] {
  const tidy = tags.flatMap((tag) => {
    const read = readTag(tag);
    if (read.ok) return read.value.name;
    const { most } = read.failure.values;
    if (typeof most !== 'number') return [];
    warn('text_shortened', tag);
    return tidyLine(tag.slice(0, most)) ?? [];
  });
  return [...new Map(tidy.map((tag) => [foldTag(tag), tag])).values()];
}

function birthdayOf(told: Told, order: DateOrder, today: Temporal.PlainDate, warn: Warn): string | null {
  const written = told.birthday?.trim() ?? '';
  // Outlook writes that nobody knows the day as a day of nought.
  if (written === '' || /^[0\s./-]+$/.test(written)) return null;
  const calendar: Birthday['calendar'] | undefined =
    told.birthCalendar === 'persian' ? 'persian' : told.birthCalendar === 'gregory' ? 'gregory' : undefined;
  const read = readBirthday(written, order, today, calendar);
  const refused = warningReasons.find((reason) => reason === read);
  if (!refused) return read;
  warn(refused, written);
  return null;
}

function employeesOf(told: string | number | null, warn: Warn): number | null {
  if (told === null || told === '') return null;
  const count = Number(plainDigits(String(told)).replace(/[\s.,'’]/g, ''));
  if (Number.isInteger(count) && count >= 1 && count <= 10_000_000) return count;
  warn('employees_unreadable', String(told));
  return null;
}

function noteOf(written: string | null, warn: Warn): string | null {
  const note = tidyText(written);
  if (note === null || note.length <= lengths.note) return note;
  warn('text_shortened', note.slice(lengths.note));
  return note.slice(0, lengths.note).trimEnd();
}

function languageOf(written: string | null, warn: Warn): string | null {
  const text = tidyLine(written);
  if (text === null) return null;
  try {
    const [code] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    if (code !== undefined && /^[a-z]{2,3}(?:-|$)/.test(code)) return code;
  } catch {
    // Said below.
  }
  warn('language_unknown', text);
  return null;
}

function timeZoneOf(written: string | null, warn: Warn): string | null {
  const text = tidyLine(written);
  if (text === null || isTimeZone(text)) return text;
  warn('time_zone_unknown', text);
  return null;
}
