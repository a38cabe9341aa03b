import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeZip } from '../write-zip.ts';
import { readWorkbook } from './read-workbook.ts';
import { createSheetReader } from './sheet.ts';
import { writeWorkbook } from './write-workbook.ts';
import { createXmlReader } from './xml.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tend-workbook-'));
  file = join(folder, 'book.xlsx');
});
afterEach(async () => await rm(folder, { recursive: true }));

async function save(rows: readonly (readonly string[])[]): Promise<void> {
  await writeFile(file, Buffer.concat(await Array.fromAsync(writeWorkbook('Customers', Readable.from(rows)))));
}

async function rowsIn(path: string) {
  return (await Array.fromAsync(readWorkbook(path))).flat();
}

test('texts of every kind come out of a workbook as they went in', async () => {
  const text = fc
    .array(fc.constantFrom(...'aΩЖی=+"<>&\' \n\r\t_x000D_'), { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 }), async (rows) => {
      const filled = rows.map((cells) => ['x', ...cells]);
      await save(filled);
      expect((await rowsIn(file)).map(({ cells }) => cells)).toEqual(filled);
    }),
    { numRuns: 30 },
  );
});

test('empty rows are left out and empty cells keep their place', async () => {
  await save([
    ['Name', 'Phone'],
    ['', ''],
    ['', '210'],
  ]);
  expect(await rowsIn(file)).toEqual([
    { line: 1, cells: ['Name', 'Phone'] },
    { line: 3, cells: ['', '210'] },
  ]);
});

describe('a sheet that a spreadsheet program wrote', () => {
  function sheetRows(xml: string, from1904 = false, atOnce = 5) {
    const reader = createSheetReader({ shared: ['Μαρία', 'Ana'], dates: new Set([1]), from1904 });
    const parser = createXmlReader(reader);
    const bytes = Buffer.from(xml);
    for (let at = 0; at < bytes.length; at += atOnce) parser.push(bytes.subarray(at, at + atOnce));
    parser.finish();
    return reader.take().map(({ cells }) => cells);
  }

  test('has shared texts, numbers, days and what formulas came to', () => {
    expect(
      sheetRows(
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1"><x:v>6.971234567E9</x:v></x:c>' +
          '<x:c r="D1" s="1"><x:v>29326</x:v></x:c><x:c r="E1" t="str"><x:f>A1&amp;"x"</x:f><x:v>a &lt; b</x:v></x:c><x:c r="F1" t="b"><x:v>1</x:v></x:c>' +
          '<x:c r="G1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    ).toEqual([['Μαρία', '', '6971234567', '1980-04-15', 'a < b', 'TRUE', '']]);
  });

  test('may count its days from 1904', () => {
    expect(sheetRows('<sheetData><row><c s="1"><v>27864</v></c></row></sheetData>', true)).toEqual([['1980-04-15']]);
  });

  test('is refused when it brings entities of its own', () => {
    expect(() => sheetRows('<!DOCTYPE a [<!ENTITY b "c">]><sheetData/>')).toThrow('table_file.broken_archive');
  });

  test('is refused when a cell or a row holds more than any table, however it is written', () => {
    const piece = '0'.repeat(30_000);
    const row = (cells: string) => () => sheetRows(`<sheetData><row>${cells}</row></sheetData>`, false, 65_536);
    expect(row(`<c t="inlineStr"><is><t>${piece}</t></is></c>`)()).toEqual([[piece]]);
    expect(row(`<c t="inlineStr"><is>${`<r><t>${piece}</t></r>`.repeat(2)}</is></c>`)).toThrow('table_file.workbook_too_large');
    expect(row(`<c t="str"><v>${piece}<![CDATA[${piece}]]></v></c>`)).toThrow('table_file.workbook_too_large');
    expect(row(`<c t="str"><v>${piece}</v></c>`.repeat(67))).toThrow('table_file.workbook_too_large');
    expect(row(`<c r="A1" t="str"><v>${piece}</v></c>`.repeat(67))).toThrow('table_file.workbook_too_large');
  });

  test('is refused when it is wider than any table', () => {
    expect(() => sheetRows('<row><c r="XFD1"><v>1</v></c></row>')).toThrow('table_file.too_many_columns');
  });
});

describe('a file that is no workbook', () => {
  test('is refused', async () => {
    await writeFile(file, 'PK\u0003\u0004 and nothing more');
    await expect(rowsIn(file)).rejects.toThrow('table_file.broken_archive');
  });

  // Packed less than the ratio allows, and less unpacked than a file may come to.
  test.each([
    [
      'row',
      'xl/worksheets/sheet1.xml',
      (cell: string) => `<c t="str"><v>${cell}</v></c>`,
      ['<worksheet><sheetData><row>', '</row></sheetData></worksheet>'],
    ],
    [
      'cell',
      'xl/worksheets/sheet1.xml',
      (cell: string) => `<r><t>${cell}</t></r>`,
      ['<worksheet><sheetData><row><c t="inlineStr"><is>', '</is></c></row></sheetData></worksheet>'],
    ],
    ['shared text', 'xl/sharedStrings.xml', (cell: string) => `<r><t>${cell}</t></r>`, ['<sst><si>', '</si></sst>']],
    ['list of styles', 'xl/styles.xml', () => '<xf numFmtId="0"/>'.repeat(1000), ['<styleSheet><cellXfs>', '</cellXfs></styleSheet>']],
  ] as const)('is refused when one %s is all of it, before that fills the memory', async (_, part, piece, [begin, end]) => {
    const parts = new Map([
      ['xl/workbook.xml', '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'],
      ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'],
      ['xl/worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>'],
    ]);
    parts.set(part, `${begin}${Array.from({ length: 200 }, () => piece(randomBytes(15_000).toString('hex'))).join('')}${end}`);
    await writeFile(file, Buffer.concat(await Array.fromAsync(writeZip(parts))));
    await expect(rowsIn(file)).rejects.toThrow('table_file.workbook_too_large');
  });

  test('is refused when it unfolds to a thousand times its size', async () => {
    const bomb = (async function* () {
      for (let row = 0; row < 2000; row++) yield ['0'.repeat(30_000)];
    })();
    await writeFile(file, Buffer.concat(await Array.fromAsync(writeWorkbook('Bomb', bomb))));
    await expect(rowsIn(file)).rejects.toThrow('table_file.workbook_too_large');
  });
});
