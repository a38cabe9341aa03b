import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { countedAtMost, readDay, type Day } from './day.ts';
import { readEntries, type Entry } from './entries.ts';
import { listAsking, type Place } from './store.ts';

/** The list of one colleague for one day. */
export type Today = Pick<Day, 'colleague' | 'atWork' | 'minutes' | 'startedAt' | 'leftOut' | 'done' | 'morePromised'> & {
  readonly view: View;
  readonly currency: string;
  /** The plan: those whom the colleague chose in their order, then the others in the order of what waiting would cost. */
  readonly entries: readonly Entry[];
  /** Those who can wait: how many, counted no further than `countedAtMost`, and where they begin. */
  readonly waiting: { readonly count: number; readonly isMore: boolean; readonly next: string | null };
};

/**
 * Whom a colleague should talk to, as far as the day's hours reach: what they chose, every promise that is due, and then in the order of what waiting
 * would cost; at most 50 at a time. `today.colleague_unknown` where there is no such colleague.
 */
export async function readToday(tx: Tx, view: View, of: string): Promise<Today> {
  const { currency, timeZone } = await readWorkspace(tx);
  const { planned, asking, ...day } = await readDay(tx, view, of);
  const isPlanned = new Set(planned.map(({ customer }) => customer));
  const rest = asking.filter(({ customer }) => !isPlanned.has(customer)).length;
  return {
    ...day,
    view,
    currency,
    entries: inOrder(await readEntries(tx, view, timeZone, of, planned)),
    waiting: { count: Math.min(rest, countedAtMost), isMore: rest > countedAtMost, next: rest > 0 ? fromTheTop : null },
  };
}

/** Those who can wait, in their order, after a place that `readToday` or an earlier piece told. */
export async function readWaiting(
  tx: Tx,
  view: View,
  asked: { of: string; after: string; limit: number },
): Promise<{ entries: readonly Entry[]; next: string | null }> {
  const { timeZone } = await readWorkspace(tx);
  const after = readCursor(asked.after);
  const { planned } = await readDay(tx, view, asked.of);
  const but = planned.map(({ customer }) => customer);
  const asking = await listAsking(tx, { asOfOn: view.asOfOn, colleague: asked.of, after, limit: asked.limit + 1, but });
  const shown = asking.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    entries: await readEntries(tx, view, timeZone, asked.of, shown),
    next: asking.length > asked.limit && last ? `${last.cost}~${last.customer}` : null,
  };
}

// What was weighed in the night orders which of many are read; what is shown of these is reckoned now, and orders them.
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const chosen = entries.filter(({ because }) => because === 'chosen');
  const others = entries.filter(({ because }) => because !== 'chosen');
  return [...chosen, ...others.toSorted((one, other) => other.reckoning.told - one.reckoning.told)];
}

const fromTheTop = 'top';

function readCursor(cursor: string): Place | undefined {
  if (cursor === fromTheTop) return undefined;
  const [cost = '', customer = ''] = cursor.split('~');
  if (!/^\d{1,15}$/.test(cost) || !isUuid(customer)) throw fail('input.invalid', {}, 'after');
  return { cost: Number(cost), customer };
}
