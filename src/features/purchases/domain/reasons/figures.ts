import { share, type Factor, type Reason } from '#features/people/domain/index.ts';
import type { Stage } from '../rhythm/stage.ts';

/** What a customer's row says of their purchases, as reasons read it. Days are whole numbers since 1970-01-01, money minor units. */
export type PurchaseFigures = {
  readonly stage: Stage;
  readonly visits: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** How many gaps of their own the usual gap rests on; while they are few it leans on how others buy. */
  readonly ownGaps: number;
  readonly usualGap: number | undefined;
  readonly longestGap: number | undefined;
  readonly dueDay: number | undefined;
  readonly dueFrom: number | undefined;
  readonly dueTo: number | undefined;
  readonly silentFrom: number | undefined;
  readonly gapBefore: number | undefined;
  readonly gapRecent: number | undefined;
  readonly usualBasket: number | undefined;
  readonly lastBasket: number | undefined;
  readonly basketBefore: number | undefined;
  readonly basketRecent: number | undefined;
  readonly alive: number | undefined;
};

export type ReasonTerms = {
  /** Days after the first purchase between which one asks how it was. */
  readonly followUpFromDays: number;
  readonly followUpUntilDays: number;
};

/** One kind of reason that purchases give: decides from the figures alone. `stake` is what the customer is worth within a year. */
export type PurchaseReason = {
  readonly kind: string;
  readonly find: (figures: PurchaseFigures, day: number, stake: number, terms: ReasonTerms) => Reason | undefined;
};

export const WEEK = 7;
/** Fewer gaps of their own are no habit yet, and are not spoken of as one. */
export const A_HABIT = 3;
export const DAYS_A_YEAR = 365.25;

/** A kind word costs nothing to skip once and is missed when it never comes. */
export const goodwill: Factor = share('purchases.kind_word', 0.02);
/** What is lost over a year, for a week of it. */
export const aWeekOfTheYear: Factor = share('purchases.week_of_the_year', WEEK / DAYS_A_YEAR);

/** The nearer the end of the days in which a word helps, the more of it a week of waiting costs. */
export function runningOut(daysLeft: number): Factor {
  return share('purchases.time_runs_out', Math.min(1, WEEK / daysLeft), { days: daysLeft });
}

/** The ISO date of a day counted from 1970-01-01. */
export function isoDay(day: number): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const iso = epoch.add({ days: day }).toString();
  if (written.size > 50_000) written.clear();
  written.set(day, iso);
  return iso;
}

// A shop's days are a few thousand, the dates of its customers' reasons millions.
const written = new Map<number, string>();

const epoch = Temporal.PlainDate.from('1970-01-01');
