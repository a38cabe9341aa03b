import type { ContactPoint, PostalAddress } from '#features/people/domain/index.ts';
import { headerForm } from '#kit/domain/headers.ts';
import { revived } from '#kit/domain/formula-safety.ts';
import { unknownContact, type Contact, type ContactRole, type ReadContact } from '../contact.ts';
import { middleName } from '../names.ts';
import type { ContactSettler, Told } from '../settle.ts';
import { splitEscaped, unescaped } from '../text.ts';
import { listOf, type ColumnMeaning, type ContactField } from './fields.ts';
import { formatOf, type ContactFormat } from './formats/index.ts';
import type { ColumnMeanings } from './guess-columns.ts';

type Place = ColumnMeaning & { readonly index: number };
type Cell = (index: number) => string;

/** Reads what the cells of a row tell, by the meanings of their columns. */
export function createRowReader(
  names: readonly string[],
  meanings: ColumnMeanings,
  settle: ContactSettler,
): (cells: readonly string[]) => ReadContact {
  const format = formatOf(names);
  const places = names.flatMap((name, index): Place[] => (meanings[name] ? [{ ...meanings[name], index }] : []));
  const singles = new Map(places.filter(({ field }) => listOf(field) === undefined).map((place) => [place.field, place.index]));
  const all = (field: ContactField) => places.filter((place) => place.field === field);
  const tags = all('tags').map(({ index }) => index);
  const notes = all('note').map(({ index }) => index);
  const lists = { email: slotsOf(places, 'email'), phone: slotsOf(places, 'phone'), website: slotsOf(places, 'website') };
  const addresses = slotsOf(places, 'address');
  const roles = slotsOf(places, 'role');
  const custom = places.flatMap(({ index, custom: field }) => (field === undefined ? [] : [{ index, field }]));
  const between = format?.between;

  return (cells) => {
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) return { setAside: 'too_many_cells' };
    // A second header in the middle is what two exports laid end to end leave behind.
    if (names.length > 1 && names.every((name, index) => (cells[index] ?? '').trim() === name)) return { setAside: 'header_repeated' };
    const cell: Cell = (index) => revived(cells[index] ?? '').trim();
    const one = (field: ContactField) => {
      const index = singles.get(field);
      return index === undefined ? null : cell(index) || null;
    };
    const told: Told = {
      ...unknownContact,
      ...middleName(one('middle')),
      ...pointLists(lists, cell, between),
      kind: kindOf(one('kind')),
      contactOnly: standingOf(one('standing')),
      id: one('id'),
      sourceKey: one('sourceKey'),
      externalId: one('externalId'),
      name: one('name') ?? '',
      latinName: one('latinName'),
      given: one('given'),
      family: one('family'),
      prefix: one('prefix'),
      suffix: one('suffix'),
      nickname: one('nickname'),
      greeting: one('greeting'),
      country: one('country'),
      language: one('language'),
      timeZone: one('timeZone'),
      formality: one('formality'),
      birthday: one('birthday'),
      birthCalendar: one('birthCalendar'),
      profession: one('profession'),
      legalName: one('legalName'),
      foundedOn: one('foundedOn'),
      industry: one('industry'),
      employees: one('employees'),
      parent: one('parent'),
      owner: one('owner'),
      deputy: one('deputy'),
      knownSinceOn: one('knownSinceOn'),
      note: notes.map(cell).filter(Boolean).join('\n') || null,
      tags: tags.flatMap((index) => tagsOf(cell(index), format)),
      addresses: addresses.flatMap((slot) => addressOf(slot, cell) ?? []),
      roles: rolesOf(roles, cell),
      custom: Object.fromEntries(custom.flatMap(({ index, field }) => (cell(index) === '' ? [] : [[field, cell(index)] as const]))),
    };
    const patronymic = one('patronymic') ?? told.patronymic;
    const otherNames = one('otherNames') ?? told.otherNames;
    const known = { ...told, patronymic, otherNames };
    return settle(one('kind') === null ? asOrganization(known) : known, one('photo') === null ? undefined : 'elsewhere');
  };
}

