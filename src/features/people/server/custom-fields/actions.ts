import { readWorkspace } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import {
  customLimits,
  foldedFieldName,
  readCustomField,
  type CustomChoiceTold,
  type CustomField,
  type CustomFieldReach,
  type CustomFieldTold,
  type CustomFieldWords,
  type ChoiceWords,
} from '../../domain/custom-fields/index.ts';
import { isBuiltInName } from './built-in-names.ts';
import {
  findCustomField,
  holdCustomFields,
  insertCustomField,
  listCustomFields,
  updateCustomField,
  withdrawChoices,
  writeArchived,
  writeChoices,
  writeOrder,
  type ChoiceRow,
} from './field-store.ts';

/**
 * Defines a field and answers its id. Besides what `readCustomField` refuses: a name that another field has (`custom_field.name_taken`), or that a
 * field has which everybody has (`custom_field.name_built_in`), both {name}, more than 100 fields (`custom_field.too_many` {most}),
 * and a choice that is one of another field (`custom_field.choice_not_found`).
 */
export async function defineCustomField(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | undefined,
  told: CustomFieldTold,
): Promise<string> {
  const { currency } = await readWorkspace(tx);
  const words = unwrap(readCustomField(told, currency));
  // What has an id is a choice of another field, and stays with that one.
  const taken = words.choices.findIndex(({ id }) => id !== undefined);
  if (taken >= 0) throw fail('custom_field.choice_not_found', {}, `choices.${taken}.name`);
  await holdCustomFields(tx);
  refuseOthers(await listCustomFields(tx), words);
  const id = newId(now.epochMilliseconds);
  await insertCustomField(tx, { ...words, id, by: colleague, now });
  await writeChoices(tx, id, rowsOf(words.choices, now));
  await recordEvent(tx, now, { kind: 'custom_field.defined', colleague, subject: id, detail: { name: words.name, kind: words.kind } });
  return id;
}

export type CustomFieldChange = {
  readonly name?: string | undefined;
  readonly appliesTo?: CustomFieldReach | undefined;
  readonly help?: string | null | undefined;
  /**
   * All that are to be offered, in their order. One left out is removed where nobody has it, and otherwise withdrawn: whoever has it keeps it. One that was
   * withdrawn is offered again where it is named by its id or its name.
   */
  readonly choices?: readonly CustomChoiceTold[] | undefined;
};

/** Changes what is told of a field. Refuses what `defineCustomField` refuses, and a choice that is none of the field (`custom_field.choice_not_found`). */
export async function changeCustomField(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  change: CustomFieldChange,
): Promise<void> {
  await holdCustomFields(tx);
  const before = await requireCustomField(tx, id);
  const { name = before.name, appliesTo = before.appliesTo, help = before.help } = change;
  const offered = before.choices.filter(({ isWithdrawn }) => !isWithdrawn);
  const told = { kind: before.kind, currency: before.currency, name, appliesTo, help, choices: change.choices ?? offered };
  const words = unwrap(readCustomField(told, before.currency ?? 'EUR'));
  if (!before.isArchived && words.foldedName !== foldedFieldName(before.name)) refuseOthers(await listCustomFields(tx), words, id);
  await updateCustomField(tx, id, words);
  if (change.choices) await changeChoices(tx, now, before, words);
  const changes = changesBetween(before, { name: words.name, appliesTo, help, ...(change.choices ? { choices: words.choices } : {}) });
  await recordEvent(tx, now, { kind: 'custom_field.changed', colleague, subject: id, detail: { fields: Object.keys(change) }, changes });
}

/** Asks a field no more; what customers have in it is kept. One that is archived already stays so. */
export async function archiveCustomField(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await holdCustomFields(tx);
  if ((await requireCustomField(tx, id)).isArchived) return;
  await writeArchived(tx, id, { colleague, at: now });
  await recordEvent(tx, now, { kind: 'custom_field.archived', colleague, subject: id });
}

/** Asks a field again. Refuses it where another has come to have its name, or there are too many by now, as `defineCustomField` does. */
export async function bringBackCustomField(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await holdCustomFields(tx);
  const field = await requireCustomField(tx, id);
  if (!field.isArchived) return;
  refuseOthers(await listCustomFields(tx), { name: field.name, foldedName: foldedFieldName(field.name) }, id);
  await writeArchived(tx, id, null);
  await recordEvent(tx, now, { kind: 'custom_field.brought_back', colleague, subject: id });
}

/** Puts the fields into an order. Those that are not named stand behind the others, in the order they had. */
export async function orderCustomFields(tx: Tx, now: Temporal.Instant, colleague: string, ids: readonly string[]): Promise<void> {
  await holdCustomFields(tx);
  const known = (await listCustomFields(tx)).map(({ id }) => id);
  const first = [...new Set(ids)];
  if (first.some((id) => !known.includes(id))) throw fail('custom_field.not_found', {}, 'fields');
  await writeOrder(tx, [...first, ...known.filter((id) => !first.includes(id))]);
  await recordEvent(tx, now, { kind: 'custom_field.ordered', colleague });
}

async function requireCustomField(tx: Tx, id: string): Promise<CustomField> {
  const field = await findCustomField(tx, id);
  if (!field) throw fail('custom_field.not_found');
  return field;
}

function refuseOthers(
  fields: readonly CustomField[],
  { name, foldedName }: Pick<CustomFieldWords, 'name' | 'foldedName'>,
  mine?: string,
): void {
  const others = fields.filter(({ id, isArchived }) => id !== mine && !isArchived);
  if (others.some((other) => foldedFieldName(other.name) === foldedName)) throw fail('custom_field.name_taken', { name }, 'name');
  if (isBuiltInName(foldedName)) throw fail('custom_field.name_built_in', { name }, 'name');
  if (others.length >= customLimits.fields) throw fail('custom_field.too_many', { most: customLimits.fields });
}

async function changeChoices(tx: Tx, now: Temporal.Instant, before: CustomField, { choices }: CustomFieldWords): Promise<void> {
  const known = new Map(before.choices.map(({ id, name }) => [id, foldedFieldName(name)]));
  const byName = new Map([...known].map(([id, foldedName]) => [foldedName, id]));
  const named = new Set(choices.flatMap(({ id }) => id ?? []));
  const written = choices.map((choice, place) => {
    if (choice.id !== undefined && !known.has(choice.id)) throw fail('custom_field.choice_not_found', {}, `choices.${place}.name`);
    const sameName = byName.get(choice.foldedName);
    // What is called like one that is there already, and is not that one under another name now, is that one.
    const id = choice.id ?? (sameName !== undefined && !named.has(sameName) ? sameName : undefined);
    return { ...choice, id };
  });
  const rows = rowsOf(written, now);
  const kept = new Set(rows.map(({ id }) => id));
  const left = [...known.keys()].filter((id) => !kept.has(id));
  await withdrawChoices(tx, before.id, left, now);
  await writeChoices(tx, before.id, rows);
}

function rowsOf(choices: readonly ChoiceWords[], now: Temporal.Instant): ChoiceRow[] {
  return choices.map((choice) => ({ ...choice, id: choice.id ?? newId(now.epochMilliseconds) }));
}
