import type { Weighed } from './weight.ts';

/** What a colleague is asked to do about a reason. */
export type ReasonAction = 'call' | 'write' | 'visit' | 'keep_promise' | 'review';

/**
 * Why a customer should hear from us today. Each kind of reason is a small value in its own file, in the feature that knows it;
 * its sentence is that feature's message `reason.<kind>`, whose values are the evidence.
 */
export type Reason = Weighed & {
  /** `feature.what`: `purchases.silent`. */
  readonly kind: string;
  /** Which occurrence it is. A reason that a colleague declined never comes back for the same occasion. */
  readonly occasion: string;
  /**
   * Figures, names, dates and moments that a person can check: the values of the reason's sentence. A key that ends with `On` holds an
   * ISO date, one with `At` an ISO instant, one with `Minor` minor units of the workspace's currency: each is formatted for the reader first.
   */
  readonly evidence: Readonly<Record<string, string | number>>;
  readonly action: ReasonAction;
  /** How long it is likely to take. */
  readonly minutes: number;
  /**
   * The ISO date on which it arose. Once the customer has been reached on or after that day the reason is answered for a while.
   * Absent where talking does not settle it: a promise is kept, not talked about.
   */
  readonly sinceOn?: string;
  /** Who is to act, where that is another colleague than the owner of the customer. */
  readonly colleague?: string;
};

/** What customers are expected to bring within a year as margin, in minor units, so that every feature weighs waiting alike. */
export type Worth = {
  readonly typical: number;
  readonly of: ReadonlyMap<string, number>;
};

/** Which customers are asked about, and what may be known: nothing after the end of `day`. */
export type ReasonsAsked = {
  readonly day: Temporal.PlainDate;
  /** The rows of the summary to read: 'infinity' for the living ones. */
  readonly asOfOn: string;
  readonly customers: readonly string[];
  readonly now: Temporal.Instant;
  readonly worth: Worth;
};

export type ReasonsFound = ReadonlyMap<string, readonly Reason[]>;

/** What is at stake with a customer, in whole minor units, and by what it is reckoned. */
export type Stake = {
  readonly minor: number;
  /** By what they are expected to bring; as a tenth of a typical customer; or as anybody before the first purchase of all. */
  readonly by: 'worth' | 'tenth' | 'nothing_known';
};

/** As much is taken to be at stake with everybody while nobody has bought anything. */
const unknownStake = 1000;

/**
 * What is at stake with a customer: their worth, but never less than a tenth of a typical customer's. The small ones grow and talk to
 * others, and nobody may wait for ever because they have not bought much yet. It is never nothing, not even before the first purchase of all.
 */
export function reckonStake({ typical, of }: Worth, customer: string): Stake {
  const worth = Math.round(of.get(customer) ?? 0);
  const least = Math.max(1, Math.round(typical > 0 ? typical / 10 : unknownStake));
  if (worth >= least) return { minor: worth, by: 'worth' };
  return { minor: least, by: typical > 0 ? 'tenth' : 'nothing_known' };
}

/** The amount alone, as reasons are weighed with it. */
export function stakeOf(worth: Worth, customer: string): number {
  return reckonStake(worth, customer).minor;
}

/** What waiting costs with a customer, all reasons together. */
export function costOfWaiting(reasons: readonly Pick<Reason, 'cost'>[]): number {
  return reasons.reduce((sum, reason) => sum + reason.cost, 0);
}

/** The reasons of a customer, the costliest first; equal ones always in the same order. */
export function heaviestFirst(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.toSorted((a, b) => b.cost - a.cost || order(a.kind, b.kind) || order(a.occasion, b.occasion));
}

/** Minutes that every further reason adds to a conversation. */
export const minutesMore = 2;

/** One conversation serves several reasons: the longest counts whole, every other one adds a little. */
export function minutesFor(reasons: readonly Pick<Reason, 'minutes'>[]): number {
  if (reasons.length === 0) return 0;
  return Math.max(...reasons.map((reason) => reason.minutes)) + (reasons.length - 1) * minutesMore;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
