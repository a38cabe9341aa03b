import { allTexts, type Cells } from '#kit/domain/cells.ts';
import { columnNames } from '#kit/domain/headers.ts';
import { profileOf } from './column-profile.ts';
import { currenciesNamed } from './currencies.ts';
import { readDate } from './dates.ts';
import { createDateOrderWatch } from './date-order.ts';
import { createDecimalMarkWatch } from './decimal-mark.ts';
import { isNegative } from './decimal.ts';
import type { ImportField } from './fields.ts';
import { isHeader } from './first-row.ts';
import { guessColumns, type ColumnGuess } from './guess-columns.ts';
import { createKindWatch, kindNamed, prefixOf, type KindRules } from './kinds.ts';
import { checkMapping, missingFields, type FileForm, type ImportQuestion, type PurchaseMapping } from './mapping.ts';
import { memo } from './memo.ts';
import { readNumber } from './numbers.ts';
import { reference } from './references.ts';
import { createTally, type Tally } from './tally.ts';
import { createLineReader } from './line-reader.ts';

/** What a person, or an earlier import of the same shop, says about a file; only the rest is guessed. */
export type GivenMapping = {
  readonly file?: { readonly [Part in keyof FileForm]?: FileForm[Part] | undefined } | undefined;
  readonly columns?: PurchaseMapping['columns'] | undefined;
  readonly dateOrder?: PurchaseMapping['dateOrder'] | undefined;
  readonly decimalMark?: PurchaseMapping['decimalMark'] | undefined;
  readonly currency?: string | undefined;
  readonly numbering?: PurchaseMapping['numbering'] | undefined;
  readonly kinds?: KindRules | undefined;
};

export type ImportAnalysis = {
  readonly mapping: PurchaseMapping;
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  /** As they stand in the file, for people to see what the columns hold. */
  readonly firstLines: readonly (readonly string[])[];
  /** Why each column was taken for what; those that a person named are not among them. */
  readonly guesses: readonly ColumnGuess[];
  /** Fields that must still be given a column; one of each group is enough. */
  readonly missing: readonly (readonly ImportField[])[];
  readonly questions: readonly ImportQuestion[];
  /** What would become of the looked-at lines; absent while something is missing or asked. */
  readonly trial: Tally | undefined;
};

export type ToAnalyse = {
  /** The first rows of the file, below what stands above the table. */
  readonly rows: readonly Cells[];
  readonly file: Omit<FileForm, 'header'>;
  /** The workspace's currency, taken where the file names none. */
  readonly currency: string;
  /** The last day, since 1970-01-01, that is not in the future. */
  readonly latestDay: number;
  readonly given?: GivenMapping | undefined;
};

/** Guesses from the first rows of a sales export how to read it, says why, and asks what the file leaves open. */
export function analyse({ rows, file, currency, latestDay, given = {} }: ToAnalyse): ImportAnalysis {
  const texts = rows.map(allTexts);
  const [firstRow = []] = texts;
  const header = given.file?.header ?? isHeader(firstRow);
  const lines = header ? texts.slice(1) : texts;
  const names = columnNames(firstRow, header);
  const looked = lines.slice(0, 1000);
  const columns = names.map((name, index) => ({ name, profile: profileOf(looked, index) }));
  const guessed = given.columns ? [] : withoutNeedlessTotal(guessColumns(columns), names, looked);
  const meant = given.columns ?? Object.fromEntries(guessed.map((guess) => [guess.field, guess.column]));
  const cellOf = (field: ImportField) => cellReader(meant, names, field);

  const watch = createQuestionWatch(meant, names);
  for (const line of lines) watch.see(line);
  const settled = watch.conclude();
  const dateOrder = given.dateOrder ?? settled.dateOrder;
  const decimalMark = given.decimalMark ?? settled.decimalMark;
  const mapping: PurchaseMapping = {
    file: {
      encoding: given.file?.encoding ?? file.encoding,
      delimiter: given.file?.delimiter ?? file.delimiter,
      newline: given.file?.newline ?? file.newline,
      skip: given.file?.skip ?? file.skip,
      header,
    },
    columns: meant,
    dateOrder,
    decimalMark,
    currency: given.currency ?? currencyOf(lines, cellOf, currency),
    numbering: given.numbering ?? numberingOf(lines, cellOf),
    kinds: given.kinds ?? kindsOf(lines, cellOf, decimalMark === ',' ? ',' : '.'),
  };
  return {
    mapping,
    columns: columns.map(({ name, profile }) => ({ name, examples: profile.examples })),
    firstLines: lines.slice(0, 5).map((line) => names.map((_, index) => (line[index] ?? '').slice(0, 100))),
    guesses: guessed,
    missing: missingFields(meant),
    questions: settled.questions.filter((question) => mapping[question.about] === 'ask'),
    trial: trialOf(mapping, names, header ? rows.slice(1) : rows, latestDay),
  };
}

export type QuestionWatch = {
  see(cells: readonly string[]): void;
  conclude(): { dateOrder: PurchaseMapping['dateOrder']; decimalMark: PurchaseMapping['decimalMark']; questions: ImportQuestion[] };
};

