import { isDay } from '#kit/domain/days.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

/** What a field holds decides what can be asked of it. A `choice` is one of a few; a `tag`, `colleague`, `person` or `organization` is named by its id. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'choices'
  | 'colleague'
  | 'person'
  | 'organization'
  | 'tag'
  | 'yes_no';

/** What a list can be narrowed by. `id` stands in addresses and saved views, so it never changes its meaning. */
export type Field = { readonly id: string; readonly kind: FieldKind; readonly choices?: readonly string[] };

export type Operator =
  | 'is'
  | 'isNot'
  | 'any'
  | 'all'
  | 'none'
  | 'has'
  | 'atLeast'
  | 'atMost'
  | 'between'
  | 'since'
  | 'until'
  | 'within'
  | 'empty'
  | 'filled';

/** One thing asked: a field, how, and against what. A date is a day (2026-03-31) or a number of days from the day looked at (-60d, +14d). */
export type Condition = { readonly field: string; readonly operator: Operator; readonly values: readonly string[] };

const ofKind: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ['has', 'is', 'isNot', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'between', 'is', 'isNot', 'empty', 'filled'],
  money: ['atLeast', 'atMost', 'between', 'is', 'isNot', 'empty', 'filled'],
  date: ['since', 'until', 'within', 'is', 'isNot', 'empty', 'filled'],
  choice: ['any', 'none', 'empty', 'filled'],
  choices: ['any', 'all', 'none', 'empty', 'filled'],
  colleague: ['any', 'none', 'empty', 'filled'],
  person: ['any', 'none', 'empty', 'filled'],
  organization: ['any', 'none', 'empty', 'filled'],
  tag: ['any', 'all', 'none', 'empty', 'filled'],
  yes_no: ['is'],
};

const most = 20;
const mostValues = 50;

/** What can be asked of a field, the most usual first. */
export function operatorsOf(kind: FieldKind): readonly Operator[] {
  return ofKind[kind];
}

/** Whether an operator needs no value: it asks only whether there is one. */
export function standsAlone(operator: Operator): boolean {
  return operator === 'empty' || operator === 'filled';
}

/**
 * Reads conditions as they stand in an address, `value.atLeast=100000;tag.any=ID,ID;last_contact.until=-60d`, all of which have to hold.
 * Refuses a field there is not (`customers.field_unknown` {field}), what cannot be asked of it or a value that is none
 * (`customers.condition_unusable` {field}), and more than twenty (`customers.too_many_conditions`).
 */
export function readConditions(text: string, fields: readonly Field[]): Result<readonly Condition[]> {
  const parts = text.split(';').filter((part) => part !== '');
  if (parts.length > most) return err('customers.too_many_conditions', { most }, 'where');
  const conditions: Condition[] = [];
  for (const part of parts) {
    const [, id = '', operator = '', written] = /^([^=]*)\.([a-zA-Z]+)(?:=([^]*))?$/.exec(part) ?? [];
    const field = fields.find((one) => one.id === id);
    if (!field) return err('customers.field_unknown', { field: id.slice(0, 60) || part.slice(0, 60) }, 'where');
    const condition = conditionOf(field, operator, written);
    if (!condition) return err('customers.condition_unusable', { field: id }, 'where');
    conditions.push(condition);
  }
  return ok(conditions);
}

/** As `readConditions` reads them. */
export function writeConditions(conditions: readonly Condition[]): string {
  return conditions
    .map(({ field, operator, values }) =>
      standsAlone(operator) ? `${field}.${operator}` : `${field}.${operator}=${values.map(escaped).join(',')}`,
    )
    .join(';');
}

function conditionOf(field: Field, operator: string, written: string | undefined): Condition | undefined {
  const known = ofKind[field.kind].find((one) => one === operator);
  if (!known) return undefined;
  if (standsAlone(known)) return written === undefined ? { field: field.id, operator: known, values: [] } : undefined;
  const values = (written ?? '').split(',').map(unescaped);
  const [least, mostOfThese] = countOf(known);
  if (values.length < least || values.length > mostOfThese) return undefined;
  return values.every((value) => value !== undefined && isValue(field, value))
    ? { field: field.id, operator: known, values: values.filter((value) => value !== undefined) }
    : undefined;
}

/** How many values an operator takes, at least and at most. */
export function countOf(operator: Operator): readonly [least: number, most: number] {
  if (standsAlone(operator)) return [0, 0];
  if (operator === 'any' || operator === 'all' || operator === 'none') return [1, mostValues];
  return operator === 'between' || operator === 'within' ? [2, 2] : [1, 1];
}

function isValue(field: Field, value: string): boolean {
  if (value === '' || value.length > 200) return false;
  if (field.kind === 'money') return /^-?\d{1,15}$/.test(value);
  if (field.kind === 'number') return /^-?\d{1,15}(\.\d{1,6})?$/.test(value);
  if (field.kind === 'date') return /^[+-]\d{1,4}d$/.test(value) || isDay(value);
  if (field.kind === 'yes_no') return value === 'yes' || value === 'no';
  if (field.choices) return field.choices.includes(value);
  if (field.kind === 'text' || field.kind === 'choice') return true;
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value);
}

/** The day that a date's value means, seen from the day looked at. */
export function dayMeant(value: string, seenFrom: Temporal.PlainDate): Temporal.PlainDate {
  const [, days] = /^([+-]\d+)d$/.exec(value) ?? [];
  return days === undefined ? Temporal.PlainDate.from(value) : seenFrom.add({ days: Number(days) });
}

// Signs that part conditions from each other do not part what is inside of a value.
function escaped(value: string): string {
  return value.replace(/[%;,=]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function unescaped(text: string): string | undefined {
  if (/%(?!(?:25|3b|2c|3d))/.test(text)) return undefined;
  return text.replace(/%(25|3b|2c|3d)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
