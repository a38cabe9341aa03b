const formula = /^'*[=+\-@\t\r]/;
const plainNumber = /^[+-]?[.,]?\d(?:[\d., \u00a0\u202f'’]*\d)?$/;

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it; signed numbers stay as they are. */
export function neutralized(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** The same for a column of texts, where a signed number is none: a telephone number keeps its plus. */
export function neutralizedText(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell before `neutralized` or `neutralizedText`. */
export function revived(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
