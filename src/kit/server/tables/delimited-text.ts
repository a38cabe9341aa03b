/** One row as text, with the line break: cells that need it in quotes, so that any reader gets the same cells back. */
export function delimitedRow(cells: readonly string[], delimiter = ','): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => delimitedCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function delimitedCell(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
