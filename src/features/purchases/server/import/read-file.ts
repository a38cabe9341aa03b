import { columnNames } from '#kit/domain/headers.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import { examineTable, readRows, type ReadingOptions, type Row, type TableFile } from '#kit/server/tables/index.ts';
import {
  analyse,
  checkMapping,
  createLineReader,
  createQuestionWatch,
  type GivenMapping,
  type ImportAnalysis,
  type PurchaseLine,
  type PurchaseMapping,
  type SetAsideReason,
} from '../../domain/index.ts';

export type FileAnalysis = ImportAnalysis & {
  readonly size: number;
  readonly compressed: boolean;
  readonly encodingGrounds: TableFile['encodingGrounds'];
};

export type Reading = {
  /** The last day that is not in the future: tomorrow, since somewhere it is tomorrow already. */
  readonly latestDay: number;
  /** The workspace's currency. */
  readonly currency: string;
};

/**
 * Looks at a sales export and guesses how to read it. Where the first lines leave a question open, all of them are asked.
 * Fails with the codes of `examineTable` and `purchase_import.no_lines`.
 */
export async function analyseFile(
  file: string,
  reading: Reading,
  given: GivenMapping = {},
  options: ReadingOptions = {},
): Promise<FileAnalysis> {
  const table = await examineTable(file, { encoding: given.file?.encoding, delimiter: given.file?.delimiter }, options);
  const skip = given.file?.skip ?? table.format.skip;
  const rows = table.sample.slice(Math.max(0, skip - table.format.skip));
  const look = (more: GivenMapping) =>
    analyse({
      rows,
      file: { ...table.format, skip },
      currency: reading.currency,
      latestDay: reading.latestDay,
      given: { ...given, ...more },
    });
  let analysis = look({});
  if (rows.length <= (analysis.mapping.file.header ? 1 : 0)) throw fail('purchase_import.no_lines');
  if (analysis.questions.length > 0 && !table.sampleIsWhole) {
    const watch = createQuestionWatch(
      analysis.mapping.columns,
      analysis.columns.map((column) => column.name),
    );
    for await (const batch of readRows(file, { ...table.format, skip }, options)) {
      for (const row of batch) watch.see(row.cells);
    }
    const { dateOrder, decimalMark } = watch.conclude();
    analysis = look({ dateOrder: given.dateOrder ?? dateOrder, decimalMark: given.decimalMark ?? decimalMark });
  }
  return { ...analysis, size: table.size, compressed: table.compressed, encodingGrounds: table.encodingGrounds };
}

export type ReadBatch = {
  readonly rows: readonly Row[];
  /** What a row of the batch says, or why it is set aside. */
  readonly understand: (row: Row) => PurchaseLine | SetAsideReason;
};

/** Reads every line of a file by a mapping, some thousands at a time. Fails with the codes of `checkMapping` before anything is read. */
export async function* readLines(
  file: string,
  mapping: PurchaseMapping,
  latestDay: number,
  options: ReadingOptions = {},
): AsyncGenerator<ReadBatch> {
  let understand: ReadBatch['understand'] | undefined;
  for await (const batch of readRows(file, mapping.file, options)) {
    let rows = batch;
    const [first] = batch;
    if (!understand && first) {
      const names = columnNames(first.cells, mapping.file.header);
      const read = createLineReader(unwrap(checkMapping(mapping, names)), names, latestDay);
      understand = (row) => row.problem ?? read(row);
      if (mapping.file.header) rows = batch.slice(1);
    }
    if (understand) yield { rows, understand };
  }
  if (!understand) throw fail('purchase_import.no_lines');
}

/** The names of a file's columns, read by a mapping. */
export async function columnsOf(file: string, mapping: PurchaseMapping): Promise<string[]> {
  const { skip, header, encoding, delimiter } = mapping.file;
  const table = await examineTable(file, { encoding, delimiter });
  return columnNames(table.sample[Math.max(0, skip - table.format.skip)]?.cells ?? [], header);
}
