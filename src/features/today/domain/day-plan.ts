/** A customer who asks something of a colleague, as far as planning the day needs to know. */
export type Asking = {
  readonly customer: string;
  readonly cost: number;
  readonly minutes: number;
  /** When the first promise that is due to them is; null where none is. */
  readonly promisedAt: Temporal.Instant | null;
};

/** What a colleague said about one day. */
export type DayMarks = {
  /** Who comes first, in this order. */
  readonly first: readonly string[];
  /** Who is not for this day. */
  readonly leftOut: readonly string[];
};

/** Why somebody is in the plan: chosen by the colleague, a promise that is due, or what waiting would cost. */
export type Because = 'chosen' | 'promise' | 'cost';

export type Planned = Asking & { readonly because: Because };

export type DayPlan = {
  readonly planned: readonly Planned[];
  /** Minutes by which what must be done today is longer than what is left of the day; 0 where it fits. */
  readonly over: number;
};

/**
 * The plan of a day. Those whom the colleague chose come first, in their order. A promise that is due is always in, whatever the hours. The time
 * that is then left is filled by those who cost most to keep waiting; nobody is passed over because the next one would be quicker, and who was
 * left out waits. As long as there is any time, somebody is in. All but the chosen stand in the order of cost, equal ones by their ids. `atMost`
 * cuts a plan that nobody could work through: promises stay before others.
 */
export function planDay(asking: readonly Asking[], marks: DayMarks, minutesLeft: number, atMost: number): DayPlan {
  const known = new Map(asking.map((one) => [one.customer, one]));
  const leftOut = new Set(marks.leftOut);
  const chosen = [...new Set(marks.first)].flatMap((id) => known.get(id) ?? []).slice(0, atMost);
  const isChosen = new Set(chosen.map(({ customer }) => customer));
  const others = asking.filter(({ customer }) => !isChosen.has(customer)).toSorted(costliestFirst);
  const promised = others.filter(({ promisedAt }) => promisedAt !== null).slice(0, atMost - chosen.length);
  const needed = minutesOf(chosen) + minutesOf(promised);
  const room = atMost - chosen.length - promised.length;
  const rest = others.filter(({ customer, promisedAt }) => promisedAt === null && !leftOut.has(customer));
  const filling = rest.slice(0, Math.min(room, fitting(rest, minutesLeft - needed, needed === 0)));
  return {
    planned: [
      ...chosen.map((one) => ({ ...one, because: 'chosen' as const })),
      ...[
        ...promised.map((one) => ({ ...one, because: 'promise' as const })),
        ...filling.map((one) => ({ ...one, because: 'cost' as const })),
      ].toSorted(costliestFirst),
    ],
    over: Math.max(0, needed - Math.max(0, minutesLeft)),
  };
}

/**
 * How many customers of an ordered list fit into the minutes that are left. The order is kept: nobody is passed over because the next one would
 * be quicker. `atLeastOne`: while any time is left one always fits, so that a short day does not look like a free one.
 */
export function fitting(list: readonly { readonly minutes: number }[], minutesLeft: number, atLeastOne = true): number {
  if (minutesLeft <= 0) return 0;
  let spent = 0;
  let count = 0;
  for (const { minutes } of list) {
    spent += minutes;
    if (spent > minutesLeft && !(atLeastOne && count === 0)) break;
    count += 1;
    if (spent >= minutesLeft) break;
  }
  return count;
}

/** How long talks take together. */
export function minutesOf(list: readonly { readonly minutes: number }[]): number {
  return list.reduce((sum, { minutes }) => sum + minutes, 0);
}

function costliestFirst(one: Asking, other: Asking): number {
  return other.cost - one.cost || (one.customer < other.customer ? -1 : 1);
}
