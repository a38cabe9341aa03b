import { headerForm, inSerbianLatin } from '#kit/domain/headers.ts';
import { foldedFieldName, type CustomField } from '#features/people/domain/index.ts';
import { contactFields, type ColumnMeaning, type ContactField } from './fields.ts';
import { customHeader } from './write-row.ts';
import { formatOf, meaningIn } from './formats/index.ts';
import { headerWords, labelWords } from './header-words.ts';

export type ColumnMeanings = Readonly<Record<string, ColumnMeaning>>;

const words = contactFields.flatMap((field) => (headerWords[field] ?? []).map((word) => [field, headerForm(word)] as const));
const labels = labelWords.map(([label, all]) => [label, all.map(headerForm)] as const);
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Guesses what the columns of a table tell: from the names of the workspace's own fields, from the program that wrote it, else from headers in six languages, else,
 * for e-mails, from the values.
 */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly CustomField[] = [],
): ColumnMeanings {
  const format = formatOf(names);
  const guessed = names.map(
    (name, index) =>
      meaningByField(name, fields) ?? (format ? meaningIn(format, name) : (meaningByHeader(name) ?? meaningByValues(rows, index))),
  );
  if (!format) settleName(guessed);
  return Object.fromEntries(names.flatMap((name, index) => (guessed[index] ? [[name, guessed[index]] as const] : [])));
}

/** Whether the first row names columns rather than a person. */
export function isHeader(firstRow: readonly string[]): boolean {
  if (formatOf(firstRow)) return true;
  if (firstRow.some((cell) => email.test(cell.trim()) || /^\+?[\d\s()/.-]{6,}$/.test(cell.trim()))) return false;
  return firstRow.some((cell) => meaningByHeader(cell) !== undefined);
}

function meaningByField(name: string, fields: readonly CustomField[]): ColumnMeaning | undefined {
  const folded = foldedFieldName(name);
  const field = fields.find((one) => !one.isArchived && [one.name, customHeader(one)].some((known) => foldedFieldName(known) === folded));
  return field && { field: 'custom', custom: field.id };
}

function meaningByHeader(name: string): ColumnMeaning | undefined {
  const written = headerForm(name);
  const form = written.replace(/ ?\d+$/, '');
  if (form === '') return undefined;
  const forms = [form, inSerbianLatin(form)];
  let best: { field: ContactField; score: number } | undefined;
  for (const [field, word] of words) {
    for (const one of forms) {
      const score = one === word ? 1 : ` ${one} `.includes(` ${word} `) ? 0.3 + word.length / one.length / 2 : 0;
      if (score > (best?.score ?? 0)) best = { field, score };
    }
  }
  if (!best) return undefined;
  const label = labels.find(([, all]) => all.some((word) => forms.some((one) => ` ${one} `.includes(` ${word} `))))?.[0];
  const isLabelled = label !== undefined && (best.field === 'phone' || best.field === 'email' || best.field === 'street');
  return isLabelled ? { field: best.field, label } : { field: best.field };
}

function meaningByValues(rows: readonly (readonly string[])[], index: number): ColumnMeaning | undefined {
  const filled = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => email.test(cell)).length >= filled.length * 0.9 ? { field: 'email' } : undefined;
}

/** A name beside a family name is the given one; a second column that claims what a contact has once is not taken. */
function settleName(guessed: (ColumnMeaning | undefined)[]): void {
  const has = (field: ContactField) => guessed.some((one) => one?.field === field);
  if (has('family') && !has('given')) {
    const at = guessed.findIndex((one) => one?.field === 'name');
    if (at !== -1) guessed[at] = { field: 'given' };
  }
  const seen = new Set<ContactField>();
  for (const [index, one] of guessed.entries()) {
    if (!one) continue;
    if (seen.has(one.field) && !['email', 'phone', 'website', 'tags', 'note', 'custom'].includes(one.field)) guessed[index] = undefined;
    seen.add(one.field);
  }
}
