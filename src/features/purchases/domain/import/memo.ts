import { TextMap } from '#kit/domain/text-map.ts';

const most = 5_000;

/**
 * Remembers what was read from a text: exports repeat the same dates, prices and words all the way down. Bounded, so that a column of
 * texts that never repeat costs time and not memory.
 */
export function memo<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new TextMap<Value>();
  let lastText: string | undefined;
  let lastValue: Value;
  return (text) => {
    if (text === lastText) return lastValue;
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= most) known.clear();
      known.set(text, value);
    }
    lastText = text;
    lastValue = value;
    return value;
  };
}
