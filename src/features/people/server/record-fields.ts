import type { Entries, FieldSource } from '#kit/server/field-source.ts';

const ofCustomer = (column: string): FieldSource => ({
  one: 'from customer c where c.workspace_id = s.workspace_id and c.id = s.customer_id',
  column: `c.${column}`,
});
const ofEntries = (table: string, column: string, more = ''): Entries => ({
  entries: `${table} e`,
  of: `e.workspace_id = s.workspace_id and e.customer_id = s.customer_id${more}`,
  column: `e.${column}`,
});

const ofRoles = (column: string): Entries => ({
  entries: 'contact_role e',
  of: 'e.workspace_id = s.workspace_id and e.person_id = s.customer_id',
  column: `e.${column}`,
  during: ['e.since_on', 'e.until_on'],
});

/** The fields of people's records by which a list may be narrowed, besides those that stand in the customers' rows. */
export const recordFieldSources = {
  tag: ofEntries('customer_tag', 'tag_id'),
  email: ofEntries('contact_point', 'value', " and e.kind = 'email'"),
  phone: ofEntries('contact_point', 'value', " and e.kind = 'phone'"),
  websites: ofEntries('contact_point', 'value', " and e.kind = 'website'"),
  city: ofEntries('postal_address', 'city'),
  street: ofEntries('postal_address', 'street'),
  postal_code: ofEntries('postal_address', 'postal_code'),
  region: ofEntries('postal_address', 'region'),
  time_zone: ofCustomer('time_zone'),
  formality: ofCustomer('formality'),
  prefix: ofCustomer('prefix'),
  given: ofCustomer('given'),
  patronymic: ofCustomer('patronymic'),
  family: ofCustomer('family'),
  suffix: ofCustomer('suffix'),
  nickname: ofCustomer('nickname'),
  other_names: ofCustomer('other_names'),
  latin_name: ofCustomer('latin_name'),
  greeting: ofCustomer('greeting'),
  organization: ofRoles('organization_id'),
  role: ofRoles('role'),
  profession: ofCustomer('profession'),
  legal_name: ofCustomer('legal_name'),
  founded_on: ofCustomer('founded_on'),
  parent: ofCustomer('parent_id'),
  industry: ofCustomer('industry'),
  employees: ofCustomer('employees'),
  birth_month: ofCustomer('birth_month::text'),
  known_since: ofCustomer('known_since_on'),
  key_review: ofEntries('key_customer', 'review_on', ' and e.removed_on is null'),
  note: ofCustomer('note'),
} as const satisfies Readonly<Record<string, FieldSource>>;
