import { colleaguesHere } from '#features/access/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { dayNumberOf, dayOf, unlevelled, type WorkingCalendar } from '../domain/index.ts';
import { readCalendar } from './calendar.ts';
import { listLoad, type LoadGroup } from './due-store.ts';
import { minutesOf } from './plan.ts';

/** What one day asks of a colleague, in minutes. */
export type DayLoad = {
  readonly on: string;
  readonly works: boolean;
  /** If every customer were talked to on the ideal day, or the next workday, and all who are late today. */
  readonly before: number;
  /** As it is planned. */
  readonly after: number;
  readonly talks: number;
};

export type ColleagueLoad = { readonly id: string; readonly name: string; readonly minutesADay: number; readonly days: DayLoad[] };

/** What the days from one on ask of each colleague, before levelling and after. */
export async function readLoad(tx: Tx, day: Temporal.PlainDate, weeks: number): Promise<ColleagueLoad[]> {
  const days = weeks * 7;
  const until = day.add({ days: days - 1 });
  const [before, after] = [await listLoad(tx, { from: day, until, as: 'due' }), await listLoad(tx, { from: day, until, as: 'planned' })];
  const minutes = await minutesOf(tx, [...before, ...after]);
  const calendar = await readCalendar(tx, day);
  const colleagues = await colleaguesHere(tx);
  const first = dayNumberOf(day);
  return colleagues.map(({ id, name, minutes_a_day: minutesADay }) => {
    const due = idealLoad(
      before.filter(({ by }) => by === id),
      minutes,
      calendar,
      id,
    );
    const planned = after.filter(({ by }) => by === id);
    const of = (on: number, figure: (group: LoadGroup) => number) =>
      planned.reduce((sum, group) => (group.on === on ? sum + figure(group) : sum), 0);
    return {
      id,
      name,
      minutesADay,
      days: Array.from({ length: days }, (_, index) => {
        const on = first + index;
        return {
          on: dayOf(on).toString(),
          works: calendar.works(id, on),
          before: due.get(on) ?? 0,
          after: of(on, (group) => group.talks * minutes(group.routine)),
          talks: of(on, ({ talks }) => talks),
        };
      }),
    };
  });
}

function idealLoad(
  groups: readonly LoadGroup[],
  minutes: (routine: string | null) => number,
  calendar: WorkingCalendar,
  colleague: string,
): ReadonlyMap<number, number> {
  const talks = groups.map(({ on, routine, talks: count }, index) => ({
    id: String(index),
    from: on,
    until: Number.MAX_SAFE_INTEGER,
    minutes: count * minutes(routine),
  }));
  const workdays = calendar.workdaysOf(colleague);
  return workdays.length === 0 ? new Map() : unlevelled(talks, workdays, new Map());
}
