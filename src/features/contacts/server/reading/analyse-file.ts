import type { CustomField } from '#features/people/domain/index.ts';
import { columnNames } from '#kit/domain/headers.ts';
import { fail } from '#kit/domain/result.ts';
import {
  createEncodingWatch,
  examineFile,
  examineTable,
  isEncoding,
  otherKindOf,
  readBytes,
  readWorkbook,
  type ReadingOptions,
} from '#kit/server/tables/index.ts';
import {
  dateOrderOf,
  formatOf,
  guessColumns,
  isHeader,
  type ContactMapping,
  type ContactSource,
  type GivenContactMapping,
} from '../../domain/index.ts';

export type FileAnalysis = {
  readonly mapping: ContactMapping;
  readonly size: number;
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  /** As they stand in the file, for people to see what the columns hold. */
  readonly firstLines: readonly (readonly string[])[];
};

type Looked = Pick<ContactMapping, 'form' | 'file'> & { readonly size: number; readonly rows: readonly (readonly string[])[] };

/**
 * Looks at a file of contacts: cards, a workbook or a table of text; which program wrote it, and what its columns tell. Whatever is given is
 * not guessed. Fails with the codes of `examineTable` and of `readWorkbook`, and with `contact_import.nobody` where nothing is in it.
 */
export async function analyseFile(
  file: string,
  country: string,
  fields: readonly CustomField[],
  given: GivenContactMapping = {},
  options: ReadingOptions = {},
): Promise<FileAnalysis> {
  const looked = await look(file, given, options);
  const { form, size, rows } = looked;
  const [first = []] = rows;
  const header = form !== 'cards' && (given.file?.header ?? isHeader(first));
  const lines = header ? rows.slice(1) : rows;
  if (form !== 'cards' && lines.length === 0) throw fail('contact_import.nobody');
  const names = form === 'cards' ? [] : columnNames(first, header);
  const format = formatOf(names);
  const source: ContactSource = form === 'cards' ? 'vcard' : (format?.source ?? 'table');
  const columns = given.columns ?? guessColumns(names, lines, fields);
  const ofDays = new Set(fields.filter(({ kind }) => kind === 'date').map(({ id }) => id));
  const holdsDays = (name: string) => columns[name]?.field === 'birthday' || ofDays.has(columns[name]?.custom ?? '');
  const days = names.flatMap((name, index) => (holdsDays(name) ? lines.map((line) => line[index] ?? '') : []));
  return {
    mapping: {
      form,
      source,
      file: { ...looked.file, header },
      columns,
      dateOrder: given.dateOrder ?? dateOrderOf(days) ?? format?.dateOrder ?? 'dmy',
      country: given.country ?? country,
      people: given.people ?? 'contacts',
    },
    size,
    columns: names.map((name, index) => ({ name, examples: examplesOf(lines, index) })),
    firstLines: lines.slice(0, 5).map((line) => names.map((_, index) => (line[index] ?? '').slice(0, 100))),
  };
}

function examplesOf(lines: readonly (readonly string[])[], index: number): string[] {
  const filled = lines.map((line) => (line[index] ?? '').trim().slice(0, 100)).filter((cell) => cell !== '');
  return [...new Set(filled)].slice(0, 3);
}

const plain = { encoding: 'utf-8', delimiter: ',', newline: '\n', skip: 0, header: true } as const;
const sampled = 1000;

async function look(file: string, given: GivenContactMapping, options: ReadingOptions): Promise<Looked> {
  if (given.file?.encoding !== undefined && !isEncoding(given.file.encoding)) {
    throw fail('table_file.unknown_encoding', { encoding: given.file.encoding });
  }
  const { size } = await examineFile(file);
  const head = await headOf(file);
  if (isCards(head))
    return { form: 'cards', file: { ...plain, encoding: given.file?.encoding ?? (await encodingOf(file, options)) }, size, rows: [] };
  if (otherKindOf(head) === 'xlsx') {
    const rows = await firstRows(file, options);
    const skip = given.file?.skip ?? titleRows(rows);
    return { form: 'workbook', file: { ...plain, skip }, size, rows: rows.slice(skip) };
  }
  const table = await examineTable(file, { encoding: given.file?.encoding, delimiter: given.file?.delimiter }, options);
  const skip = given.file?.skip ?? table.format.skip;
  const rows = table.sample.slice(Math.max(0, skip - table.format.skip), sampled).map((row) => row.cells);
  return { form: 'table', file: { ...plain, ...table.format, skip }, size, rows };
}

async function headOf(file: string): Promise<Buffer> {
  for await (const piece of readBytes(file)) return Buffer.from(piece);
  throw fail('table_file.empty');
}

function isCards(head: Buffer): boolean {
  const text = head
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  return /^\s*BEGIN:VCARD/i.test(text);
}

async function encodingOf(file: string, options: ReadingOptions): Promise<string> {
  const watch = createEncodingWatch();
  for await (const piece of readBytes(file, options)) watch.see(piece);
  return watch.conclude().name;
}

async function firstRows(file: string, options: ReadingOptions): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of readWorkbook(file, options)) {
    rows.push(...batch.map(({ cells }) => cells));
    if (rows.length >= sampled) break;
  }
  return rows.slice(0, sampled);
}

/** A title and a date of printing above the table fill one cell of their rows. */
function titleRows(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  return first > 0 && first <= 20 ? first : 0;
}
