import type { ColumnProfile } from './column-profile.ts';
import { importFields, type ImportField } from './fields.ts';
import { headerForm, inSerbianLatin } from '#kit/domain/headers.ts';
import { headerWords, otherThings } from './header-words.ts';

/** `sure`: the header is a customary one and the values fit. `likely`: part of the header is. `guess`: only the values say so. */
export type Confidence = 'sure' | 'likely' | 'guess';

export type ColumnGuess = {
  readonly field: ImportField;
  readonly column: string;
  readonly confidence: Confidence;
  /** What it was told by: the customary header found in this one, or the values. */
  readonly because: { readonly by: 'header'; readonly word: string } | { readonly by: 'values' };
};

export type Column = { readonly name: string; readonly profile: ColumnProfile };

type Candidate = ColumnGuess & { readonly score: number };

const words = new Map<ImportField, readonly string[]>(importFields.map((field) => [field, headerWords[field].map(headerForm)]));
const others = otherThings.map(headerForm);

/** Guesses which column tells what, by headers in six languages and by the values beneath them. Each column tells one thing. */
export function guessColumns(columns: readonly Column[]): ColumnGuess[] {
  const guesses: ColumnGuess[] = [];
  const take = (candidate: Candidate) => {
    const taken = guesses.some((guess) => guess.field === candidate.field || guess.column === candidate.column);
    if (!taken)
      guesses.push({ field: candidate.field, column: candidate.column, confidence: candidate.confidence, because: candidate.because });
  };
  columns
    .flatMap(byHeader)
    .toSorted((one, other) => other.score - one.score)
    .forEach(take);
  const open = () => columns.filter((column) => !guesses.some((guess) => guess.column === column.name));
  for (const [field, fits] of valueTests) {
    if (guesses.some((guess) => guess.field === field) || (field === 'unitPrice' && guesses.some((guess) => guess.field === 'lineTotal')))
      continue;
    const best = open()
      .map((column) => ({ column, score: fits(column.profile) }))
      .toSorted((one, other) => other.score - one.score)[0];
    if (best && best.score > 0)
      take({ field, column: best.column.name, confidence: 'guess', because: { by: 'values' }, score: best.score });
  }
  return guesses.toSorted((one, other) => importFields.indexOf(one.field) - importFields.indexOf(other.field));
}

function byHeader(column: Column): Candidate[] {
  const form = headerForm(column.name);
  const forms = [form, inSerbianLatin(form)];
  const aside = others.some((word) => includesWords(form, word) || includesWords(forms[1] ?? '', word));
  return importFields.flatMap((field) => {
    const found = bestWord(forms, words.get(field) ?? []);
    if (!found) return [];
    const meant = field === 'customerNumber' && looksLikeNames(column.profile) ? 'customerName' : field;
    const score = found.score * (aside && found.score < 1 ? 0.3 : 1) * valueFit(meant, column.profile);
    if (score < 0.3) return [];
    return [
      {
        field: meant,
        column: column.name,
        confidence: score >= 0.95 ? ('sure' as const) : ('likely' as const),
        because: { by: 'header' as const, word: found.word },
        score,
      },
    ];
  });
}

function bestWord(forms: readonly string[], customary: readonly string[]): { word: string; score: number } | undefined {
  let best: { word: string; score: number } | undefined;
  for (const word of customary) {
    for (const form of forms) {
      const extra = form.split(' ').length - word.split(' ').length;
      const score = form === word ? 1 : includesWords(form, word) ? Math.max(0.4, 0.8 - 0.08 * extra) : 0;
      if (score > (best?.score ?? 0)) best = { word, score };
    }
  }
  return best;
}

function includesWords(form: string, word: string): boolean {
  return ` ${form} `.includes(` ${word} `);
}

function looksLikeNames(profile: ColumnProfile): boolean {
  return profile.filled > 0 && profile.codes < 0.3 && profile.integers < 0.3;
}

/** How well the values go with the meaning that a header suggests. An empty column fits anything, barely. */
function valueFit(field: ImportField, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.5;
  const needs = (share: number) => (share >= 0.8 ? 1 : share >= 0.5 ? 0.6 : 0.05);
  switch (field) {
    case 'placedAt':
      return needs(Math.max(profile.dates, profile.integers > 0.8 && profile.codes > 0.8 ? 0.6 : 0));
    case 'placedTime':
      return needs(Math.max(profile.times, profile.numbers * 0.7));
    case 'quantity':
    case 'unitPrice':
    case 'lineTotal':
    case 'discount':
      return needs(profile.numbers) * (profile.dates > 0.8 && profile.numbers < 0.8 ? 0.05 : 1);
    case 'customerEmail':
      return needs(profile.emails);
    case 'customerPhone':
      return needs(profile.phones);
    case 'currency':
      return needs(profile.currencies);
    case 'purchaseNumber':
      return profile.dates > 0.8 && profile.codes < 0.8 ? 0.05 : needs(Math.max(profile.codes, profile.integers));
    case 'kind':
      return profile.distinct < 0.5 || profile.filled < 0.05 ? 1 : 0.4;
    case 'productName':
    case 'customerName':
      // A name is seldom a number; a column headed so that holds only numbers is likelier a code.
      return profile.numbers > 0.9 ? 0.35 : 1;
    default:
      return 1;
  }
}

/** For files whose headers say nothing: what values alone can tell, in this order. */
const valueTests: readonly (readonly [ImportField, (profile: ColumnProfile) => number])[] = [
  ['customerEmail', (profile) => (profile.emails >= 0.9 ? profile.emails : 0)],
  ['placedAt', (profile) => (profile.dates >= 0.9 && profile.filled >= 0.9 ? profile.dates : 0)],
  ['currency', (profile) => (profile.currencies >= 0.95 && profile.distinct < 0.1 ? 1 : 0)],
  ['unitPrice', (profile) => (profile.numbers >= 0.95 && profile.filled >= 0.95 && profile.integers < 0.9 ? 1 - profile.integers : 0)],
  [
    'quantity',
    (profile) =>
      profile.integers >= 0.98 && profile.filled >= 0.95 && profile.distinct < 0.2 && profile.examples.every((value) => value.length <= 4)
        ? 1 - profile.distinct
        : 0,
  ],
  [
    'purchaseNumber',
    (profile) =>
      profile.codes >= 0.95 && profile.filled >= 0.98 && profile.dates < 0.5 && profile.examples.every((value) => value.length >= 4)
        ? 0.5 + profile.distinct / 2
        : 0,
  ],
  [
    'customerNumber',
    (profile) => (profile.codes >= 0.95 && profile.dates < 0.5 && profile.examples.every((value) => value.length >= 3) ? 0.5 : 0),
  ],
];
