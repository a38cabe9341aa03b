import { listColleagues } from '#features/access/server/index.ts';
import { listUnderFloor, readLoad, whoWorksOn, type DayAtWork } from '#features/cadence/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { promisesDueByDay, readOpenPromises, type PromiseRead } from '#features/promises/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living } from '#kit/server/summary.ts';
import { minutesAvailable, standingOf, whoHasRoom, type LoadStanding } from '../domain/index.ts';
import { readDaySaid } from './plan-store.ts';
import { sumAsking } from './store.ts';
import { listOftenDeclined, listUnanswered } from './team-store.ts';

type Named = { readonly id: string; readonly name: string };

/** What two weeks ask of a colleague, beside the time there is. */
export type ColleagueLoad = Named & {
  readonly atWork: DayAtWork;
  readonly days: readonly { readonly on: string; readonly works: boolean; readonly planned: number; readonly available: number }[];
  readonly planned: number;
  readonly available: number;
  readonly standing: LoadStanding;
  readonly promises: number;
  /** Who stands on their list today with any reason, and what that would take. */
  readonly today: { readonly customers: number; readonly minutes: number };
};

/** Some of the names behind a figure, and the figure. */
type Names<One> = { readonly count: number; readonly names: readonly One[] };

/** How the load lies, and what falls through. */
export type Team = {
  readonly day: Temporal.PlainDate;
  readonly colleagues: readonly ColleagueLoad[];
  /** Who has room while others have too much, the most first. */
  readonly room: readonly string[];
  /** Due, and nobody there to keep them. */
  readonly unattended: Names<PromiseRead>;
  /** Asked on an earlier day whether somebody takes them over. */
  readonly unanswered: Names<PromiseRead>;
  /** Their owner is away, and nobody stands in. */
  readonly alone: Names<{ readonly customer: Named; readonly owner: Named }> & {
    readonly absences: readonly { readonly id: string; readonly colleague: Named; readonly untilOn: string; readonly customers: number }[];
  };
  readonly underFloor: Names<{ readonly customer: Named; readonly owner: Named; readonly days: number }>;
  readonly declined: Names<{
    readonly customer: Named;
    readonly owner: Named;
    readonly times: number;
    readonly on: string;
    readonly by: Named;
    readonly why: string;
  }>;
};

const days = 14;
const namesShown = 50;
const minutesAPromise = 10;
/** So often a no, within so many days, is worth a second look. */
const oftenDeclined = { times: 3, days: 90 };

