import type { Workspace } from '#features/workspace/server/index.ts';
import { directionOf, isLanguage, type Language } from '#kit/domain/languages.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { translate } from '#kit/server/messages.ts';
import type { PersonalKind } from '#kit/server/personal.ts';
import { personalPage, type TextPart } from '../domain/index.ts';
import type { Known } from './gather.ts';

/** What is known of somebody as a page to read, in their language where Tend speaks it, otherwise in that of the business. */
export function pageOf(known: Known, workspace: Workspace, now: Temporal.Instant): string {
  const language = languageOf(known.customer.language, workspace.language);
  const formats = formatsOf(language, workspace);
  const { name } = known.customer;
  return personalPage({
    language,
    direction: directionOf(language),
    title: translate(language, 'personal_data.command.title', { name }),
    lede: translate(language, 'personal_data.command.lede', { business: workspace.name, at: formats.moment(now) }),
    parts: known.parts.flatMap((part) => (part.rows.length === 0 ? [] : [inWords(part, language, workspace, formats)])),
  });
}

export function languageOf(theirs: string | null, ours: string): Language {
  const language = (theirs ?? ours).slice(0, 2);
  return isLanguage(language) ? language : isLanguage(ours) ? ours : 'en';
}

function inWords({ part, fields, rows }: Known['parts'][number], language: Language, workspace: Workspace, formats: Formats): TextPart {
  // The ids of files are for those who look for them in the zip.
  const shown = Object.entries(fields).filter(([field]) => field !== 'id');
  return {
    heading: translate(language, `personal_data.command.part.${part}`),
    columns: shown.map(([field]) => translate(language, `personal_data.command.field.${field}`)),
    rows: rows.map((row) => shown.map(([field, kind]) => textOf(row[field], kind, { field, row, language, workspace, formats }))),
  };
}

type Around = {
  readonly field: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly workspace: Workspace;
  readonly formats: Formats;
};

function textOf(value: unknown, kind: PersonalKind, { field, row, language, workspace, formats }: Around): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Temporal.Instant) return formats.moment(value);
  if (value instanceof Temporal.PlainDate) return formats.day(value);
  if (Array.isArray(value)) return value.map((one) => wordOf(String(one), language)).join(', ');
  if (kind === 'flag') return wordOf(value === true ? 'yes' : 'no', language);
  if (kind === 'minor' && typeof value === 'number') {
    const currency = typeof row['currency'] === 'string' ? row['currency'] : workspace.currency;
    return formatsOf(language, { ...workspace, currency }).money(value);
  }
  if (typeof value === 'number') return formats.exactNumber(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (kind !== 'word') return text;
  if (field === 'country') return nameOf('region', text, language);
  if (field === 'language') return nameOf('language', text, language);
  return wordOf(text, language);
}

/** A code in words, and as it stands where there are none for it. */
function wordOf(code: string, language: Language): string {
  for (const key of [`personal_data.command.word.${code}`, `audit.command.kind.${code}`]) {
    const word = translate(language, key);
    if (word !== key) return word;
  }
  return code;
}

function nameOf(type: 'region' | 'language', code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
