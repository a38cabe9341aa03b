import { fail } from '#kit/domain/result.ts';
import type { ReadingOptions } from '../table-bytes.ts';
import { createSheetReader, mostLetters, type SheetRow } from './sheet.ts';
import { createXmlReader, type XmlHandler } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

export type { SheetRow } from './sheet.ts';

/** Texts that several cells share are held in memory, so they may only come to so much. */
const mostShared = { letters: 100_000_000, texts: 2_000_000 };
/** So may what says which sheets and styles there are. */
const mostNamed = { letters: 10_000_000, things: 100_000 };

/**
 * The rows of the first visible sheet of a workbook (.xlsx), some thousands at a time; empty ones are left out. Dates come as ISO days, numbers
 * without exponents, formulas as what they came to when the file was saved. Fails with `table_file.broken_archive` where the file is no
 * workbook, `table_file.workbook_too_large`, `table_file.too_many_columns` {limit}.
 */
export async function* readWorkbook(file: string, options: ReadingOptions = {}): AsyncGenerator<readonly SheetRow[]> {
  const { signal } = options;
  const zip = await openZip(file);
  const { sheet, from1904 } = await findSheet(zip, signal);
  const dates = await dateStyles(zip, signal);
  const shared = await sharedTexts(zip, signal);
  const reader = createSheetReader({ shared, dates, from1904 });
  const xml = createXmlReader(reader);
  for await (const piece of zip.read(sheet, options)) {
    xml.push(piece);
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
  xml.finish();
  const rows = reader.take();
  if (rows.length > 0) yield rows;
}

async function readPart(zip: Zip, name: string, handler: XmlHandler, signal?: AbortSignal): Promise<void> {
  if (!zip.has(name)) return;
  const xml = createXmlReader(handler);
  for await (const piece of zip.read(name, { signal })) xml.push(piece);
  xml.finish();
}

const ignore = () => {};

/** What is kept of a part that lists things; fails with `table_file.workbook_too_large` where it is more than any workbook lists. */
function countNamed(): (text: string | undefined) => string {
  let letters = 0;
  let things = 0;
  return (text = '') => {
    letters += text.length;
    things++;
    if (letters > mostNamed.letters || things > mostNamed.things) throw fail('table_file.workbook_too_large');
    return apart(text);
  };
}

/** The same text by itself: a piece of a longer one would hold on to all of that. */
function apart(text: string): string {
  return ` ${text}`.slice(1);
}

async function findSheet(zip: Zip, signal?: AbortSignal): Promise<{ sheet: string; from1904: boolean }> {
  const counted = countNamed();
  const sheets: { id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readPart(
    zip,
    'xl/workbook.xml',
    {
      open(name, attribute) {
        if (name === 'sheet') sheets.push({ id: counted(attribute('id')), hidden: (attribute('state') ?? 'visible') !== 'visible' });
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      },
      text: ignore,
      close: ignore,
    },
    signal,
  );
  const targets = new Map<string, string>();
  await readPart(
    zip,
    'xl/_rels/workbook.xml.rels',
    {
      open(name, attribute) {
        if (name === 'Relationship') targets.set(counted(attribute('Id')), counted(attribute('Target')));
      },
      text: ignore,
      close: ignore,
    },
    signal,
  );
  const chosen = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const target = chosen && targets.get(chosen.id);
  if (target === undefined) throw fail('table_file.broken_archive');
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
  if (!zip.has(sheet)) throw fail('table_file.broken_archive');
  return { sheet, from1904 };
}

/** Which of the styles of cells show a number as a day. */
async function dateStyles(zip: Zip, signal?: AbortSignal): Promise<ReadonlySet<number>> {
  const counted = countNamed();
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await readPart(
    zip,
    'xl/styles.xml',
    {
      open(name, attribute) {
        if (name === 'numFmt') formats.set(Number(attribute('numFmtId')), counted(attribute('formatCode')));
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) styles.push(Number(counted(attribute('numFmtId')) || 0));
      },
      text: ignore,
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    },
    signal,
  );
  const isDate = (format: number) => {
    const code = formats.get(format);
    if (code !== undefined) return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
  };
  return new Set(styles.flatMap((format, index) => (isDate(format) ? [index] : [])));
}

async function sharedTexts(zip: Zip, signal?: AbortSignal): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let letters = 0;
  let inText = false;
  let inReading = false;
  await readPart(
    zip,
    'xl/sharedStrings.xml',
    {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') inReading = true;
        inText = name === 't' && !inReading;
      },
      text(piece) {
        if (inText) text += piece;
        if (text.length > mostLetters.cell) throw fail('table_file.workbook_too_large');
      },
      close(name) {
        if (name === 't') inText = false;
        if (name === 'rPh') inReading = false;
        if (name !== 'si') return;
        letters += text.length;
        if (letters > mostShared.letters || texts.length >= mostShared.texts) throw fail('table_file.workbook_too_large');
        texts.push(apart(text));
      },
    },
    signal,
  );
  return texts;
}
