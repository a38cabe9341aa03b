/**
 * Whether one word becomes the other by at most `most` insertions, deletions, replacements or exchanges of neighbours (optimal string
 * alignment; Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964). Only a band along the
 * diagonal is filled, so the time grows with the length of the words and not with its square.
 */
export function isWithinEdits(one: string, other: string, most: number): boolean {
  const [a, b] = one.length <= other.length ? [one, other] : [other, one];
  if (b.length - a.length > most) return false;
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const [lengthA, lengthB] = [endA - start, endB - start];
  if (lengthA === 0) return lengthB <= most;
  if (most === 1) return isOneEdit(a, b, start, lengthA, lengthB);
  return distance(a, b, start, lengthA, lengthB, most) <= most;
}

function isOneEdit(a: string, b: string, start: number, lengthA: number, lengthB: number): boolean {
  if (lengthA === 1 && lengthB === 1) return true;
  const areExchanged = a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start);
  return lengthA === 2 && lengthB === 2 && areExchanged;
}

function distance(a: string, b: string, start: number, lengthA: number, lengthB: number, most: number): number {
  const far = most + 1;
  let before: number[] = [];
  let last = Array.from({ length: lengthB + 1 }, (_, j) => j);
  for (let i = 1; i <= lengthA; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= lengthB; j += 1) {
      const same = a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 1);
      let value = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + (same ? 0 : 1));
      const exchanged =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 2) &&
        a.charCodeAt(start + i - 2) === b.charCodeAt(start + j - 1);
      if (exchanged) value = Math.min(value, (before[j - 2] ?? far) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return far;
    before = last;
    last = row;
  }
  return last[lengthB] ?? far;
}
