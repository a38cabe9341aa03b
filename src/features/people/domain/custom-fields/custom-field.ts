import { fold } from '#kit/domain/fold.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from '../name.ts';

/** What a field holds. It never becomes another: what customers have in it would not fit any more. */
export const customFieldKinds = ['text', 'number', 'money', 'date', 'choice', 'choices', 'person'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** Of whom it is asked. */
export const customFieldReaches = ['persons', 'organizations', 'everyone'] as const;
export type CustomFieldReach = (typeof customFieldReaches)[number];

/** One of those that a field of choices offers. One that is withdrawn stays with whoever has it. */
export type CustomChoice = { readonly id: string; readonly name: string; readonly isWithdrawn: boolean };

/** A field that a workspace defined for itself. */
export type CustomField = {
  readonly id: string;
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly appliesTo: CustomFieldReach;
  /** Of money. */
  readonly currency: string | null;
  readonly help: string | null;
  /** Not asked any more; what customers have in it is kept. */
  readonly isArchived: boolean;
  /** In their order; of other kinds there are none. */
  readonly choices: readonly CustomChoice[];
};

/** How many there may be, and how long: more than an honest business needs, few enough that a page can show them. */
export const customLimits = { fields: 100, choices: 200, name: 60, help: 300, text: 500 } as const;

export type CustomFieldTold = {
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly appliesTo?: CustomFieldReach | undefined;
  /** That of the workspace where none is told. */
  readonly currency?: string | null | undefined;
  readonly help?: string | null | undefined;
  readonly choices?: readonly CustomChoiceTold[] | undefined;
};

/** A choice that is there already is named by its id; its values go with it when it is called otherwise. */
export type CustomChoiceTold = { readonly id?: string | undefined; readonly name: string };

export type CustomFieldWords = {
  readonly name: string;
  readonly foldedName: string;
  readonly kind: CustomFieldKind;
  readonly appliesTo: CustomFieldReach;
  readonly currency: string | null;
  readonly help: string | null;
  readonly choices: readonly ChoiceWords[];
};

export type ChoiceWords = { readonly id: string | undefined; readonly name: string; readonly foldedName: string };

/**
 * Makes what was told of a field into what is kept. Refuses one without a name (`custom_field.name_missing`), a name or a help that is too long
 * (`custom_field.too_long` {most}), a currency there is not (`custom_field.currency_unknown` {currency}), and of choices none at all
 * (`custom_field.choices_missing`), more than 200 (`custom_field.too_many_choices` {most}), one without a name
 * (`custom_field.choice_name_missing`) and one that is there twice (`custom_field.choice_twice` {name}).
 */
export function readCustomField(told: CustomFieldTold, usualCurrency: string): Result<CustomFieldWords> {
  const name = tidyLine(told.name);
  if (name === null) return err('custom_field.name_missing', {}, 'name');
  if (name.length > customLimits.name) return err('custom_field.too_long', { most: customLimits.name }, 'name');
  const help = tidyLine(told.help);
  if (help !== null && help.length > customLimits.help) return err('custom_field.too_long', { most: customLimits.help }, 'help');
  const currency = told.kind === 'money' ? (tidyLine(told.currency)?.toUpperCase() ?? usualCurrency) : null;
  if (currency !== null && !Intl.supportedValuesOf('currency').includes(currency))
    return err('custom_field.currency_unknown', { currency: currency.slice(0, 10) }, 'currency');
  const choices = hasChoices(told.kind) ? readChoices(told.choices ?? []) : ok([]);
  if (!choices.ok) return choices;
  const appliesTo = told.appliesTo ?? 'everyone';
  return ok({ name, foldedName: foldedFieldName(name), kind: told.kind, appliesTo, currency, help, choices: choices.value });
}

/** Fields and choices whose names differ in capitals and accents alone are one. */
export function foldedFieldName(name: string): string {
  return fold(tidyLine(name) ?? '');
}

export function hasChoices(kind: CustomFieldKind): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** Whether a field is asked of customers of a kind. */
export function isAskedOf({ appliesTo }: Pick<CustomField, 'appliesTo'>, kind: 'person' | 'organization'): boolean {
  return appliesTo === 'everyone' || appliesTo === `${kind}s`;
}

function readChoices(told: readonly CustomChoiceTold[]): Result<readonly ChoiceWords[]> {
  if (told.length === 0) return err('custom_field.choices_missing', {}, 'choices');
  if (told.length > customLimits.choices) return err('custom_field.too_many_choices', { most: customLimits.choices }, 'choices');
  const choices: ChoiceWords[] = [];
  const seen = new Set<string>();
  for (const [place, { id, name: written }] of told.entries()) {
    const field = `choices.${place}.name`;
    const name = tidyLine(written);
    if (name === null) return err('custom_field.choice_name_missing', {}, field);
    if (name.length > customLimits.name) return err('custom_field.too_long', { most: customLimits.name }, field);
    const foldedName = foldedFieldName(name);
    if (seen.has(foldedName) || (id !== undefined && seen.has(id))) return err('custom_field.choice_twice', { name }, field);
    seen.add(foldedName);
    if (id !== undefined) seen.add(id);
    choices.push({ id, name, foldedName });
  }
  return ok(choices);
}
