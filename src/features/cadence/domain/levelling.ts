/** A talk that one colleague is to have on one of the days from `from` to `until`, which are numbers, and what it takes. */
export type TalkToPlace = {
  readonly id: string;
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
  /** Since when it has been due at the latest: of those who are late, who has waited longest comes first. Absent where nobody is late. */
  readonly lateSince?: number;
};

/** Minutes that stand on a day already. */
export type Load = ReadonlyMap<number, number>;

/**
 * On which day each talk of one colleague is best had, in the order given. Every talk is put on the earliest day of its window that is at most one such
 * talk fuller than the quietest, the tightest windows first: so days stay about level and customers hear from us near their ideal day. Only
 * `workdays` (in order, at least one) are taken; a window without one moves to the workday before it, or the next where none is left.
 * What stands on days already (`load`) stays where it is. Where the fullest day would become fuller than if every talk were had on the first day of its
 * window, as can happen where windows leave no choice, they are had on these.
 *
 * The same talks give the same days whatever their order. n talks take O(n log n).
 */
export function level(talks: readonly TalkToPlace[], workdays: readonly number[], load: Load): readonly number[] {
  const ranges = talks.map((talk) => rangeOf(talk, workdays));
  const before = workdays.map((day) => load.get(day) ?? 0);
  const order = talks.map((_, index) => index).toSorted((a, b) => byTightness(talks, ranges, a, b));
  const tree = new QuietestDay(before);
  const places = new Int32Array(talks.length);
  for (const index of order) {
    const { minutes } = at(talks, index);
    const [low, high] = at(ranges, index);
    const place = tree.firstUnder(low, high, tree.least(low, high) + minutes);
    tree.add(place, minutes);
    places[index] = place;
  }
  const peak = tree.peak();
  if (peak > peakOf(talks, ranges, before)) for (const [index, [low]] of ranges.entries()) places[index] = low;
  else letTheLongestWaitingGoFirst(talks, order, places);
  return Array.from(places, (place) => at(workdays, place));
}

/** Minutes by day if every talk were had on the first day of its window: what levelling is measured by. */
export function unlevelled(talks: readonly TalkToPlace[], workdays: readonly number[], load: Load): Load {
  const minutes = new Map(load);
  for (const talk of talks) {
    const day = at(workdays, rangeOf(talk, workdays)[0]);
    minutes.set(day, (minutes.get(day) ?? 0) + talk.minutes);
  }
  return minutes;
}

type Range = readonly [low: number, high: number];

/** The workdays of a window, by their places. */
function rangeOf({ from, until }: TalkToPlace, workdays: readonly number[]): Range {
  const low = firstNotBefore(workdays, from);
  const high = firstNotBefore(workdays, until + 1) - 1;
  if (low <= high) return [low, high];
  const only = low > 0 ? low - 1 : Math.min(low, workdays.length - 1);
  return [only, only];
}

/** The place of the first day that is not before another. */
export function firstNotBefore(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(days, middle) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byTightness(talks: readonly TalkToPlace[], ranges: readonly Range[], a: number, b: number): number {
  const [one, other] = [at(talks, a), at(talks, b)];
  const never = Number.POSITIVE_INFINITY;
  const late = (one.lateSince ?? never) - (other.lateSince ?? never);
  if (!Number.isNaN(late) && late !== 0) return late;
  const [[lowOne, highOne], [lowOther, highOther]] = [at(ranges, a), at(ranges, b)];
  return highOne - highOther || lowOne - lowOther || one.minutes - other.minutes || (one.id < other.id ? -1 : 1);
}

function peakOf(talks: readonly TalkToPlace[], ranges: readonly Range[], before: readonly number[]): number {
  const minutes = [...before];
  for (const [index, [low]] of ranges.entries()) minutes[low] = at(minutes, low) + at(talks, index).minutes;
  return minutes.reduce((most, one) => Math.max(most, one), 0);
}

/** Talks that are late and alike change places among themselves. */
function letTheLongestWaitingGoFirst(talks: readonly TalkToPlace[], order: readonly number[], places: Int32Array): void {
  const late = order.filter((index) => at(talks, index).lateSince !== undefined);
  const alike = Map.groupBy(late, (index) => `${at(talks, index).minutes} ${at(talks, index).from} ${at(talks, index).until}`);
  for (const indexes of alike.values()) {
    const days = indexes.map((index) => places[index] ?? 0).toSorted((a, b) => a - b);
    for (const [turn, index] of indexes.entries()) places[index] = at(days, turn);
  }
}

/** Minutes by place, in a tree whose nodes know the least of what is under them. */
class QuietestDay {
  readonly #size: number;
  readonly #least: Float64Array;

  constructor(minutes: readonly number[]) {
    this.#size = 1;
    while (this.#size < minutes.length) this.#size *= 2;
    this.#least = new Float64Array(2 * this.#size).fill(Number.POSITIVE_INFINITY);
    this.#least.set(minutes, this.#size);
    for (let node = this.#size - 1; node > 0; node -= 1) this.#least[node] = Math.min(this.#of(2 * node), this.#of(2 * node + 1));
  }

  add(place: number, minutes: number): void {
    let node = this.#size + place;
    this.#least[node] = this.#of(node) + minutes;
    for (node >>= 1; node > 0; node >>= 1) this.#least[node] = Math.min(this.#of(2 * node), this.#of(2 * node + 1));
  }

  least(low: number, high: number): number {
    let found = Number.POSITIVE_INFINITY;
    for (let [from, until] = [this.#size + low, this.#size + high + 1]; from < until; from >>= 1, until >>= 1) {
      if (from % 2 === 1) found = Math.min(found, this.#of(from++));
      if (until % 2 === 1) found = Math.min(found, this.#of(--until));
    }
    return found;
  }

  /** The first place from `low` to `high` with less than so many minutes; there is one. */
  firstUnder(low: number, high: number, minutes: number): number {
    return this.#search(1, 0, this.#size - 1, low, high, minutes) ?? low;
  }

  peak(): number {
    let most = 0;
    for (let node = this.#size; node < 2 * this.#size; node += 1)
      if (Number.isFinite(this.#of(node))) most = Math.max(most, this.#of(node));
    return most;
  }

  #search(node: number, first: number, last: number, low: number, high: number, minutes: number): number | undefined {
    if (last < low || high < first || this.#of(node) >= minutes) return undefined;
    if (first === last) return first;
    const middle = (first + last) >> 1;
    return this.#search(2 * node, first, middle, low, high, minutes) ?? this.#search(2 * node + 1, middle + 1, last, low, high, minutes);
  }

  #of(node: number): number {
    return this.#least[node] ?? Number.POSITIVE_INFINITY;
  }
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`there is nothing at ${index}`);
  return value;
}
