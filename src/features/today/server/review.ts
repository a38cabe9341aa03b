import { listColleagues, namesOfColleagues } from '#features/access/server/index.ts';
import { sumTouchpoints, touchpointsOfSpan, type TouchOfDay, type TouchSums } from '#features/conversations/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { promisesOfDay, type PromiseRead } from '#features/promises/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readDay } from './day.ts';
import { readEntries, type Entry } from './entries.ts';

type Named = { readonly id: string; readonly name: string };

/** What became of promises on a day. */
export type Outcome = 'kept' | 'kept_late' | 'broken' | 'released' | 'open';

export type TalkOfDay = Omit<TouchOfDay, 'customer' | 'colleague'> & { readonly customer: Named; readonly colleague: Named };

/** The evening of a day: what we kept, whom we talked to, and who was planned and not reached. */
export type Review = {
  readonly view: View;
  readonly currency: string;
  /** Null for everybody together. */
  readonly colleague: Named | null;
  readonly promises: Readonly<Record<Outcome, readonly PromiseRead[]>>;
  readonly sums: Omit<TouchSums, 'colleague'>;
  /** The first before the others; at most 500. */
  readonly talks: readonly TalkOfDay[];
  /** Who was in the plan and was not reached; of one colleague. */
  readonly notReached: readonly Entry[];
  /** The same in figures, by colleague, where it is of everybody. */
  readonly colleagues: readonly (Named &
    Omit<TouchSums, 'colleague'> &
    Readonly<Record<Outcome, number>> & { readonly notReached: number })[];
};

const longestDay = 500;

/** What one colleague, or everybody (`team`), kept on a day, as was known at its end. `today.colleague_unknown` where there is no such colleague. */
export async function readReview(tx: Tx, now: Temporal.Instant, view: View, of: string): Promise<Review> {
  const { currency, timeZone } = await readWorkspace(tx);
  const from = view.day.toZonedDateTime(timeZone).toInstant();
  const before = endOfDay(view.day, timeZone);
  const everybody = (await listColleagues(tx)).map(({ id, name, suspended_at: left }) => ({ id, name, isHere: left === null }));
  const reviewed = of === 'team' ? everybody : everybody.filter(({ id }) => id === of);
  const [one] = reviewed;
  if (!one) throw fail('today.colleague_unknown', {}, 'for');
  const ids = reviewed.map(({ id }) => id);
  const promises = byOutcome(await promisesOfDay(tx, now, { day: view.day, of: of === 'team' ? undefined : of, isPast: view.isPast }));
  const sums = await sumTouchpoints(tx, { of: ids, from, before });
  const touches = await touchpointsOfSpan(tx, { of: ids, from, before }, longestDay);
  const shared = { view, currency, promises, sums: together(sums), talks: await nameTalks(tx, touches) };
  if (of !== 'team') {
    const notReached = await readEntries(tx, view, timeZone, of, await unreached(tx, view, of));
    return { ...shared, colleague: { id: one.id, name: one.name }, notReached, colleagues: [] };
  }
  const colleagues = [];
  for (const { id, name, isHere } of reviewed) {
    const { colleague: _, ...theirs } = sums.find(({ colleague }) => colleague === id) ?? { ...nothing, colleague: id };
    const counts = countsOf(promises, id);
    const notReached = isHere ? (await unreached(tx, view, id)).length : 0;
    // Who has left stands here only where they did something that day.
    if (isHere || theirs.talks + theirs.attempts > 0) colleagues.push({ id, name, ...theirs, ...counts, notReached });
  }
  return { ...shared, colleague: null, notReached: [], colleagues };
}

// Whoever was talked to has no reason left to stand in the plan: what is left of it is who was not reached. Of a day that was begun it is who was chosen then.
async function unreached(tx: Tx, view: View, of: string) {
  const { planned, startedAt } = await readDay(tx, view, of);
  return startedAt === null ? planned : planned.filter(({ because }) => because !== 'cost');
}

function byOutcome(promises: readonly PromiseRead[]): Review['promises'] {
  const of = (outcome: Outcome) => promises.filter(({ state }) => state === outcome);
  return { kept: of('kept'), kept_late: of('kept_late'), broken: of('broken'), released: of('released'), open: of('open') };
}

function countsOf(promises: Review['promises'], owner: string): Readonly<Record<Outcome, number>> {
  const of = (outcome: Outcome) => promises[outcome].filter((promise) => promise.owner.id === owner).length;
  return { kept: of('kept'), kept_late: of('kept_late'), broken: of('broken'), released: of('released'), open: of('open') };
}

const nothing = { talks: 0, attempts: 0, customers: 0, minutes: 0, pulses: 0 };

function together(sums: readonly TouchSums[]): Review['sums'] {
  return sums.reduce(
    (all, one) => ({
      talks: all.talks + one.talks,
      attempts: all.attempts + one.attempts,
      customers: all.customers + one.customers,
      minutes: all.minutes + one.minutes,
      pulses: all.pulses + one.pulses,
    }),
    nothing,
  );
}

async function nameTalks(tx: Tx, touches: readonly TouchOfDay[]): Promise<TalkOfDay[]> {
  const customers = await namesOfCustomers(tx, [...new Set(touches.map(({ customer }) => customer))]);
  const colleagues = await namesOfColleagues(tx);
  return touches.map(({ customer, colleague, ...touch }) => ({
    ...touch,
    customer: { id: customer, name: customers.get(customer) ?? '' },
    colleague: { id: colleague, name: colleagues.get(colleague) ?? '' },
  }));
}
