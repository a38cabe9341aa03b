/** One row as text, with the line break: cells that need it in quotes, so that any reader gets the same cells back. */
export function delimitedRow(cells: readonly string[], delimiter = ','): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => delimitedCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function delimitedCell(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

const formula = /^'*[=+\-@\t\r]/;
const plainNumber = /^[+-]?[\d.,\s\u00a0\u202f'’]*\d$/;

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it; signed numbers stay as they are. */
export function neutralized(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** The cell before `neutralized`. */
export function revived(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
