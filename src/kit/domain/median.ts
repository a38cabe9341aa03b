let scratch = new Float64Array(256);

/** The middle of the values (the mean of the two middle ones where their number is even). Undefined for none. The values stay as they are. */
export function median(values: ArrayLike<number>, from = 0, to: number = values.length): number | undefined {
  const count = to - from;
  if (count < 1) return undefined;
  if (count > scratch.length) scratch = new Float64Array(count * 2);
  for (let i = 0; i < count; i += 1) scratch[i] = values[from + i] as number;
  return middleOfScratch(count);
}

/** The median distance of values from a centre: half of them lie nearer. Undefined for none. */
export function medianDistance(values: ArrayLike<number>, centre: number, from = 0, to: number = values.length): number | undefined {
  const count = to - from;
  if (count < 1) return undefined;
  if (count > scratch.length) scratch = new Float64Array(count * 2);
  for (let i = 0; i < count; i += 1) scratch[i] = Math.abs((values[from + i] as number) - centre);
  return middleOfScratch(count);
}

function middleOfScratch(count: number): number {
  if (count > 32) scratch.subarray(0, count).sort();
  else insertionSort(count);
  const half = count >> 1;
  const upper = scratch[half] as number;
  return count % 2 === 1 ? upper : ((scratch[half - 1] as number) + upper) / 2;
}

/** The quickest there is for the few values that a customer has. */
function insertionSort(count: number): void {
  for (let i = 1; i < count; i += 1) {
    const value = scratch[i] as number;
    let j = i - 1;
    while (j >= 0 && (scratch[j] as number) > value) {
      scratch[j + 1] = scratch[j] as number;
      j -= 1;
    }
    scratch[j + 1] = value;
  }
}
