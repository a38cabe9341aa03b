import { findColleague } from '#features/access/server/index.ts';
import { timeSpent } from '#features/conversations/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { fitting } from '../domain/index.ts';
import { readEntries, type Entry } from './entries.ts';
import { listAsking, type Asking, type Place } from './store.ts';

/** The list of one colleague for one day. */
export type Today = {
  readonly view: View;
  readonly currency: string;
  readonly colleague: { readonly id: string; readonly name: string };
  readonly minutes: { readonly available: number; readonly spent: number };
  /** Customers the colleague has been in touch with that day. */
  readonly done: number;
  readonly entries: readonly Entry[];
  /** Those who can wait: how many, counted no further than `countedAtMost`, and where they begin. */
  readonly waiting: { readonly count: number; readonly isMore: boolean; readonly next: string | null };
};

const longestDay = 50;
const countedAtMost = 200;

/**
 * Whom a colleague should talk to, as far as the day's hours reach, in the order of what waiting would cost; at most 50 at a time.
 * `today.colleague_unknown` where there is no such colleague.
 */
export async function readToday(tx: Tx, view: View, of: string): Promise<Today> {
  const colleague = await findColleague(tx, of);
  if (!colleague) throw fail('today.colleague_unknown', {}, 'for');
  const { currency, timeZone } = await readWorkspace(tx);
  const from = view.day.toZonedDateTime(timeZone).toInstant();
  const done = await timeSpent(tx, { colleague: of, from, before: endOfDay(view.day, timeZone) });
  const asking = await listAsking(tx, { asOfOn: view.asOfOn, colleague: of, after: undefined, limit: longestDay + countedAtMost + 1 });
  const count = Math.min(longestDay, fitting(asking, colleague.minutes_a_day - done.minutes));
  const shown = asking.slice(0, count);
  const rest = asking.length - count;
  return {
    view,
    currency,
    colleague: { id: colleague.id, name: colleague.name },
    minutes: { available: colleague.minutes_a_day, spent: done.minutes },
    done: done.customers,
    entries: await readEntries(tx, view, timeZone, of, shown),
    waiting: { count: Math.min(rest, countedAtMost), isMore: rest > countedAtMost, next: rest > 0 ? cursorAfter(shown) : null },
  };
}

/** Those who can wait, in their order, after a place that `readToday` or an earlier piece told. */
export async function readWaiting(
  tx: Tx,
  view: View,
  asked: { of: string; after: string; limit: number },
): Promise<{ entries: readonly Entry[]; next: string | null }> {
  const { timeZone } = await readWorkspace(tx);
  const asking = await listAsking(tx, { asOfOn: view.asOfOn, colleague: asked.of, after: readCursor(asked.after), limit: asked.limit + 1 });
  const shown = asking.slice(0, asked.limit);
  return {
    entries: await readEntries(tx, view, timeZone, asked.of, shown),
    next: asking.length > asked.limit ? cursorAfter(shown) : null,
  };
}

const fromTheTop = 'top';

function cursorAfter(shown: readonly Asking[]): string {
  const last = shown.at(-1);
  return last ? `${last.cost}~${last.customer}` : fromTheTop;
}

function readCursor(cursor: string): Place | undefined {
  if (cursor === fromTheTop) return undefined;
  const [cost = '', customer = ''] = cursor.split('~');
  if (!/^\d{1,15}$/.test(cost) || !isUuid(customer)) throw fail('input.invalid', {}, 'after');
  return { cost: Number(cost), customer };
}
