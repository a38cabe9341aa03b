import { fail } from '#kit/domain/result.ts';
import type { XmlHandler } from './xml.ts';

/** A row of a sheet, with its number there, from 1. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

export type SheetSetting = { readonly shared: readonly string[]; readonly dates: ReadonlySet<number>; readonly from1904: boolean };

const mostColumns = 4096;

/**
 * How much a cell and a row may hold, since both are held whole. Excel takes 32,767 letters in a cell, Google Sheets 50,000; a row may hold more than any card of
 * any address book does.
 */
export const mostLetters = { cell: 50_000, row: 2_000_000 };

/** Gathers the rows of a sheet as its XML goes by. Fails with `table_file.workbook_too_large`, `table_file.too_many_columns` {limit}. */
export function createSheetReader({ shared, dates, from1904 }: SheetSetting): XmlHandler & { take(): SheetRow[] } {
  let rows: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let inline = '';
  let within: 'v' | 't' | undefined;
  let inReading = false;
  let held = 0;

  function cellText(): string {
    switch (type) {
      case 's':
        return shared[Number(value)] ?? '';
      case 'inlineStr':
        return inline;
      case 'str':
        return value;
      case 'b':
        return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
      case 'e':
        return '';
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      default:
        return value === '' ? inline : dates.has(style) ? dayText(Number(value), from1904) : numberText(value);
    }
  }

  return {
    open(name, attribute) {
      if (name === 'row') {
        line = Number(attribute('r') ?? line + 1);
        cells = [];
        column = -1;
        held = 0;
      } else if (name === 'c') {
        const letters = /^[A-Z]{1,4}/.exec(attribute('r') ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnOf(letters);
        if (column >= mostColumns) throw fail('table_file.too_many_columns', { limit: mostColumns });
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? 0);
        value = '';
        inline = '';
      } else if (name === 'rPh') inReading = true;
      else if (name === 'v' || (name === 't' && !inReading)) within = name;
    },
    text(text) {
      if (within === 'v') value += text;
      else if (within === 't') inline += text;
      if (value.length + inline.length > mostLetters.cell) throw fail('table_file.workbook_too_large');
    },
    close(name) {
      if (name === 'v' || name === 't') within = undefined;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c') {
        while (cells.length < column) cells.push('');
        const text = textOf(cellText());
        held += text.length;
        if (held > mostLetters.row) throw fail('table_file.workbook_too_large');
        cells[column] = text;
      } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    },
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `_x000D_` is how a workbook writes a letter that XML has no place for. */
function textOf(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** Telephone numbers and codes that were taken for numbers come without the exponent they may have got. */
function numberText(written: string): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);
}

/** Days are counted from 1900, as if that year had had a 29 February, or from 1904. */
function dayText(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial);
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: days < 60 ? days + 1 : days });
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const two = (value: number) => String(value).padStart(2, '0');
  return minutes === 0 ? day.toString() : `${day.toString()} ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
