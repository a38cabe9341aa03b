/**
 * `limit`, as a number in the statement. What is asked often may be planned once for all values of its parameters, and the way to the first fifty of
 * a million rows is another than that to any number of them.
 */
export function upTo(rows: number): string {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`${rows} is no number of rows`);
  return `limit ${rows}`;
}
