import type { FieldSource } from '#kit/server/field-source.ts';
import { dayMeant, type Condition, type Field, type FieldKind } from '../domain/index.ts';

/** Takes a value into the statement and answers its place. */
export type Parameter = (value: unknown, type: string) => string;

/** A condition with what is needed to ask it. */
export type Asked = { readonly condition: Condition; readonly field: Field; readonly source: FieldSource | string };

/** The columns of the customers' rows by field. */
export const rowColumns: Readonly<Record<string, string>> = {
  name: 's.name',
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
  next_talk: 's.contact_on',
  attempts: 's.attempts',
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
export function conditionSql(asked: Asked, seen: Seen, take: Parameter): string {
  const { condition, field, source } = asked;
  if (field.id === 'key') return `(s.key_since_on is not null) = ${take(condition.values[0] === 'yes', 'boolean')}`;
  const isNegated = condition.operator === 'none' || condition.operator === 'isNot';
  if (typeof source === 'string') {
    const holds = holdsSql(source, asked, seen, take);
    return isNegated ? `(${source} is null or not (${holds}))` : holds;
  }
  if ('one' in source) {
    // Somebody without the field is none of those who have it otherwise.
    return `${isNegated ? 'not ' : ''}exists (select ${source.one} and ${holdsSql(source.column, asked, seen, take)})`;
  }
  const { entries, of, column, during } = source;
  const held = during ? ` and ${heldSql(during, take(seen.day.toString(), 'date'))}` : '';
  const has = (what: string) => `exists (select from ${entries} where ${of}${held} and ${what})`;
  if (condition.operator === 'filled') return has(`${column} is not null`);
  if (condition.operator === 'empty') return `not ${has(`${column} is not null`)}`;
  if (condition.operator === 'all') return condition.values.map((value) => has(`${column} = ${take(value, typeOf(asked))}`)).join(' and ');
  return `${isNegated ? 'not ' : ''}${has(holdsSql(column, asked, seen, take))}`;
}

function heldSql([since, until]: readonly [string, string], day: string): string {
  return `(${since} is null or ${since} <= ${day}) and (${until} is null or ${until} >= ${day})`;
}

/**
 * The entries that fit a condition, each of another customer, where an index has them together; `$1` is the workspace. Undefined of conditions that it does not
 * have together, or that a customer may fit twice.
 */
export function entriesSql(asked: Asked, seen: Seen, take: Parameter): string | undefined {
  const { condition, field, source } = asked;
  if (typeof source === 'string' || 'one' in source || source.alone === undefined || field.kind === 'text') return undefined;
  const isOnce = condition.operator === 'any' && (condition.values.length === 1 || field.kind !== 'choices');
  if (!isOnce && !ranges.has(condition.operator)) return undefined;
  return `select from ${source.entries} where ${source.alone} and ${holdsSql(source.column, asked, seen, take)}`;
}

const ranges: ReadonlySet<string> = new Set(['is', 'atLeast', 'atMost', 'between', 'since', 'until', 'within']);

export type Seen = { readonly day: Temporal.PlainDate; readonly timeZone: string };

function holdsSql(column: string, asked: Asked, seen: Seen, take: Parameter): string {
  const { operator, values } = asked.condition;
  const [value = '', until = ''] = values;
  const type = typeOf(asked);
  switch (operator) {
    case 'empty':
      return `${column} is null`;
    case 'filled':
      return `${column} is not null`;
    case 'has':
      return `strpos(lower(${column}), lower(${take(value, 'text')})) > 0`;
    case 'is':
    case 'isNot':
      if (asked.field.kind === 'text') return `lower(${column}) = lower(${take(value, 'text')})`;
      return asked.field.kind === 'date' ? daysSql(column, asked, value, value, seen, take) : `${column} = ${take(value, type)}`;
    case 'atLeast':
      return `${column} >= ${take(value, type)}`;
    case 'atMost':
      return `${column} <= ${take(value, type)}`;
    case 'between':
      return `${column} between ${take(value, type)} and ${take(until, type)}`;
    case 'any':
    case 'all':
    case 'none':
      return `${column} = any(${take(values, `${type}[]`)})`;
    case 'since':
      return daysSql(column, asked, value, undefined, seen, take);
    case 'until':
      return daysSql(column, asked, undefined, value, seen, take);
    case 'within':
      return daysSql(column, asked, value, until, seen, take);
  }
}

/** The type that values have beside a column. Numbers that are compared exactly could not be looked for in an index. */
function typeOf({ field, source }: Asked): string {
  const ofEntries = typeof source !== 'string' && 'entries' in source ? source.type : undefined;
  return ofEntries ?? valueTypes[field.kind] ?? 'uuid';
}

const valueTypes: Partial<Record<FieldKind, string>> = { number: 'float8', money: 'bigint', choice: 'text', choices: 'text', text: 'text' };

/** From the beginning of the one day to the end of the other, both as they are meant on the day looked at. */
function daysSql(
  column: string,
  { field }: Asked,
  from: string | undefined,
  until: string | undefined,
  { day, timeZone }: Seen,
  take: Parameter,
): string {
  const isMoment = field.id.startsWith('last_') && field.id !== 'last_purchase';
  const startOf = (one: Temporal.PlainDate) => one.toZonedDateTime(timeZone).toInstant().toString();
  const bounds: string[] = [];
  if (from !== undefined) {
    const first = dayMeant(from, day);
    bounds.push(`${column} >= ${isMoment ? take(startOf(first), 'timestamptz') : take(first.toString(), 'date')}`);
  }
  if (until !== undefined) {
    const last = dayMeant(until, day);
    bounds.push(
      isMoment ? `${column} < ${take(startOf(last.add({ days: 1 })), 'timestamptz')}` : `${column} <= ${take(last.toString(), 'date')}`,
    );
  }
  return bounds.join(' and ');
}
