/**
 * The cells of a row as places among the bytes of a file, in UTF-8, so that a cell costs nothing until somebody asks for its text: half a
 * million lines of eight cells are read without making four million strings. `bounds` holds from `offset` on, for each cell, where
 * it begins and where it ends.
 */
export type Cells = {
  readonly bytes: Uint8Array;
  readonly bounds: Int32Array;
  readonly offset: number;
  readonly count: number;
  /** The text of a cell; empty for one that the row does not have. */
  text(index: number): string;
};

/** Where a cell begins; a cell that the row does not have begins and ends at nought. */
export function cellStart({ bounds, offset, count }: Cells, index: number): number {
  return index >= 0 && index < count ? (bounds[offset + index * 2] ?? 0) : 0;
}

export function cellEnd({ bounds, offset, count }: Cells, index: number): number {
  return index >= 0 && index < count ? (bounds[offset + index * 2 + 1] ?? 0) : 0;
}

/** Whether two rows hold the same in some of their cells. */
export function sameCells(one: Cells, other: Cells, indexes: readonly number[]): boolean {
  const [bytes, otherBytes] = [one.bytes, other.bytes];
  for (const index of indexes) {
    const start = cellStart(one, index);
    const otherStart = cellStart(other, index);
    const length = cellEnd(one, index) - start;
    if (cellEnd(other, index) - otherStart !== length) return false;
    // From behind: what differs at all, a number or a time, mostly differs there.
    for (let at = length - 1; at >= 0; at--) {
      if (bytes[start + at] !== otherBytes[otherStart + at]) return false;
    }
  }
  return true;
}

export function allTexts(cells: Cells): string[] {
  return Array.from({ length: cells.count }, (_, index) => cells.text(index));
}

/** Texts as the cells of a row. */
export function cellsOf(texts: readonly string[]): Cells {
  const bytes: number[] = [];
  const bounds = new Int32Array(texts.length * 2);
  for (const [index, text] of texts.entries()) {
    bounds[index * 2] = bytes.length;
    for (const letter of text) bytes.push(...utf8(letter.codePointAt(0) ?? 0));
    bounds[index * 2 + 1] = bytes.length;
  }
  return { bytes: Uint8Array.from(bytes), bounds, offset: 0, count: texts.length, text: (index) => texts[index] ?? '' };
}

function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const lead = [0xc0, 0xe0, 0xf0][more - 1] ?? 0;
  const following = Array.from({ length: more }, (_, index) => 0x80 | ((code >> (6 * (more - 1 - index))) & 0x3f));
  return [lead | (code >> (6 * more)), ...following];
}
