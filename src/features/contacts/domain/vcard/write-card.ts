import type { ContactPoint, CustomField } from '#features/people/domain/index.ts';
import type { Contact } from '../contact.ts';
import { fieldProperty, idProperty, ownProperties, roleProperty, standingProperty } from './own-properties.ts';

type CardPhoto = { readonly mediaType: string; readonly base64: string };

/** A contact as a card of version 4.0 (RFC 6350), lines folded at 75 bytes. What 4.0 has no property for stands under `X-TEND-`. */
export function writeCard(contact: Contact, photo?: CardPhoto, fields: readonly CustomField[] = []): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `KIND:${contact.kind === 'person' ? 'individual' : 'org'}`, `FN:${escaped(contact.name)}`];
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') lines.push(`${name}:${escaped(String(value))}`);
  };
  if (contact.id) lines.push(`UID:urn:uuid:${contact.id}`, `${idProperty}:${contact.id}`);
  const { family, given, patronymic, otherNames, prefix, suffix } = contact;
  const middle = [patronymic, otherNames].filter((part) => part !== null).join(' ');
  if ([family, given, middle, prefix, suffix].some((part) => part !== null && part !== '')) {
    lines.push(`N:${[family, given, middle, prefix, suffix].map((part) => escaped(part ?? '')).join(';')}`);
  }
  add('NICKNAME', contact.nickname);
  add('LANG', contact.language);
  add('TZ', contact.timeZone);
  add('NOTE', contact.note);
  if (contact.birthday !== null && !contact.birthday.startsWith('persian:'))
    lines.push(`BDAY:${contact.birthday.replaceAll('-', (_, at: number) => (at < 2 && contact.birthday?.startsWith('--') ? '-' : ''))}`);
  if (contact.tags.length > 0) lines.push(`CATEGORIES:${contact.tags.map(escaped).join(',')}`);
  let groups = 0;
  const point = (name: string, { value, label }: ContactPoint, text = escaped(value)) => {
    const type = label === null ? '' : (typeOf[label] ?? '');
    if (label === null || type !== '') lines.push(`${name}${type}:${text}`);
    else lines.push(`item${++groups}.${name}:${text}`, `item${groups}.X-ABLABEL:${escaped(label)}`);
  };
  for (const email of contact.emails) point('EMAIL', email);
  for (const phone of contact.phones) point('TEL', phone);
  for (const website of contact.websites) point('URL', website);
  for (const { label, ...address } of contact.addresses) {
    const parts = ['', '', address.street, address.city, address.region, address.postalCode, address.country];
    point('ADR', { value: '', label }, parts.map((part) => escaped(part ?? '')).join(';'));
  }
  for (const { organization, role, sinceOn, untilOn } of contact.roles) {
    lines.push(`${roleProperty}:${[organization, role, sinceOn, untilOn].map((part) => escaped(part ?? '')).join(';')}`);
  }
  const present = contact.roles.find(({ untilOn }) => untilOn === null);
  if (present) {
    lines.push(`ORG:${escaped(present.organization)}`);
    add('TITLE', present.role);
  }
  if (contact.contactOnly !== null) lines.push(`${standingProperty}:${contact.contactOnly ? 'contact' : 'customer'}`);
  for (const [name, field] of Object.entries(ownProperties)) add(name, contact[field]);
  for (const { id, name } of fields) {
    const written = contact.custom[id];
    if (written !== undefined) lines.push(`${fieldProperty}:${escaped(name)};${escaped(written)}`);
  }
  if (photo) lines.push(`PHOTO:data:${photo.mediaType};base64,${photo.base64}`);
  lines.push('END:VCARD');
  return lines.map(foldedLine).join('');
}

const typeOf: Readonly<Record<string, string>> = { home: ';TYPE=home', work: ';TYPE=work', mobile: ';TYPE=cell', fax: ';TYPE=fax' };

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** No line is longer than 75 bytes, and no letter is cut in two. */
function foldedLine(line: string): string {
  if (/^[\x20-\x7e]*$/.test(line)) return `${line.slice(0, 75)}${line.slice(75).replace(/.{1,74}/g, '\r\n $&')}\r\n`;
  let folded = '';
  let room = 75;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > room) {
      folded += '\r\n ';
      room = 74;
    }
    folded += letter;
    room -= size;
  }
  return `${folded}\r\n`;
}