/** Sees all lines of a file when its first ones leave a question open: one line further down may settle it. */
export function createQuestionWatch(columns: PurchaseMapping['columns'], names: readonly string[]): QuestionWatch {
  const dates = createDateOrderWatch();
  const marks = createDecimalMarkWatch();
  const date = cellReader(columns, names, 'placedAt');
  const figures = (['unitPrice', 'lineTotal', 'quantity', 'discount'] as const).map((field) => cellReader(columns, names, field));
  return {
    see(cells) {
      dates.see(date(cells));
      for (const figure of figures) marks.see(figure(cells));
    },
    conclude() {
      const { order, examples } = dates.conclude();
      const mark = marks.conclude();
      const questions: ImportQuestion[] = [];
      if (order === 'ask') questions.push({ about: 'dateOrder', options: ['dmy', 'mdy'], examples });
      if (mark.mark === 'ask') questions.push({ about: 'decimalMark', options: ['.', ','], examples: mark.examples });
      return { dateOrder: order, decimalMark: mark.mark, questions };
    },
  };
}

type CellReader = (cells: readonly string[]) => string;
type CellOf = (field: ImportField) => CellReader;

function cellReader(columns: PurchaseMapping['columns'], names: readonly string[], field: ImportField): CellReader {
  const index = names.indexOf(columns[field] ?? '');
  return index === -1 ? () => '' : (cells) => cells[index] ?? '';
}

/**
 * A total beside a price is needed only when it says something else: a price after discount. It is not taken when it is not on every line
 * (the total of an order, written once) or when it is more than quantity times price (with tax).
 */
function withoutNeedlessTotal(guesses: ColumnGuess[], names: readonly string[], lines: readonly (readonly string[])[]): ColumnGuess[] {
  const columns = Object.fromEntries(guesses.map((guess) => [guess.field, guess.column]));
  if (columns['unitPrice'] === undefined || columns['lineTotal'] === undefined) return guesses;
  const [price, total, quantity] = (['unitPrice', 'lineTotal', 'quantity'] as const).map((field) => cellReader(columns, names, field));
  let less = 0;
  let other = 0;
  for (const line of lines) {
    const [each, sum, count] = [price, total, quantity].map((cell) => approximate(cell?.(line) ?? ''));
    if (each === undefined || sum === undefined) other++;
    else if (Math.abs(sum) < Math.abs(each * (count ?? 1)) * 0.9999 - 0.005) less++;
    else if (Math.abs(sum) > Math.abs(each * (count ?? 1)) * 1.0001 + 0.005) other++;
  }
  const needed = less > 0 && other <= lines.length * 0.01;
  return guesses.filter((guess) => guess.field !== (needed ? 'discount' : 'lineTotal'));
}

function approximate(written: string): number | undefined {
  const number = readNumber(written, '.') ?? readNumber(written, ',');
  return number && Number(number.value.units) / 10 ** number.value.scale;
}

function currencyOf(lines: readonly (readonly string[])[], cellOf: CellOf, usual: string): string {
  const [named, price, total] = [cellOf('currency'), cellOf('unitPrice'), cellOf('lineTotal')];
  const besideOf = memo((written) => (readNumber(written, '.') ?? readNumber(written, ','))?.beside ?? '');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const beside = besideOf(price(line) || total(line));
    const possible = currenciesNamed(named(line)) ?? (beside === '' ? undefined : currenciesNamed(beside));
    const one = possible?.includes(usual) ? usual : possible?.[0];
    if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [usual, 0] as const)[0];
}

/** Tills begin again at one every day, some books every year: then the same number means several purchases. */
function numberingOf(lines: readonly (readonly string[])[], cellOf: CellOf): PurchaseMapping['numbering'] {
  const [number, date] = [cellOf('purchaseNumber'), cellOf('placedAt')];
  const dated = memo((written) => readDate(written, 'dmy', 2100));
  const days = new Map<string, Set<number>>();
  for (const line of lines) {
    const moment = dated(date(line));
    const written = reference(number(line));
    if (typeof moment === 'string' || !/^\d+$/.test(written)) continue;
    const seen = days.get(written) ?? new Set();
    days.set(written, seen.add(moment.day));
  }
  const repeated = [...days.values()].filter((seen) => seen.size > 1);
  if (repeated.length < 5 || repeated.length < days.size * 0.3) return 'once';
  const apart = repeated.filter((seen) => Math.max(...seen) - Math.min(...seen) > 200).length;
  return apart > repeated.length * 0.9 ? 'yearly' : 'daily';
}

function kindsOf(lines: readonly (readonly string[])[], cellOf: CellOf, mark: '.' | ','): KindRules {
  const [number, quantity, total, word] = [cellOf('purchaseNumber'), cellOf('quantity'), cellOf('lineTotal'), cellOf('kind')];
  const watch = createKindWatch();
  const signOf = memo((written) => {
    const figure = readNumber(written, mark);
    return figure && isNegative(figure.value) ? -1 : 1;
  });
  const kindOf = memo(kindNamed);
  const signed = lines.map((line) => ({
    number: reference(number(line)),
    sign: signOf(quantity(line) || total(line)),
    returned: kindOf(word(line)) === 'return',
  }));
  for (const line of signed) watch.see(line.number, line.sign);
  const rules = watch.conclude();
  const returns = signed.filter((line) => line.returned || rules.returnPrefixes.includes(prefixOf(line.number) ?? ''));
  const positive = returns.filter((line) => line.sign > 0).length;
  return { ...rules, returnQuantities: positive > returns.length / 2 ? 'positive' : 'negative' };
}

function trialOf(mapping: PurchaseMapping, names: readonly string[], lines: readonly Cells[], latestDay: number): Tally | undefined {
  if (!checkMapping(mapping, names).ok) return undefined;
  const read = createLineReader(mapping, names, latestDay);
  const tally = createTally();
  for (const line of lines) tally.add(read(line));
  return tally.conclude();
}
