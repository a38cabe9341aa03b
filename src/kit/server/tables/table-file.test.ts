import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { FailureError } from '#kit/domain/result.ts';
import { delimitedRow } from './delimited-text.ts';
import { delimiters } from './dialect.ts';
import { examineTable, readRows, type TableFormat } from './table-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tend-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `table-${made++}`);
  writeFileSync(path, content);
  return path;
}

async function failureOf(content: string | Buffer): Promise<string> {
  try {
    await examineTable(file(content));
    return 'none';
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return [error.failure.code, ...Object.values(error.failure.values)].join(' ');
  }
}

async function allRows(path: string, format: TableFormat): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of readRows(path, format)) rows.push(...batch.map((row) => row.cells));
  return rows;
}

const shops = {
  greek:
    'Αριθμός;Ημερομηνία;Πελάτης;Προϊόν;Ποσότητα;Τιμή\n1001;03/04/2024;Γεωργίου Άννα;Ύφασμα βαμβακερό;3;12,50\n1002;05/04/2024;Νίκος Παπαδόπουλος;Κουμπί ξύλινο;10;0,30\n',
  bulgarian:
    'Номер;Дата;Клиент;Продукт;Количество;Цена\n1001;03.04.2024;Иван Петров;Памучен плат;3;12,50\n1002;05.04.2024;Мария Димитрова;Дървено копче;10;0,30\n',
  serbian:
    'Broj;Datum;Kupac;Proizvod;Količina;Cena\n1001;03.04.2024;Đorđe Šešelj;Pamučno platno;3;12,50\n1002;05.04.2024;Živko Čavić;Drveno dugme;10;0,30\n',
  serbianCyrillic:
    'Број;Датум;Купац;Производ;Количина;Цена\n1001;03.04.2024;Ђорђе Шешељ;Памучно платно;3;12,50\n1002;05.04.2024;Живко Чавић;Дрвено дугме;10;0,30\n',
  persian:
    'شماره;تاریخ;مشتری;کالا;تعداد;قیمت\n1001;1403/05/12;علی رضایی;پارچه نخی;3;125000\n1002;1403/05/13;مریم احمدی;دکمه چوبی گل‌دار;10;3000\n',
  armenian:
    'Համար;Ամսաթիվ;Գնորդ;Ապրանք;Քանակ;Գին\n1001;03.04.2024;Աննա Հակոբյան;Բամբակյա գործվածք;3;1250\n1002;05.04.2024;Արամ Պետրոսյան;Կոճակ;10;300\n',
  french: 'Numéro;Date;Client;Produit;Prix\n1001;03/04/2024;Zoë Lefèvre;Crème brûlée;3,50 €\n',
};

test.each([
  ['greek', 'windows-1253'],
  ['greek', 'iso-8859-7'],
  ['greek', 'utf-8'],
  ['greek', 'utf-16le'],
  ['greek', 'utf-16be'],
  ['bulgarian', 'windows-1251'],
  ['serbian', 'windows-1250'],
  ['serbian', 'iso-8859-2'],
  ['serbianCyrillic', 'windows-1251'],
  ['serbianCyrillic', 'iso-8859-5'],
  ['bulgarian', 'koi8-r'],
  ['persian', 'windows-1256'],
  ['persian', 'utf-16le'],
  ['armenian', 'utf-8'],
  ['armenian', 'armscii8'],
  ['french', 'windows-1252'],
] as const)('a %s file in %s is read in its letters', async (shop, encoding) => {
  const text = shops[shop];
  const path = file(iconv.encode(text, encoding));
  const table = await examineTable(path);
  const expected = iconv
    .decode(iconv.encode(text, encoding), encoding)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  expect(await allRows(path, table.format)).toEqual(expected);
  expect(table.format.delimiter).toBe(';');
});

test('a byte-order mark settles the encoding and is no part of the first header', async () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    const table = await examineTable(file(iconv.encode(shops.greek, encoding, { addBOM: true })));
    expect([table.format.encoding, table.encodingGrounds, table.sample[0]?.cells[0]]).toEqual([encoding, 'byte_order_mark', 'Αριθμός']);
  }
});

test('a foreign letter megabytes after the beginning still decides the encoding', async () => {
  const plain = 'number,date,product\n' + '1001,2024-04-03,wool\n'.repeat(100_000);
  const late = await examineTable(
    file(Buffer.concat([Buffer.from(plain), iconv.encode('1002,2024-04-03,Κουμπί ξύλινο\n', 'windows-1253')])),
  );
  expect(late.format.encoding).toBe('windows-1253');
  expect((await examineTable(file(`${plain}1002,2024-04-03,Κουμπί\n`))).format.encoding).toBe('utf-8');
});

test('one damaged character does not turn a UTF-8 file into another encoding', async () => {
  const table = await examineTable(file(Buffer.concat([Buffer.from(shops.greek.repeat(20)), Buffer.from([0xce, 0x0a])])));
  expect(table.format.encoding).toBe('utf-8');
});

