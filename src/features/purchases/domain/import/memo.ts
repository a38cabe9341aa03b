const most = 20_000;

/**
 * Remembers what was read from a text: exports repeat the same prices, dates and words all the way down. Bounded, so that a column of
 * texts that never repeat costs time and not memory.
 */
export function memo<Value>(read: (text: string) => Value): (text: string) => Value {
  let known = new Map<string, Value>();
  let lastText: string | undefined;
  let lastValue: Value;
  return (text) => {
    if (text === lastText) return lastValue;
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= most) known = new Map();
      known.set(ownCopy(text), value);
    }
    lastText = text;
    lastValue = value;
    return value;
  };
}

/** A piece of a long text keeps the whole of it in memory; a copy of the piece does not. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
