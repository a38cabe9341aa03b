import type { FieldSource } from '#kit/server/field-source.ts';
import { dayMeant, type Condition, type Field, type FieldKind } from '../domain/index.ts';

/** Takes a value into the statement and answers its place. */
export type Parameter = (value: unknown, type: string) => string;

/** A condition with what is needed to ask it. */
export type Asked = { readonly condition: Condition; readonly field: Field; readonly source: FieldSource | string };

/** The columns of the customers' rows by field. */
export const rowColumns: Readonly<Record<string, string>> = {
  kind: 's.kind',
  stage: 's.stage',
  risk: 's.risk',
  value: 's.value_minor',
  value_at_risk: 's.value_at_risk_minor',
  spent: 's.spent_minor',
  visits: 's.visits',
  first_purchase: 's.first_purchase_on',
  last_purchase: 's.last_purchase_on',
  next_due: 's.next_due_on',
  last_contact: 's.last_contact_at',
  last_from_them: 's.last_from_them_at',
  last_from_us: 's.last_from_us_at',
  pulse: 's.last_pulse',
  open_promises: 's.open_promises',
  owner: 's.owner_id',
  deputy: 's.deputy_id',
  country: 's.country',
  language: 's.language',
  number: 's.external_id',
};

/** A condition as SQL over the row `s`. Days begin and end where the business is. */
export function conditionSql(
  { condition, field, source }: Asked,
  seen: { day: Temporal.PlainDate; timeZone: string },
  take: Parameter,
): string {
  const holds = (column: string) => holdsSql(column, condition, field.kind, seen, take);
  if (field.id === 'key') return `(s.key_since_on is not null) = ${take(condition.values[0] === 'yes', 'boolean')}`;
  if (typeof source === 'string') return condition.operator === 'none' ? `(${source} is null or not ${holds(source)})` : holds(source);
  if ('one' in source) {
    // Somebody without the field is none of those who have it otherwise.
    if (condition.operator === 'none') return `not exists (select ${source.one} and ${holds(source.column)})`;
    return `exists (select ${source.one} and ${holds(source.column)})`;
  }
  const { several, column } = source;
  if (condition.operator === 'filled') return `exists (select ${several} and ${column} is not null)`;
  if (condition.operator === 'empty') return `not exists (select ${several} and ${column} is not null)`;
  return `${condition.operator === 'none' ? 'not ' : ''}exists (select ${several} and ${holds(column)})`;
}

function holdsSql(
  column: string,
  { operator, values, field }: Condition,
  kind: FieldKind,
  { day, timeZone }: { day: Temporal.PlainDate; timeZone: string },
  take: Parameter,
): string {
  const [value = ''] = values;
  switch (operator) {
    case 'empty':
      return `${column} is null`;
    case 'filled':
      return `${column} is not null`;
    case 'has':
      return `strpos(lower(${column}), lower(${take(value, 'text')})) > 0`;
    case 'is':
      return `lower(${column}) = lower(${take(value, 'text')})`;
    case 'atLeast':
      return `${column} >= ${take(value, 'numeric')}`;
    case 'atMost':
      return `${column} <= ${take(value, 'numeric')}`;
    case 'any':
    case 'none':
      return `${column} = any(${take(values, ['choice', 'text'].includes(kind) ? 'text[]' : 'uuid[]')})`;
    case 'since':
    case 'until': {
      const meant = dayMeant(value, day);
      if (!field.startsWith('last_') || field === 'last_purchase')
        return `${column} ${operator === 'since' ? '>=' : '<='} ${take(meant.toString(), 'date')}`;
      const moment = (operator === 'since' ? meant : meant.add({ days: 1 })).toZonedDateTime(timeZone).toInstant();
      return `${column} ${operator === 'since' ? '>=' : '<'} ${take(moment.toString(), 'timestamptz')}`;
    }
  }
}
