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

/** The fields of people's records by which a list may be narrowed, besides those that stand in the customers' rows. */
export const recordFieldSources = {
  tag: ofEntries('customer_tag', 'tag_id'),
  email: ofEntries('contact_point', 'value', " and e.kind = 'email'"),
  phone: ofEntries('contact_point', 'value', " and e.kind = 'phone'"),
  city: ofEntries('postal_address', 'city'),
  profession: ofCustomer('profession'),
  industry: ofCustomer('industry'),
  employees: ofCustomer('employees'),
  birth_month: ofCustomer('birth_month::text'),
  note: ofCustomer('note'),
} as const satisfies Readonly<Record<string, FieldSource>>;
