import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { fail } from '#kit/domain/result.ts';

/** What one sheet can hold. */
const mostRows = 1_048_576;

type Part = { readonly name: Buffer; readonly crc: number; readonly packed: number; readonly size: number; readonly offset: number };

/**
 * A workbook (.xlsx) with one sheet of texts, made as its rows come in, so that it needs no memory to speak of. Cells are texts and never
 * formulas; the first row stays in sight. Fails with `table_file.too_many_rows` {limit}.
 */
export async function* writeWorkbook(sheetName: string, rows: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  const parts: Part[] = [];
  let offset = 0;
  for (const [name, content] of [...fixedParts(sheetName), ['xl/worksheets/sheet1.xml', sheet(rows)] as const]) {
    const head = Buffer.alloc(30);
    const nameBytes = Buffer.from(name);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    // Sizes and checksum follow the data, since they are not known before.
    head.writeUInt16LE(0x0808, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(0x00210000, 10);
    head.writeUInt16LE(nameBytes.length, 26);
    yield Buffer.concat([head, nameBytes]);
    const start = offset;
    offset += 30 + nameBytes.length;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const measured = async function* () {
      for await (const text of typeof content === 'string' ? [content] : content) {
        const bytes = Buffer.from(text);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    for await (const piece of Readable.from(measured()).compose(createDeflateRaw()) as AsyncIterable<Buffer>) {
      packed += piece.length;
      yield piece;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(crc, 4);
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(size, 12);
    yield tail;
    offset += packed + 16;
    parts.push({ name: nameBytes, crc, packed, size, offset: start });
  }
  yield directory(parts, offset);
}

function directory(parts: readonly Part[], offset: number): Buffer {
  const entries = parts.map((part) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(0x0808, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(0x00210000, 12);
    entry.writeUInt32LE(part.crc, 16);
    entry.writeUInt32LE(part.packed, 20);
    entry.writeUInt32LE(part.size, 24);
    entry.writeUInt16LE(part.name.length, 28);
    entry.writeUInt32LE(part.offset, 42);
    return Buffer.concat([entry, part.name]);
  });
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}

async function* sheet(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  let line = 0;
  for await (const cells of rows) {
    if (++line > mostRows) throw fail('table_file.too_many_rows', { limit: mostRows });
    const written = cells.map((cell, column) =>
      cell === '' ? '' : `<c r="${lettersOf(column)}${line}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`,
    );
    yield `<row r="${line}">${written.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function lettersOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26);
}

function xmlText(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))
    .replace(/\r/g, '_x000D_')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function fixedParts(sheetName: string): readonly (readonly [string, string])[] {
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${xmlText(sheetName.replace(/["[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
  ];
}