test('what a person says about the file is not guessed', async () => {
  const table = await examineTable(file('a,b;c\n1,2;3\n'), { encoding: 'windows-1253', delimiter: ';' });
  expect([table.format.encoding, table.encodingGrounds, table.format.delimiter]).toEqual(['windows-1253', 'given', ';']);
  await expect(examineTable(file('a,b\n'), { encoding: 'klingon' })).rejects.toThrow('table_file.unknown_encoding');
});

test('decimal commas do not make a semicolon file a comma file', async () => {
  expect((await examineTable(file('date;price;total\n' + '3.4.2024;1,50;3,00\n'.repeat(300)))).format.delimiter).toBe(';');
});

test('a title above the table and an announcement for Excel are stepped over', async () => {
  const report = file('Sales of April\n\nNumber,Date,Price\n1,2024-04-03,2.50\n2,2024-04-04,1.50\n');
  const table = await examineTable(report);
  expect(table.sample[0]).toMatchObject({ line: 3, cells: ['Number', 'Date', 'Price'] });
  expect((await allRows(report, table.format))[0]).toEqual(['Number', 'Date', 'Price']);
  const announced = await examineTable(file('sep=;\na;b\n1;2\n'));
  expect([announced.format.delimiter, announced.sample[0]?.cells]).toEqual([';', ['a', 'b']]);
});

test('a file that is no table says what it is', async () => {
  const zip = (name: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), Buffer.alloc(20), Buffer.from(name)]);
  expect(await failureOf('')).toBe('table_file.empty');
  expect(await failureOf(Buffer.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a]))).toBe('table_file.empty');
  expect(await failureOf('%PDF-1.7\n1 0 obj')).toBe('table_file.not_a_table pdf');
  expect(await failureOf(zip('[Content_Types].xml'))).toBe('table_file.not_a_table xlsx');
  expect(await failureOf(zip('holiday.jpg'))).toBe('table_file.not_a_table zip');
  expect(await failureOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('table_file.not_a_table xls');
  expect(await failureOf('\n <!DOCTYPE html><table><tr><td>1</td></tr></table>')).toBe('table_file.not_a_table html');
  expect(await failureOf('<?xml version="1.0"?><Workbook/>')).toBe('table_file.not_a_table xml');
  expect(await failureOf('[{"invoice": 1}]')).toBe('table_file.not_a_table json');
  expect(await failureOf(deflateSync(Buffer.from(shops.greek.repeat(50))))).toBe('table_file.not_a_table binary');
  expect(await failureOf(Buffer.alloc(5000))).toBe('table_file.not_a_table binary');
  expect(await failureOf('Dear sirs\nhere is the list you asked for\n')).toBe('table_file.no_columns');
  expect(await failureOf(Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(','))).toBe('table_file.too_many_columns 4096');
  await expect(examineTable(join(folder, 'nowhere'))).rejects.toThrow('table_file.missing');
  await expect(examineTable(folder)).rejects.toThrow('table_file.unreadable');
});

test('gzip is read as what it holds, and a torn archive is said to be torn', async () => {
  const path = file(gzipSync(shops.serbian));
  const table = await examineTable(path);
  expect([table.compressed, (await allRows(path, table.format)).length]).toEqual([true, 3]);
  const torn = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, index) => `${index},${index * 7919}\n`).join('')));
  expect(await failureOf(torn.subarray(0, torn.length - 1000))).toBe('table_file.broken_archive');
  expect(await failureOf(gzipSync('%PDF-1.4'))).toBe('table_file.not_a_table pdf');
});

test('reading can be stopped, and tells how far it has come', async () => {
  const path = file('number,price\n' + '1001,2.50\n'.repeat(400_000));
  const { format, size } = await examineTable(path);
  const stop = new AbortController();
  const seen: number[] = [];
  const reading = async () => {
    for await (const rows of readRows(path, format, { signal: stop.signal, onProgress: (bytes) => seen.push(bytes) })) {
      if (rows.length > 0 && seen.length === 3) stop.abort(new Error('enough'));
    }
  };
  await expect(reading()).rejects.toThrow('enough');
  expect(seen).toHaveLength(3);
  expect(seen.at(-1)).toBeLessThan(size);
});

const cell = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r\n', ' ', 'a', 'Ж', 'б', '7', '.', "'", '='),
  maxLength: 10,
});
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 15 }));

test('any table written with any delimiter and encoding reads back the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom(...delimiters),
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'iso-8859-5'),
      fc.boolean(),
      fc.boolean(),
      async (table, delimiter, encoding, compress, mark) => {
        const bytes = iconv.encode(table.map((row) => delimitedRow(row, delimiter)).join(''), encoding, {
          addBOM: mark && encoding.startsWith('utf'),
        });
        const path = file(compress ? gzipSync(bytes) : bytes);
        expect(await allRows(path, { delimiter, newline: '\n', skip: 0, encoding })).toEqual(table);
      },
    ),
    { numRuns: 150 },
  );
});
