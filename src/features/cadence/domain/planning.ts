import { leastWindow } from './clock.ts';
import { dayNumberOf, dayOf } from './day-number.ts';
import { firstNotBefore } from './levelling.ts';
import { firstDayNotQuiet, isQuiet, type QuietPeriod } from './quiet.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Those who are late are spread over four weeks, so that a first day with Tend is no flood. */
export const daysToCatchUp = 27;

/** A customer with whom a talk is to be planned. Days are numbers. */
export type ContactToPlan = {
  readonly customer: string;
  readonly owner: string;
  readonly deputy: string | null;
  readonly dueOn: number;
  readonly latestOn: number;
  readonly quiet: readonly QuietPeriod[];
};

/** Who is to talk to a customer, and between which days. */
export type PlannedWindow = {
  readonly colleague: string;
  readonly from: number;
  readonly until: number;
  readonly lateSince?: number;
};

/**
 * Between which days somebody is to talk to a customer, and who. The window of the clock begins today at the earliest; who is late is talked to within
 * four weeks. A quiet time moves its beginning behind it, or its end before it. Whoever answers for the customer has the talk while the calendar leaves them a day for
 * it; otherwise a deputy steps in, and where nobody is there it waits until they are back.
 */
export function planWindow(contact: ContactToPlan, calendar: WorkingCalendar, today: number): PlannedWindow {
  const isLate = contact.latestOn < today;
  const wanted = isLate ? { from: today, until: today + daysToCatchUp } : { from: Math.max(contact.dueOn, today), until: contact.latestOn };
  const open = outsideQuiet(wanted, contact.quiet);
  const { owner, deputy } = contact;
  const late = isLate ? { lateSince: contact.latestOn } : {};
  const worksWithin = (colleague: string) => hasWorkdayWithin(calendar.workdaysOf(colleague), open);
  if (worksWithin(owner) || !isAwayWithin(owner, open, calendar)) return { colleague: owner, ...open, ...late };
  const standIn = calendar.standInsFor(owner, deputy, open.from).find(worksWithin);
  if (standIn !== undefined) return { colleague: standIn, ...open, ...late };
  const days = calendar.workdaysOf(owner);
  const back = days[firstNotBefore(days, open.from)] ?? open.from;
  return { colleague: owner, from: back, until: Math.max(open.until, back + leastWindow), ...late };
}

type Span = { readonly from: number; readonly until: number };

function outsideQuiet(span: Span, quiet: readonly QuietPeriod[]): Span {
  if (quiet.length === 0) return span;
  const begin = firstDayNotQuiet(quiet, dayOf(span.from));
  const from = begin === undefined ? span.from : dayNumberOf(begin);
  if (from > span.from) return { from, until: Math.max(span.until, from + leastWindow) };
  let until = from;
  while (until < span.until && !isQuiet(quiet, dayOf(until + 1))) until += 1;
  return { from, until };
}

function hasWorkdayWithin(days: readonly number[], { from, until }: Span): boolean {
  const first = days[firstNotBefore(days, from)];
  return first !== undefined && first <= until;
}

function isAwayWithin(colleague: string, { from, until }: Span, calendar: WorkingCalendar): boolean {
  for (let day = from; day <= until; day += 1) if (calendar.absenceOn(colleague, day)) return true;
  return false;
}

/** A plan that stands: when, by whom, for whom who answers for the customer. */
export type StandingPlan = { readonly owner: string; readonly by: string; readonly on: number };

/**
 * Whether a plan made earlier still holds, so that a new day does not shuffle everything: a day to come on which its colleague works. A talk of a past day that
 * was not had yet stays with whoever is there today. What a deputy is to do on a day to come is looked at anew each night: its owner may be back.
 */
export function stillHolds({ owner, by, on }: StandingPlan, calendar: WorkingCalendar, today: number): boolean {
  const isAway = (colleague: string) => calendar.absenceOn(colleague, today) !== undefined;
  if (by !== owner) return on < today && isAway(owner) && !isAway(by);
  return on < today ? !isAway(owner) : calendar.works(owner, on);
}
