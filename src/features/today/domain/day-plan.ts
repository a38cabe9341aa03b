/**
 * How many customers of an ordered list fit into the minutes that are left of a colleague's day. The order is kept: nobody is passed over
 * because the next one would be quicker. While any time is left one customer always fits, so that a short day does not look like a free one.
 */
export function fitting(list: readonly { readonly minutes: number }[], minutesLeft: number): number {
  if (minutesLeft <= 0) return 0;
  let spent = 0;
  let count = 0;
  for (const { minutes } of list) {
    spent += minutes;
    if (spent > minutesLeft && count > 0) break;
    count += 1;
    if (spent >= minutesLeft) break;
  }
  return count;
}
