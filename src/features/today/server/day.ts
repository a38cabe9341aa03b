import { findColleague } from '#features/access/server/index.ts';
import { whoWorksOn, type DayAtWork } from '#features/cadence/server/index.ts';
import { timeSpent } from '#features/conversations/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { minutesAvailable, planDay, type Asking, type Planned } from '../domain/index.ts';
import { readDaySaid } from './plan-store.ts';
import { listAmong, listAsking, listPromised } from './store.ts';

/** One colleague's day: the time there is, who is in the plan, and who asks for more. */
export type Day = {
  readonly colleague: { readonly id: string; readonly name: string };
  readonly atWork: DayAtWork;
  readonly minutes: {
    readonly available: number;
    readonly usual: number;
    /** Said for this day alone. */
    readonly said: number | null;
    readonly spent: number;
    /** By how many what must be done today is longer than what is left. */
    readonly over: number;
  };
  readonly startedAt: Temporal.Instant | null;
  readonly leftOut: readonly string[];
  /** Customers the colleague has been in touch with that day. */
  readonly done: number;
  readonly planned: readonly Planned[];
  /** Promises that are due and did not find room among so many: counted no further than `countedAtMost`. */
  readonly morePromised: number;
  /** Who asks, in the order of cost, planned or not; at most `askedAtMost`. */
  readonly asking: readonly Asking[];
};

/** Nobody works through more in a day; as some are done, the next come up. */
const plannedAtMost = 50;
export const countedAtMost = 200;
const askedAtMost = plannedAtMost + countedAtMost + 1;

/** The plan of a colleague's day, without what stands about each customer. `today.colleague_unknown` where there is no such colleague. */
export async function readDay(tx: Tx, { day, asOfOn }: View, of: string): Promise<Day> {
  const { timeZone } = await readWorkspace(tx);
  const from = day.toZonedDateTime(timeZone).toInstant();
  const asked = { asOfOn, colleague: of };
  const [colleague, done, workOn, said, asking, promised] = await Promise.all([
    findColleague(tx, of),
    timeSpent(tx, { colleague: of, from, before: endOfDay(day, timeZone) }),
    whoWorksOn(tx, day),
    readDaySaid(tx, { colleague: of, day }),
    listAsking(tx, { ...asked, after: undefined, limit: askedAtMost }),
    listPromised(tx, { ...asked, limit: askedAtMost }),
  ]);
  if (!colleague) throw fail('today.colleague_unknown', {}, 'for');
  const atWork = workOn(of);
  const usual = colleague.minutes_a_day;
  const available = minutesAvailable({ said: said.minutes, usual, atWork: atWork.works ? atWork.minutes : null });
  const chosen = await listAmong(tx, { ...asked, customers: said.first });
  const all = [...new Map([...asking, ...promised, ...chosen].map((one) => [one.customer, one])).values()];
  const { planned, over } = planDay(all, said, available - done.minutes, plannedAtMost);
  return {
    colleague: { id: colleague.id, name: colleague.name },
    atWork,
    minutes: { available, usual, said: said.minutes, spent: done.minutes, over },
    startedAt: said.startedAt,
    leftOut: said.leftOut,
    done: done.customers,
    planned,
    morePromised: promised.length - planned.filter(({ promisedAt }) => promisedAt !== null).length,
    asking,
  };
}
