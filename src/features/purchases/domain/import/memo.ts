import { cellEnd, cellStart, type Cells } from '#kit/domain/cells.ts';
import { PieceMap } from '#kit/domain/piece-map.ts';

const most = 5_000;

/**
 * Remembers what was read from a text: exports repeat the same dates, prices and words all the way down. Bounded, so that a column of
 * texts that never repeat costs time and not memory.
 */
export function memo<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= most) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** The same for cells, which are found where they lie. */
export function memoCell<Value>(read: (text: string) => Value): (cells: Cells, index: number) => Value {
  const known = new PieceMap<Value>();
  return (cells, index) => {
    const from = cellStart(cells, index);
    const to = cellEnd(cells, index);
    let value = known.get(cells.bytes, from, to);
    if (value === undefined) {
      value = read(cells.text(index));
      if (known.size >= most) known.clear();
      known.set(cells.bytes, from, to, value);
    }
    return value;
  };
}
