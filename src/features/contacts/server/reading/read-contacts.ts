import iconv from 'iconv-lite';
import type { CustomField } from '#features/people/domain/index.ts';
import { readyPhoto, type ReadyPhoto } from '#features/people/server/index.ts';
import { columnNames } from '#kit/domain/headers.ts';
import { fail } from '#kit/domain/result.ts';
import { intoUtf8, isEncoding, readBytes, readRows, readWorkbook, type ReadingOptions, type RowProblem } from '#kit/server/tables/index.ts';
import {
  createCardReader,
  createCardSplitter,
  createRowReader,
  isPicture,
  tableColumns,
  unknownContact,
  type ContactMapping,
  type ContactSettler,
  type Decode,
  type RawCard,
  type ReadContact,
} from '../../domain/index.ts';

/** One row or card of a file. */
export type Entry = {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly read: ReadContact;
  /** As it stands in the file; of a card, as it would stand in a table of ours. */
  readonly cells: readonly string[];
  /** The photo that the contact names. */
  readonly photo?: ReadyPhoto | undefined;
};

export type ContactFile = {
  /** The columns of `cells`. */
  readonly columns: readonly string[];
  readonly entries: AsyncGenerator<readonly Entry[]>;
};

/** What cards that were not taken are written into, so that they can be corrected in a spreadsheet and brought back. */
const cardSizes = { emails: 3, phones: 3, websites: 1, addresses: 1, roles: 1 };

export type Understanding = {
  readonly settle: ContactSettler;
  /** The workspace's own fields that are asked. */
  readonly fields: readonly CustomField[];
  readonly takesPhotos: boolean;
};

/** Reads every row or card of a file by a mapping, some thousands at a time; their photos too, where they are to be taken. Fails with the codes of `readBytes`, `readWorkbook`, and `contact_import.nobody`. */
export async function openContacts(
  file: string,
  mapping: ContactMapping,
  understanding: Understanding,
  options: ReadingOptions = {},
): Promise<ContactFile> {
  if (mapping.form === 'cards') {
    const columns = tableColumns(cardSizes, understanding.fields);
    return { columns: columns.map(({ header }) => header), entries: readCards(file, mapping, understanding, columns, options) };
  }
  const rows = mapping.form === 'workbook' ? workbookRows(file, mapping.file.skip, options) : tableRows(file, mapping, options);
  const opening = await rows.next();
  const [first, ...others] = opening.done ? [] : opening.value;
  if (!first) throw fail('contact_import.nobody');
  const names = columnNames(first.cells, mapping.file.header);
  const reader = createRowReader(names, mapping.columns, understanding.settle);
  const understand = ({ line, cells, problem }: TableRow): Entry => ({
    line,
    cells,
    read: problem ? { setAside: problem } : reader(cells),
  });
  return {
    columns: names,
    entries: (async function* () {
      yield (mapping.file.header ? others : [first, ...others]).filter(isFilled).map(understand);
      for await (const batch of rows) yield batch.filter(isFilled).map(understand);
    })(),
  };
}

type TableRow = { readonly line: number; readonly cells: readonly string[]; readonly problem?: RowProblem | undefined };

/** Spreadsheets end in rows of nothing but delimiters. */
function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

async function* tableRows(file: string, { file: form }: ContactMapping, options: ReadingOptions): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of readRows(file, form, options)) yield batch.map(({ line, cells, problem }) => ({ line, cells, problem }));
}

async function* workbookRows(file: string, skip: number, options: ReadingOptions): AsyncGenerator<readonly TableRow[]> {
  let left = skip;
  for await (const batch of readWorkbook(file, options)) {
    const kept = batch.slice(left);
    left = Math.max(0, left - batch.length);
    if (kept.length > 0) yield kept;
  }
}

async function* readCards(
  file: string,
  mapping: ContactMapping,
  { settle, fields, takesPhotos }: Understanding,
  columns: ReturnType<typeof tableColumns>,
  options: ReadingOptions,
): AsyncGenerator<readonly Entry[]> {
  const { encoding } = mapping.file;
  // Cards in UTF-16 are read as UTF-8; every other encoding is left to the properties, each of which may have its own.
  const wide = encoding.startsWith('utf-16');
  const translation = intoUtf8(wide ? encoding : 'utf-8');
  const decode = decoder(wide ? 'utf-8' : encoding);
  const reader = createCardReader(decode, settle, fields);
  const splitter = createCardSplitter();
  const understand = (card: RawCard): Entry => {
    const { read, photo } = withPhoto(reader(card), takesPhotos);
    const contact =
      'contact' in read
        ? read.contact
        : {
            ...unknownContact,
            note: card.lines
              .filter((line) => !isPicture(line))
              .map((line) => decode(line, undefined))
              .join('\n')
              .slice(0, 5000),
          };
    return { line: card.line, read, cells: columns.map(({ cell }) => cell(contact)), photo };
  };
  let any = false;
  for await (const piece of readBytes(file, options)) {
    const cards = splitter.push(translation.write(piece).toString('latin1'));
    any ||= cards.length > 0;
    if (cards.length > 0) yield cards.map(understand);
  }
  const cards = [...splitter.push(translation.end().toString('latin1')), ...splitter.finish()];
  if (cards.length > 0) yield cards.map(understand);
  else if (!any) throw fail('contact_import.nobody');
}

/** Looks at the photo of a card; one that is none is left out with a warning. */
function withPhoto(read: ReadContact, takesPhotos: boolean): Pick<Entry, 'read' | 'photo'> {
  if ('setAside' in read || !(read.photo instanceof Uint8Array)) return { read };
  if (!takesPhotos) return { read: { ...read, photo: undefined } };
  const photo = readyPhoto(read.photo);
  const { contact, warnings } = read;
  if (photo) return { read: { warnings, contact: { ...contact, photo: photo.sha256 }, photo: undefined }, photo };
  const unusable = { reason: 'photo_unusable' as const, value: `${Math.ceil(read.photo.length / 1000)} kB` };
  return { read: { contact, warnings: [...warnings, unusable], photo: undefined } };
}

function decoder(usual: string): Decode {
  return (bytes, charset) => {
    const name = charset !== undefined && isEncoding(charset) ? charset : usual;
    // Plain ASCII is the same in every encoding that cards are written in.
    return /^[\0-\x7f]*$/.test(bytes) ? bytes : iconv.decode(Buffer.from(bytes, 'latin1'), name);
  };
}