/** How much the coming two weeks ask of each colleague, and what would fall through if nobody looked. */
export async function readTeam(tx: Tx, now: Temporal.Instant): Promise<Team> {
  const workspace = await readWorkspace(tx);
  const { timeZone } = workspace;
  const day = todayOf(workspace, now);
  const all = await listColleagues(tx);
  const named = (id: string): Named => ({ id, name: all.find((one) => one.id === id)?.name ?? '' });
  const works = await whoWorksOn(tx, day);
  const due = await promisesDueByDay(tx, day, days);
  const colleagues = await readLoads(tx, day, due, works);
  const absences = all.flatMap(({ id, suspended_at: left }) => {
    const atWork = works(id);
    return left === null && !atWork.works && atWork.because === 'absence' ? [{ ...atWork, colleague: id }] : [];
  });
  const gone = all.flatMap(({ id, suspended_at: left }) => (left === null ? [] : [id]));
  const away = [...absences.map(({ colleague }) => colleague), ...gone];
  const standsIn = (one: string | null) => one !== null && !away.includes(one);
  const withoutStandIn = [...absences.filter(({ standIn }) => !standsIn(standIn)).map(({ colleague }) => colleague), ...gone];
  const alone = await listUnanswered(tx, { withoutStandIn, all: away }, namesShown);
  const under = await listUnderFloor(tx, day, namesShown);
  const since = day.subtract({ days: oftenDeclined.days }).toZonedDateTime(timeZone).toInstant();
  const declined = await listOftenDeclined(tx, since, oftenDeclined.times, namesShown);
  const ids = [alone.customers, under.customers, declined.customers].flatMap((some) => some.map(({ customer }) => customer));
  const names = await namesOfCustomers(tx, [...new Set(ids)]);
  const customer = (id: string): Named => ({ id, name: names.get(id) ?? '' });
  return {
    day,
    colleagues,
    room: whoHasRoom(colleagues),
    unattended: {
      // What is late counts with today.
      count: due.reduce((sum, one) => (away.includes(one.colleague) && one.on === day.toString() ? sum + one.promises : sum), 0),
      names: await unattendedPromises(tx, now, away, endOfDay(day, timeZone)),
    },
    unanswered: shown(await unansweredHandOvers(tx, now, day.toZonedDateTime(timeZone).toInstant())),
    alone: {
      count: [...alone.counts.values()].reduce((sum, count) => sum + count, 0),
      names: alone.customers.map((one) => ({ customer: customer(one.customer), owner: named(one.owner) })),
      absences: absences
        .filter(({ colleague }) => alone.counts.has(colleague))
        .map(({ id, colleague, untilOn }) => ({ id, colleague: named(colleague), untilOn, customers: alone.counts.get(colleague) ?? 0 })),
    },
    underFloor: {
      count: under.count,
      names: under.customers.map((one) => ({ customer: customer(one.customer), owner: named(one.owner), days: one.days })),
    },
    declined: {
      count: declined.count,
      names: declined.customers.map((one) => ({
        customer: customer(one.customer),
        owner: named(one.owner),
        times: one.times,
        on: one.lastAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
        by: named(one.lastBy),
        why: one.lastWhy,
      })),
    },
  };
}

async function readLoads(
  tx: Tx,
  day: Temporal.PlainDate,
  due: Awaited<ReturnType<typeof promisesDueByDay>>,
  works: (colleague: string) => DayAtWork,
): Promise<ColleagueLoad[]> {
  const asking = await sumAsking(tx, living);
  const loads = [];
  for (const { id, name, minutesADay: usual, days: planned } of await readLoad(tx, day, days / 7)) {
    const atWork = works(id);
    const { minutes: said } = await readDaySaid(tx, { colleague: id, day });
    const theirs = planned.map(({ on, works: isWorkday, after }) => {
      const promises = due.find((one) => one.colleague === id && one.on === on)?.promises ?? 0;
      const hours = { usual, atWork: isWorkday ? usual : null, said: on === day.toString() ? said : null };
      return { on, works: isWorkday, planned: after + promises * minutesAPromise, available: minutesAvailable(hours) };
    });
    const sums = {
      planned: theirs.reduce((sum, one) => sum + one.planned, 0),
      available: theirs.reduce((sum, one) => sum + one.available, 0),
    };
    loads.push({
      id,
      name,
      atWork,
      days: theirs,
      ...sums,
      standing: standingOf(sums),
      promises: due.reduce((sum, one) => (one.colleague === id ? sum + one.promises : sum), 0),
      today: asking.get(id) ?? { customers: 0, minutes: 0 },
    });
  }
  return loads;
}

async function unattendedPromises(
  tx: Tx,
  now: Temporal.Instant,
  away: readonly string[],
  before: Temporal.Instant,
): Promise<PromiseRead[]> {
  const found = [];
  for (const owner of away) found.push(...(await readOpenPromises(tx, now, { owner, limit: namesShown })).promises);
  return found.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, before) < 0).slice(0, namesShown);
}

async function unansweredHandOvers(tx: Tx, now: Temporal.Instant, morning: Temporal.Instant): Promise<PromiseRead[]> {
  const { promises } = await readOpenPromises(tx, now, { handedTo: 'anybody', limit: 200 });
  return promises.filter(({ handedAt }) => handedAt !== null && Temporal.Instant.compare(handedAt, morning) < 0);
}

function shown(promises: readonly PromiseRead[]): Names<PromiseRead> {
  return { count: promises.length, names: promises.slice(0, namesShown) };
}
