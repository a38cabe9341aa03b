import type { Contact } from '../contact.ts';
import type { ContactField } from './fields.ts';
import { listOf } from './fields.ts';
import type { CustomField } from '#features/people/domain/index.ts';
import { tend } from './formats/tend.ts';

/** How many of each there are at most among the contacts of a table: it has as many columns. */
export type TableSizes = {
  readonly emails: number;
  readonly phones: number;
  readonly websites: number;
  readonly addresses: number;
  readonly roles: number;
};

type Column = { readonly header: string; readonly cell: (contact: Contact) => string };

/** What a column of one of the workspace's own fields is headed by: no program's own column is called so. */
export function customHeader({ name }: Pick<CustomField, 'name'>): string {
  return `Custom field: ${name}`;
}

/** The columns of our own table of contacts, and what stands in them; those of the workspace's own fields at the end. */
export function tableColumns(sizes: TableSizes, fields: readonly CustomField[] = []): readonly Column[] {
  const most: Readonly<Record<string, number>> = {
    email: sizes.emails,
    phone: sizes.phones,
    website: sizes.websites,
    address: sizes.addresses,
    role: sizes.roles,
  };
  const columns: Column[] = [];
  const listed = new Set<string>();
  for (const [header, field] of tend.columns) {
    const list = listOf(field);
    if (list === undefined) columns.push({ header, cell: (contact) => singleCell(contact, field) });
    if (list === undefined || listed.has(list)) continue;
    listed.add(list);
    const group = tend.columns.filter(([, other]) => listOf(other) === list);
    for (let place = 0; place < (most[list] ?? 0); place++) {
      for (const [pattern, part] of group) {
        columns.push({ header: pattern.replace('#', String(place + 1)), cell: (contact) => listCell(contact, part, place) });
      }
    }
  }
  for (const field of fields) columns.push({ header: customHeader(field), cell: ({ custom }) => custom[field.id] ?? '' });
  return columns;
}

function singleCell(contact: Contact, field: ContactField): string {
  switch (field) {
    case 'standing':
      return contact.contactOnly === null ? '' : contact.contactOnly ? 'contact' : 'customer';
    case 'birthday':
      return contact.birthday?.replace('persian:', '') ?? '';
    case 'birthCalendar':
      return contact.birthday === null ? '' : contact.birthday.startsWith('persian:') ? 'persian' : 'gregory';
    case 'tags':
      return contact.tags.map((tag) => tag.replace(/[\\;]/g, (mark) => `\\${mark}`)).join('; ');
    default: {
      const value = field in contact ? contact[field as keyof Contact] : null;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    }
  }
}

function listCell(contact: Contact, field: ContactField, place: number): string {
  const address = contact.addresses[place];
  const role = contact.roles[place];
  const cells: Partial<Record<ContactField, string | null | undefined>> = {
    email: contact.emails[place]?.value,
    emailLabel: contact.emails[place]?.label,
    phone: contact.phones[place]?.value,
    phoneLabel: contact.phones[place]?.label,
    website: contact.websites[place]?.value,
    websiteLabel: contact.websites[place]?.label,
    street: address?.street,
    postalCode: address?.postalCode,
    city: address?.city,
    region: address?.region,
    addressCountry: address?.country,
    addressLabel: address?.label,
    organization: role?.organization,
    role: role?.role,
    roleSince: role?.sinceOn,
    roleUntil: role?.untilOn,
  };
  return cells[field] ?? '';
}
