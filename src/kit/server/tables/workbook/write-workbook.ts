import { fail } from '#kit/domain/result.ts';
import { writeZip } from '../write-zip.ts';

/** What one sheet can hold. */
const mostRows = 1_048_576;

/**
 * A workbook (.xlsx) with one sheet of texts, made as its rows come in, so that it needs no memory to speak of. Cells are texts and never
 * formulas; the first row stays in sight. Fails with `table_file.too_many_rows` {limit}.
 */
export async function* writeWorkbook(sheetName: string, rows: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  yield* writeZip([...fixedParts(sheetName), ['xl/worksheets/sheet1.xml', sheet(rows)] as const]);
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