/** The columns of one list, those of each slot together, in the order of the slots; a column without a slot begins one of its own. */
function slotsOf(places: readonly Place[], list: string): readonly (readonly Place[])[] {
  const slots = new Map<string, Place[]>();
  const seen = new Map<ContactField, number>();
  for (const place of places) {
    if (listOf(place.field) !== list) continue;
    const nth = (seen.get(place.field) ?? 0) + 1;
    seen.set(place.field, nth);
    const key = String(place.slot ?? nth);
    slots.set(key, [...(slots.get(key) ?? []), place]);
  }
  return [...slots].toSorted(([one], [other]) => Number(one) - Number(other)).map(([, slot]) => slot);
}

function textIn(slot: readonly Place[], field: ContactField, cell: Cell): string {
  let text = '';
  for (const place of slot) {
    const written = place.field === field ? cell(place.index) : '';
    // Two columns that say the same say it once.
    if (written !== '' && written !== text) text = text === '' ? written : `${text}, ${written}`;
  }
  return text;
}

/** Google puts a star before the label of the first one. */
function labelIn(slot: readonly Place[], field: ContactField, cell: Cell): string | null {
  return textIn(slot, field, cell).replace(/^\*\s*/, '') || (slot.find(({ label }) => label !== undefined)?.label ?? null);
}

function pointLists(
  lists: Readonly<Record<'email' | 'phone' | 'website', readonly (readonly Place[])[]>>,
  cell: Cell,
  between: string | undefined,
): Pick<Contact, 'emails' | 'phones' | 'websites'> {
  const points = (field: 'email' | 'phone' | 'website'): ContactPoint[] =>
    lists[field].flatMap((slot) => {
      const written = textIn(slot, field, cell);
      const values = between === undefined ? [written] : written.split(between.trim());
      const label = labelIn(slot, `${field}Label`, cell);
      return values.flatMap((value) => (value.trim() === '' ? [] : [{ value: value.trim(), label }]));
    });
  return { emails: points('email'), phones: points('phone'), websites: points('website') };
}

function addressOf(slot: readonly Place[], cell: Cell): PostalAddress | undefined {
  const text = (field: ContactField) => textIn(slot, field, cell) || null;
  const parts = {
    street: [text('street'), text('addressMore')].filter(Boolean).join(', ') || null,
    postalCode: text('postalCode'),
    city: text('city'),
    region: text('region'),
    country: text('addressCountry'),
  };
  return Object.values(parts).some((part) => part !== null) ? { ...parts, label: labelIn(slot, 'addressLabel', cell) } : undefined;
}

function rolesOf(slots: readonly (readonly Place[])[], cell: Cell): ContactRole[] {
  return slots.flatMap((slot) => {
    const text = (field: ContactField) => textIn(slot, field, cell) || null;
    const organization = text('organization');
    return organization === null ? [] : [{ organization, role: text('role'), sinceOn: text('roleSince'), untilOn: text('roleUntil') }];
  });
}

/** Words between what the program puts there, or semicolons and commas; in our own export a backslash stands before one that belongs to a word. */
function tagsOf(written: string, format: ContactFormat | undefined): string[] {
  if (written === '') return [];
  if (format?.source === 'tend') return splitEscaped(written, ';').map(unescaped);
  const pieces = written.split(format?.between?.trim() ?? /[;,،؛]/);
  // Groups that the program itself keeps.
  return pieces.map((piece) => piece.trim()).filter((piece) => !piece.startsWith('* '));
}

/** A row that names a company and nobody in it is the company. */
function asOrganization(told: Told): Told {
  const [role] = told.roles;
  const isSomebody = [told.given, told.family, told.nickname].some((part) => part !== null);
  if (role === undefined || isSomebody || (told.name !== '' && told.name !== role.organization)) return told;
  return { ...told, kind: 'organization', name: role.organization, roles: [] };
}

const organizationWords = new Set(
  'organization organisation company business firm εταιρεια οργανισμος επιχειρηση firma kompanija preduzece organizacija фирма компания организация شرکت سازمان ընկերություն կազմակերպություն'.split(
    ' ',
  ),
);

function kindOf(written: string | null): Contact['kind'] {
  return written !== null && organizationWords.has(headerForm(written)) ? 'organization' : 'person';
}

function standingOf(written: string | null): boolean | null {
  return written === 'contact' ? true : written === 'customer' ? false : null;
}
