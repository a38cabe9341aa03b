import { median } from '#kit/domain/median.ts';

let paid = new Float64Array(64);

/** The usual basket: the median total of the visits that cost anything, in the unit of the totals. Undefined where none did. */
export function usualBasket(totals: ArrayLike<number>, count: number = totals.length): number | undefined {
  if (count > paid.length) paid = new Float64Array(count * 2);
  let visits = 0;
  for (let i = 0; i < count; i += 1) {
    const total = totals[i] as number;
    if (!(total > 0)) continue;
    paid[visits] = total;
    visits += 1;
  }
  return median(paid, 0, visits);
}
