import { mayBeEntrusted } from '#features/access/domain/index.ts';
import { colleaguesHere } from '#features/access/server/index.ts';
import { minutesAtWork } from '#features/cadence/domain/index.ts';
import { readLoad, weeksOf, type DayAtWork } from '#features/cadence/server/index.ts';
import { promisesDueByDay } from '#features/promises/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living } from '#kit/server/summary.ts';
import { minutesAvailable, standingOf, type LoadStanding } from '../domain/index.ts';
import { readDaySaid } from './plan-store.ts';
import { sumAsking } from './store.ts';

/** What two weeks ask of a colleague, beside the time there is. */
export type ColleagueLoad = {
  readonly id: string;
  readonly name: string;
  readonly atWork: DayAtWork;
  readonly days: readonly { readonly on: string; readonly works: boolean; readonly planned: number; readonly available: number }[];
  readonly planned: number;
  readonly available: number;
  readonly standing: LoadStanding;
  readonly promises: number;
  /** Whether customers and promises may be given to them. */
  readonly mayTakeOver: boolean;
  /** Who stands on their list today with any reason, and what that would take. */
  readonly today: { readonly customers: number; readonly minutes: number };
};

const days = 14;
const minutesAPromise = 10;

/**
 * What the two weeks from a day on ask of each colleague, beside the time that there is on each day as Today has it. Whoever only reads stands there where
 * something is asked of them all the same.
 */
export async function readLoads(tx: Tx, day: Temporal.PlainDate, works: (colleague: string) => DayAtWork): Promise<ColleagueLoad[]> {
  const due = await promisesDueByDay(tx, day, days);
  const asking = await sumAsking(tx, living);
  const planned = await readLoad(tx, day, days / 7);
  const weeks = await weeksOf(
    tx,
    planned.map(({ id }) => id),
  );
  const roles = new Map((await colleaguesHere(tx)).map(({ id, role }) => [id, role]));
  const loads: ColleagueLoad[] = [];
  for (const { id, name, minutesADay: usual, days: theirDays } of planned) {
    const { minutes: said } = await readDaySaid(tx, { colleague: id, day });
    const [week, role] = [weeks.get(id), roles.get(id)];
    const dueOn = new Map<string, number>(due.filter((one) => one.colleague === id).map(({ on, promises }) => [on, promises]));
    const theirs = theirDays.map(({ on, works: isWorkday, after }) => {
      const atWork = isWorkday && week ? minutesAtWork(week) : null;
      const hours = { usual, atWork, said: on === day.toString() ? said : null };
      const asked = after + (dueOn.get(on) ?? 0) * minutesAPromise;
      return { on, works: isWorkday, planned: asked, available: minutesAvailable(hours) };
    });
    const sums = {
      planned: theirs.reduce((sum, one) => sum + one.planned, 0),
      available: theirs.reduce((sum, one) => sum + one.available, 0),
    };
    const load = {
      id,
      name,
      atWork: works(id),
      days: theirs,
      ...sums,
      standing: standingOf(sums),
      promises: [...dueOn.values()].reduce((sum, promises) => sum + promises, 0),
      mayTakeOver: role !== undefined && mayBeEntrusted({ role }),
      today: asking.get(id) ?? { customers: 0, minutes: 0 },
    };
    if (load.mayTakeOver || load.planned + load.promises + load.today.customers > 0) loads.push(load);
  }
  return loads;
}
