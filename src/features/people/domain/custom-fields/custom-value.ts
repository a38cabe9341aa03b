import { isDay } from '#kit/domain/days.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { err, ok, type Failure, type Result } from '#kit/domain/result.ts';
import { tidyLine } from '../name.ts';
import { customLimits, isAskedOf, type CustomField } from './custom-field.ts';

/**
 * What a customer has in a field: a text, a number, minor units of the field's currency, a day (2026-03-31), the id of a choice or of a person, or
 * the ids of several choices in the order in which they are offered.
 */
export type CustomValue = string | number | readonly string[];

/** What a customer has in all fields, by their ids, in the order of the ids; nothing stands for nothing. */
export type CustomValues = Readonly<Record<string, CustomValue>>;

/** What is told anew, by the ids of fields; null is forgotten, and what is left out stays. */
export type CustomTold = Readonly<Record<string, CustomValue | null | undefined>>;

/** Beyond this a number that is written with all its digits is not the number that is kept. */
const mostDigits = 1e15;

/**
 * What a customer of a kind has once something is told anew. Whether a person named by id is one, only the books say. Refuses at
 * `custom.<id of the field>`: a field there is not (`custom_field.not_found`), one that is not asked any more (`custom_field.is_archived`) or not of
 * such customers (`custom_field.of_persons_only`, `custom_field.of_organizations_only`), and a value that is none of its kind
 * (`custom_field.text_unusable` {name, most}, `.number_unusable`, `.amount_unusable`, `.day_unusable`, `.choice_unknown`, `.person_unknown`, all {name}).
 */
export function changeCustomValues(
  fields: readonly CustomField[],
  kind: 'person' | 'organization',
  before: CustomValues,
  told: CustomTold,
): Result<CustomValues> {
  const after: Record<string, CustomValue> = { ...before };
  for (const [id, one] of Object.entries(told)) {
    if (one === undefined || isSame(one, before[id])) continue;
    const field = fields.find((known) => known.id === id);
    const at = `custom.${id}`;
    if (!field) return err('custom_field.not_found', {}, at);
    if (one === null || one === '' || (Array.isArray(one) && one.length === 0)) {
      delete after[id];
      continue;
    }
    const { name } = field;
    if (field.isArchived) return err('custom_field.is_archived', { name }, at);
    if (!isAskedOf(field, kind))
      return err(field.appliesTo === 'persons' ? 'custom_field.of_persons_only' : 'custom_field.of_organizations_only', { name }, at);
    const value = readCustomValue(field, one, before[id]);
    if (!value.ok) return { ok: false, failure: { ...value.failure, field: at } };
    after[id] = value.value;
  }
  return ok(inOrderOfFields(after));
}

/**
 * What somebody has in a field of several choices once some are given and some taken, in the order in which they are offered. Refuses at `custom.<id>` a field of
 * another kind (`custom_field.not_several`), and to give what is not offered (`custom_field.choice_unknown`) or what is asked no more (`custom_field.is_archived`).
 */
export function changeChoices(
  field: CustomField,
  before: CustomValue | undefined,
  { give = [], take = [] }: { readonly give?: readonly string[] | undefined; readonly take?: readonly string[] | undefined },
): Result<readonly string[]> {
  const [at, name] = [`custom.${field.id}`, field.name];
  if (field.kind !== 'choices') return err('custom_field.not_several', { name }, at);
  if (field.isArchived && give.length > 0) return err('custom_field.is_archived', { name }, at);
  const isOffered = (id: string) => field.choices.some((choice) => choice.id === id && !choice.isWithdrawn);
  if (!give.every(isOffered)) return err('custom_field.choice_unknown', { name }, at);
  const after = new Set([...[before ?? []].flat(), ...give]);
  for (const id of take) after.delete(id);
  return ok(field.choices.flatMap(({ id }) => (after.has(id) ? id : [])));
}

/** In the order of their ids, so that the same values are the same text. */
export function inOrderOfFields(values: CustomValues): CustomValues {
  return Object.fromEntries(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What became different, by the ids of the fields. */
export function customChanges(
  before: CustomValues,
  after: CustomValues,
): Record<string, { before: CustomValue | null; after: CustomValue | null }> {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => !isSame(before[id], after[id]));
  return Object.fromEntries(ids.map((id) => [id, { before: before[id] ?? null, after: after[id] ?? null }]));
}

function readCustomValue(field: CustomField, told: CustomValue, before: CustomValue | undefined): Result<CustomValue> {
  switch (field.kind) {
    case 'text': {
      const text = typeof told === 'string' ? tidyLine(told) : null;
      return text !== null && text.length <= customLimits.text ? ok(text) : refused(field, 'text_unusable', { most: customLimits.text });
    }
    case 'number':
      return typeof told === 'number' && Math.abs(told) < mostDigits ? ok(told) : refused(field, 'number_unusable');
    case 'money':
      return typeof told === 'number' && Number.isInteger(told) && Math.abs(told) < mostDigits
        ? ok(told)
        : refused(field, 'amount_unusable');
    case 'date':
      return typeof told === 'string' && isDay(told) ? ok(told) : refused(field, 'day_unusable');
    case 'person':
      return typeof told === 'string' && isUuid(told) ? ok(told) : refused(field, 'person_unknown');
    case 'choice':
    case 'choices':
      return readChosen(field, [told].flat(), [before ?? []].flat());
  }
}

/** Who has a choice that was withdrawn may keep it; nobody else is given it. */
function readChosen(field: CustomField, told: readonly (string | number)[], before: readonly (string | number)[]): Result<CustomValue> {
  const chosen = field.choices
    .filter(({ id, isWithdrawn }) => told.includes(id) && (!isWithdrawn || before.includes(id)))
    .map(({ id }) => id);
  const [only] = chosen;
  if (chosen.length !== new Set(told).size || only === undefined) return refused(field, 'choice_unknown');
  if (field.kind === 'choices') return ok(chosen);
  return chosen.length === 1 ? ok(only) : refused(field, 'choice_unknown');
}

function refused(field: CustomField, what: string, values: Failure['values'] = {}): Result<never> {
  return err(`custom_field.${what}`, { name: field.name, ...values });
}

function isSame(one: CustomValue | null | undefined, other: CustomValue | null | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
