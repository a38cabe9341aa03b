import type { Entries, OrderedEntries } from '#kit/server/field-source.ts';
import { hasChoices, type CustomField } from '../../domain/custom-fields/index.ts';

const columns = {
  text: { column: 'v.text_value', type: 'text' },
  number: { column: 'v.number_value', type: 'float8' },
  money: { column: 'v.minor_value', type: 'bigint' },
  date: { column: 'v.date_value', type: 'date' },
  choice: { column: 'v.choice_id', type: 'uuid' },
  choices: { column: 'v.choice_id', type: 'uuid' },
  person: { column: 'v.person_id', type: 'uuid' },
} as const;

/** Where a list finds what customers have in a field of the workspace. */
export function customFieldSource({ id, kind }: CustomField): Entries & { readonly type: string } {
  return {
    entries: 'custom_value v',
    of: `v.workspace_id = s.workspace_id and v.customer_id = s.customer_id and v.field_id = '${id}'`,
    alone: `v.workspace_id = $1 and v.field_id = '${id}'`,
    ...columns[kind],
  };
}

/**
 * The same for a list that is sorted by the field: by choices in the order in which they are offered, where somebody has several by the first of them, and by people as
 * their names are sorted.
 */
export function customFieldOrder(field: CustomField): OrderedEntries {
  const { of, ...source } = customFieldSource(field);
  return {
    ...source,
    of: `${of} and v.place = 0`,
    ...(field.kind === 'person' ? { column: 'v.person_name', type: 'text' } : {}),
    customer: 'v.customer_id',
    ranges: hasChoices(field.kind) ? field.choices.map(({ id }) => id) : undefined,
  };
}
