import { isInRole, nextBirthday, writtenValue, type CustomField } from '#features/people/domain/index.ts';
import { readablePhone, type AnsweredValue, type Customer, type RolesRead } from '#features/people/server/index.ts';
import type { Words } from './words.ts';

/** Who a customer is beside the name, and how they are reached: a line for each kind of thing that is known. */
export function describeRecord(customer: Customer, { roles, parts }: RolesRead, day: Temporal.PlainDate, words: Words): string[] {
  const { say } = words;
  return [
    [
      customer.externalId === customer.name ? null : customer.externalId && say('customers.number', { number: customer.externalId }),
      ...customer.phones.map(({ value, label }) => labelled(readablePhone(value), label)),
      ...customer.emails.map(({ value, label }) => labelled(value, label)),
      ...customer.websites.map(({ value, label }) => labelled(value, label)),
    ],
    about(customer, day, words),
    customer.addresses.map(({ label, street, postalCode, city, region, country }) =>
      labelled([street, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', '), label),
    ),
    roles
      .filter(({ role, since_on: sinceOn, until_on: untilOn }) => isInRole({ role, sinceOn, untilOn }, day))
      .map((role) => labelled(customer.kind === 'person' ? role.organization_name : role.person_name, role.role)),
    [customer.parent && `${say('people.belongs_to')}: ${customer.parent.name}`, ...parts.map(({ name }) => name)],
    customer.note === null ? [] : [customer.note],
  ]
    .map((line) => line.filter(Boolean).join(' · '))
    .filter((line) => line !== '');
}

/** The workspace's own fields, and what a customer has in them. */
export type OwnRead = { readonly fields: readonly CustomField[]; readonly values: Readonly<Record<string, AnsweredValue>> };

/** What stands in the workspace's own fields, in a line. */
export function describeOwnFields({ fields, values }: OwnRead, { formats }: Words): string {
  return fields
    .flatMap((field) => {
      const value = values[field.id];
      if (value === undefined) return [];
      if (typeof value === 'object' && 'name' in value) return `${field.name}: ${value.name}`;
      if (field.kind === 'date') return `${field.name}: ${formats.day(String(value))}`;
      return [`${field.name}:`, writtenValue(field, value, String), field.currency].filter(Boolean).join(' ');
    })
    .join(' · ');
}

function about(customer: Customer, day: Temporal.PlainDate, { say, formats }: Words): (string | null)[] {
  const { nickname, profession, legalName, industry, employees, foundedOn, birthday } = customer;
  return [
    nickname && say('people.called', { nickname }),
    profession,
    legalName,
    industry,
    employees && say('people.employees.count', { count: employees }),
    foundedOn && say('people.founded', { on: formats.day(foundedOn) }),
    birthday && say('people.birthday.on', { on: formats.day(nextBirthday(birthday, day).on) }),
  ].filter((one) => typeof one === 'string');
}

function labelled(text: string, label: string | null): string {
  return label === null ? text : `${text} (${label})`;
}
