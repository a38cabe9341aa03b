import {
  changeCustomValues,
  readWrittenValue,
  tidyLine,
  writtenValue,
  type CustomField,
  type CustomValue,
  type CustomValues,
  type DecimalMark,
} from '#features/people/domain/index.ts';
import { readDay, type DateOrder } from './birthday.ts';
import type { Contact, CustomTexts, WarningReason } from './contact.ts';

export type CustomReading = {
  readonly fields: readonly CustomField[];
  readonly dateOrder: DateOrder;
  /** The mark before decimals where a number could be read either way. */
  readonly mark: DecimalMark;
};

/** What was written into the fields, as it can be kept; what is none of a field's kind, or not asked of such contacts, is left out with a warning. */
export function settleCustom(
  told: CustomTexts,
  kind: Contact['kind'],
  { fields, dateOrder, mark }: CustomReading,
  warn: (reason: WarningReason, value: string) => void,
): CustomTexts {
  const dayOf = (written: string) => readDay(written, dateOrder);
  const settled: Record<string, string> = {};
  for (const field of fields) {
    const written = tidyLine(told[field.id]);
    if (written === null) continue;
    // Who is meant by a name, only the books say.
    const isPerson = field.kind === 'person';
    const value = isPerson ? nobody : readWrittenValue(field, written, { mark, dayOf });
    const read = value === undefined ? undefined : changeCustomValues([field], kind, {}, { [field.id]: value });
    const kept = read?.ok ? read.value[field.id] : undefined;
    if (kept !== undefined) settled[field.id] = isPerson ? written : writtenValue(field, kept, String);
    else if (read && !read.ok && read.failure.code.endsWith('_only')) warn('custom_not_asked', `${field.name}: ${written}`);
    else warn('custom_unreadable', `${field.name}: ${written}`);
  }
  return settled;
}

const nobody = '00000000-0000-4000-8000-000000000000';

/** What a customer has, as texts. */
export function customTexts(values: CustomValues, fields: readonly CustomField[], nameOf: (person: string) => string): CustomTexts {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.id];
      return value === undefined ? [] : [[field.id, writtenValue(field, value, nameOf)] as const];
    }),
  );
}

/**
 * The values of texts that `settleCustom` or `customTexts` made. Where a text is what it was, so is the value, and so are the fields that no file tells of. People who are
 * named anew are left to `peopleNamed`.
 */
export function customValues(
  texts: CustomTexts,
  fields: readonly CustomField[],
  before: { readonly values: CustomValues; readonly texts: CustomTexts },
): CustomValues {
  const values: Record<string, CustomValue> = { ...before.values };
  for (const field of fields) {
    const text = texts[field.id];
    if (text === undefined || text === before.texts[field.id] || field.kind === 'person') continue;
    const value = readWrittenValue(field, text, { mark: '.', dayOf: (day) => day });
    if (value !== undefined) values[field.id] = value;
  }
  return Object.fromEntries(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Who is named anew in fields of people. */
export function peopleNamed(
  texts: CustomTexts,
  fields: readonly CustomField[],
  before: CustomTexts,
): { field: CustomField; name: string }[] {
  return fields.flatMap((field) => {
    const name = texts[field.id];
    return field.kind === 'person' && name !== undefined && name !== before[field.id] ? [{ field, name }] : [];
  });
}
