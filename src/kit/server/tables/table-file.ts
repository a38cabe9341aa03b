import { fail } from '#kit/domain/result.ts';
import { sniffDialect, type Delimiter, type Dialect } from './dialect.ts';
import { createEncodingWatch, intoUtf8, isEncoding, type Encoding, type EncodingGrounds } from './encoding.ts';
import { otherKindOf } from './file-kind.ts';
import { createRowSplitter } from './row-splitter.ts';
import type { Row } from './row.ts';
import { examineFile, readBytes, type ReadingOptions } from './table-bytes.ts';

/** How a file becomes rows. A plain value: shown, corrected by a person, and handed to `readRows`. */
export type TableFormat = Dialect & { readonly encoding: string };

export type TableFile = {
  readonly format: TableFormat;
  readonly encodingGrounds: EncodingGrounds | 'given';
  /** In bytes, as the file lies on the disk. */
  readonly size: number;
  readonly compressed: boolean;
  /** The first rows, the header among them if there is one. */
  readonly sample: readonly Row[];
  /** Whether the sample is the whole file. */
  readonly sampleIsWhole: boolean;
};

const sampleSize = 524_288;
const mostColumns = 4096;

/**
 * Looks at a file: what it is, its encoding (from every byte of it), its delimiter and its first rows. Whatever is given is not guessed.
 * Fails with `table_file.empty`, `.missing`, `.unreadable`, `.broken_archive`, `.not_a_table` {kind}, `.no_columns`,
 * `.too_many_columns` {limit}, `.first_line_too_long`, `.unknown_encoding` {encoding}.
 */
export async function examineTable(
  file: string,
  given: { encoding?: string | undefined; delimiter?: Delimiter | undefined } = {},
  options: ReadingOptions = {},
): Promise<TableFile> {
  if (given.encoding !== undefined && !isEncoding(given.encoding)) throw fail('table_file.unknown_encoding', { encoding: given.encoding });
  const { size, compressed } = await examineFile(file);
  const { head, whole, encoding } = await lookThrough(file, given.encoding, options);
  const kind = otherKindOf(head);
  if (kind) throw fail('table_file.not_a_table', { kind });
  const bytes = intoUtf8(encoding.name).write(head);
  const text = bytes.toString();
  if (/^\s*$/.test(text)) throw fail('table_file.empty');
  const dialect = sniffDialect(text, given);
  if (!dialect) throw fail('table_file.no_columns');
  const splitter = createRowSplitter(dialect);
  const rows = splitter.push(bytes);
  if (whole) rows.push(...splitter.finish());
  const sample = rows.slice(dialect.skip);
  refuseImpossible(sample[0], text, dialect);
  return {
    format: { ...dialect, encoding: encoding.name },
    encodingGrounds: encoding.grounds,
    size,
    compressed,
    sample,
    sampleIsWhole: whole,
  };
}

type Look = { readonly head: Buffer; readonly whole: boolean; readonly encoding: Encoding | { name: string; grounds: 'given' } };

async function lookThrough(file: string, given: string | undefined, options: ReadingOptions): Promise<Look> {
  const watch = createEncodingWatch();
  const pieces: Buffer[] = [];
  let held = 0;
  let whole = true;
  for await (const piece of readBytes(file, options)) {
    if (held < sampleSize) {
      pieces.push(piece);
      held += piece.length;
    } else {
      whole = false;
      if (given !== undefined) break;
    }
    watch.see(piece);
    if (pieces.length === 1 && otherKindOf(piece)) break;
  }
  return { head: Buffer.concat(pieces), whole, encoding: given === undefined ? watch.conclude() : { name: given, grounds: 'given' } };
}

function refuseImpossible(first: Row | undefined, text: string, dialect: Dialect): void {
  if (first && first.problem !== 'line_too_long' && first.count <= mostColumns) return;
  const [line = ''] = text.split(dialect.newline, 1);
  throw line.split(dialect.delimiter).length > mostColumns
    ? fail('table_file.too_many_columns', { limit: mostColumns })
    : fail('table_file.first_line_too_long');
}

/** The rows of a file in the order and with the line numbers of the file, some thousands at a time. The signal's reason is thrown when it aborts. */
export async function* readRows(file: string, format: TableFormat, options: ReadingOptions = {}): AsyncGenerator<readonly Row[]> {
  const translation = intoUtf8(format.encoding);
  const splitter = createRowSplitter(format);
  let skip = format.skip;
  const below = (rows: Row[]) => {
    if (skip === 0) return rows;
    const kept = rows.slice(skip);
    skip = Math.max(0, skip - rows.length);
    return kept;
  };
  for await (const piece of readBytes(file, options)) {
    const rows = below(splitter.push(translation.write(piece)));
    if (rows.length > 0) yield rows;
  }
  const rows = below([...splitter.push(translation.end()), ...splitter.finish()]);
  if (rows.length > 0) yield rows;
}
