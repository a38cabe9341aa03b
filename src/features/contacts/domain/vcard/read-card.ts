import { foldedFieldName, type ContactPoint, type CustomField, type PostalAddress } from '#features/people/domain/index.ts';
import { unknownContact, type ContactRole, type ReadContact } from '../contact.ts';
import type { ContactSettler, Told } from '../settle.ts';
import { middleName } from '../names.ts';
import { splitEscaped, unescaped } from '../text.ts';
import type { RawCard } from './cards.ts';
import { fieldProperty, idProperty, ownProperties, roleProperty, standingProperty } from './own-properties.ts';
import { isPicture, photoIn } from './picture.ts';
import { readProperty, type CardProperty, type Decode } from './property.ts';

/** Reads what a card tells. Properties that no field is for are passed over. */
export function createCardReader(
  decode: Decode,
  settle: ContactSettler,
  fields: readonly CustomField[] = [],
): (card: RawCard) => ReadContact {
  const byName = new Map(fields.filter(({ isArchived }) => !isArchived).map(({ id, name }) => [foldedFieldName(name), id]));
  return (card) => {
    if (card.problem) return { setAside: card.problem };
    const told = tell(
      card.lines.flatMap((line) => (isPicture(line) ? [] : (readProperty(line, decode) ?? []))),
      byName,
    );
    if (told === 'group') return { setAside: 'group' };
    return settle(told, photoIn(card.lines.filter(isPicture), told.kind === 'organization'));
  };
}

function tell(properties: readonly CardProperty[], fields: ReadonlyMap<string, string>): Told | 'group' {
  const all = (name: string) => properties.filter((property) => property.name === name && property.value.trim() !== '');
  const text = (name: string) => {
    const [property] = all(name);
    return property ? unescaped(property.value) : null;
  };
  const parts = (name: string) => splitEscaped(all(name)[0]?.value ?? '', ';').map((part) => unescaped(part.replace(/(?<!\\),/g, ' ')));
  const kindTold = text('KIND')?.toLowerCase() ?? text('X-ADDRESSBOOKSERVER-KIND')?.toLowerCase();
  if (kindTold === 'group') return 'group';

  const [organization = '', department = ''] = splitEscaped(all('ORG')[0]?.value ?? '', ';').map((part) => unescaped(part).trim());
  const [family, given, additional, prefix, suffix] = parts('N').map((part) => part.trim());
  const whole = text('FN')?.trim() ?? '';
  const isOrganization =
    kindTold === 'org' ||
    text('X-ABSHOWAS')?.toUpperCase() === 'COMPANY' ||
    (organization !== '' && !family && !given && (whole === '' || whole === organization));
  const own: Partial<Record<(typeof ownProperties)[keyof typeof ownProperties], string>> = {};
  for (const [name, field] of Object.entries(ownProperties)) {
    const value = text(name);
    if (value !== null) own[field] = value;
  }
  const isOurs = all(idProperty).length > 0 || all(standingProperty).length > 0;
  const middle = isOurs ? {} : middleName(additional ?? null);
  const phonetic = [text('X-PHONETIC-FIRST-NAME'), text('X-PHONETIC-LAST-NAME')].filter(Boolean).join(' ');
  const roles: ContactRole[] = all(roleProperty).map(({ value }) => {
    const [name = '', role, sinceOn, untilOn] = splitEscaped(value, ';').map(unescaped);
    return { organization: name, role: role || null, sinceOn: sinceOn || null, untilOn: untilOn || null };
  });
  if (roles.length === 0 && organization !== '' && !isOrganization) {
    roles.push({ organization, role: text('TITLE') ?? (department || null), sinceOn: null, untilOn: null });
  }
  const labels = new Map(
    properties.filter(({ name, group }) => name === 'X-ABLABEL' && group !== '').map(({ group, value }) => [group, unescaped(value)]),
  );
  const points = (name: string, tidy: (value: string) => string): ContactPoint[] =>
    byPreference(all(name)).map((property) => ({ value: tidy(unescaped(property.value)), label: labelOf(property, labels) }));
  return {
    ...unknownContact,
    kind: isOrganization ? 'organization' : 'person',
    contactOnly: isOurs ? text(standingProperty) === 'contact' : null,
    id: text(idProperty),
    sourceKey: isOurs ? null : text('UID'),
    name: whole || (isOrganization ? organization : ''),
    given: given || null,
    family: family || null,
    prefix: prefix || null,
    suffix: suffix || null,
    ...middle,
    nickname: text('NICKNAME'),
    latinName: /^[\p{Script=Latin}\p{M}\s'’-]+$/u.test(phonetic) ? phonetic : null,
    language: text('LANG'),
    timeZone: text('TZ'),
    profession: isOrganization || isOurs ? null : text('ROLE'),
    birthday: isOrganization ? null : text('BDAY'),
    foundedOn: isOrganization ? text('BDAY') : null,
    note:
      all('NOTE')
        .map(({ value }) => unescaped(value))
        .join('\n') || null,
    tags: all('CATEGORIES').flatMap(({ value }) => splitEscaped(value, ',').map(unescaped)),
    emails: points('EMAIL', (value) => value.replace(/^mailto:/i, '')),
    phones: points('TEL', (value) => value.replace(/^tel:/i, '').replace(/;ext=(\d+).*$/i, ' ext. $1')),
    websites: points('URL', (value) => value),
    addresses: byPreference(all('ADR')).map((property) => addressOf(property, labels)),
    roles,
    custom: Object.fromEntries(
      all(fieldProperty).flatMap(({ value }) => {
        const [name = '', written = ''] = splitEscaped(value, ';').map(unescaped);
        const id = fields.get(foldedFieldName(name));
        return id === undefined ? [] : [[id, written] as const];
      }),
    ),
    ...own,
  };
}

function byPreference(properties: readonly CardProperty[]): readonly CardProperty[] {
  const rank = ({ parameters }: CardProperty) => {
    if (typesOf(parameters).includes('pref')) return 1;
    return Number(parameters.get('PREF')?.[0] ?? 101) || 101;
  };
  return properties.toSorted((one, other) => rank(one) - rank(other));
}

function typesOf(parameters: CardProperty['parameters']): string[] {
  return (parameters.get('TYPE') ?? []).flatMap((value) => value.split(',')).map((value) => value.trim().toLowerCase());
}

/** Types that say nothing to a person. */
const silent = new Set(['pref', 'internet', 'voice', 'x-internet', 'text', 'postal', 'parcel', 'dom', 'intl', 'msg', 'type']);

function labelOf({ group, parameters }: CardProperty, labels: ReadonlyMap<string, string>): string | null {
  const named = group === '' ? undefined : labels.get(group);
  if (named !== undefined) {
    const apple = /^_\$!<(.*)>!\$_$/.exec(named)?.[1];
    return apple === undefined ? named : apple.toLowerCase();
  }
  const types = typesOf(parameters).filter((type) => !silent.has(type) && type !== '');
  // Of what is both, a mobile or a fax at work, the device says more.
  const device = types.find((type) => type === 'cell' || type === 'fax' || type === 'pager') ?? types[0];
  return device === undefined ? null : device === 'cell' ? 'mobile' : device.replace(/^x-/, '');
}

function addressOf(property: CardProperty, labels: ReadonlyMap<string, string>): PostalAddress {
  const [box, more, street, city, region, postalCode, country] = splitEscaped(property.value, ';').map((part) => unescaped(part).trim());
  return {
    label: labelOf(property, labels),
    street: [street, more, box].filter(Boolean).join(', ') || null,
    postalCode: postalCode || null,
    city: city || null,
    region: region || null,
    country: country || null,
  };
}
