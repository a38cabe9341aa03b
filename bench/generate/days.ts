// Ten million rows fall on a thousand days: what is the same for all rows of a day is written once.
const written: string[] = [];
const begun: string[][] = [];

/** Whole days since 1970-01-01, as generators count time. */
export function isoOf(day: number): string {
  return (written[day] ??= new Date(day * 86_400_000).toISOString().slice(0, 10));
}

/** The positions of the entries of a column of days, the earliest first. */
export function orderOfDays(days: Int32Array): Int32Array {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const next = new Int32Array(Math.max(0, last - first) + 2);
  for (const day of days) next[day - first + 1] = (next[day - first + 1] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const order = new Int32Array(days.length);
  for (const [position, day] of days.entries()) {
    const place = next[day - first] ?? 0;
    order[place] = position;
    next[day - first] = place + 1;
  }
  return order;
}

/** An id as one made on that day, the same on every run: ten million need not be remembered. `kind` keeps ids of different tables apart. */
export function idAt(day: number, kind: number, index: number): string {
  const started = (begun[kind] ??= []);
  return (started[day] ??= beginningOf(day, kind)) + index.toString(16).padStart(12, '0');
}

function beginningOf(day: number, kind: number): string {
  const time = (day * 86_400_000).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${kind.toString(16).padStart(3, '0')}-`;
}
