import { listColleagues } from '#features/access/server/index.ts';
import { listUnderFloor, whoWorksOn, type DayAtWork } from '#features/cadence/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { countOpenPromises, type OpenAsked, type PromiseRead } from '#features/promises/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { whoHasRoom } from '../domain/index.ts';
import { readLoads, type ColleagueLoad } from './team-load.ts';
import { listOftenDeclined, listUnanswered } from './team-store.ts';

type Named = { readonly id: string; readonly name: string };

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

/** So often a no, within so many days, is worth a second look. */
const oftenDeclined = { times: 3, days: 90 };

/**
 * How much the coming two weeks ask of each colleague, and what would fall through if nobody looked. Of the names behind a figure at most `names`; the figure counts
 * all of them.
 */
export async function readTeam(tx: Tx, now: Temporal.Instant, names: number): Promise<Team> {
  const workspace = await readWorkspace(tx);
  const { timeZone } = workspace;
  const day = todayOf(workspace, now);
  const works = await whoWorksOn(tx, day);
  const who = await readWhoIsAway(tx, works);
  const colleagues = await readLoads(tx, day, works);
  const today = { from: day.toZonedDateTime(timeZone).toInstant(), before: endOfDay(day, timeZone) };
  return {
    day,
    colleagues,
    room: whoHasRoom(colleagues.filter(({ mayTakeOver }) => mayTakeOver)),
    unattended: await promisesBehind(tx, now, { owner: who.away, dueBefore: today.before }, names),
    unanswered: await promisesBehind(tx, now, { handedTo: 'anybody', handedBefore: today.from }, names),
    alone: await readAlone(tx, who, names),
    underFloor: await readUnderFloor(tx, day, who.named, names),
    declined: await readDeclined(tx, day, who.named, names),
  };
}

type Absent = Extract<DayAtWork, { because: 'absence' }> & { readonly colleague: string };

type WhoIsAway = {
  /** A colleague with the name, also of one who has left. */
  readonly named: (id: string) => Named;
  /** Who is not there to do anything: absent, or gone for good. */
  readonly away: readonly string[];
  readonly gone: readonly string[];
  readonly absences: readonly Absent[];
};

async function readWhoIsAway(tx: Tx, works: (colleague: string) => DayAtWork): Promise<WhoIsAway> {
  const all = await listColleagues(tx);
  const gone = all.flatMap(({ id, suspended_at: left }) => (left === null ? [] : [id]));
  const absences = all.flatMap(({ id, suspended_at: left }) => {
    const atWork = works(id);
    return left === null && !atWork.works && atWork.because === 'absence' ? [{ ...atWork, colleague: id }] : [];
  });
  return {
    named: (id) => ({ id, name: all.find((one) => one.id === id)?.name ?? '' }),
    away: [...absences.map(({ colleague }) => colleague), ...gone],
    gone,
    absences,
  };
}

async function promisesBehind(tx: Tx, now: Temporal.Instant, asked: OpenAsked, limit: number): Promise<Names<PromiseRead>> {
  const { count, promises } = await countOpenPromises(tx, now, asked, limit);
  return { count, names: promises };
}

/** Customers of those who are away and for whom nobody stands in. */
async function readAlone(tx: Tx, { away, gone, absences, named }: WhoIsAway, limit: number): Promise<Team['alone']> {
  const standsIn = (one: string | null) => one !== null && !away.includes(one);
  const withoutStandIn = [...absences.filter(({ standIn }) => !standsIn(standIn)).map(({ colleague }) => colleague), ...gone];
  const { customers, counts } = await listUnanswered(tx, { withoutStandIn, all: away }, limit);
  const customer = await customersNamed(tx, customers);
  return {
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    names: customers.map((one) => ({ customer: customer(one.customer), owner: named(one.owner) })),
    absences: absences
      .filter(({ colleague }) => counts.has(colleague))
      .map(({ id, colleague, untilOn }) => ({ id, colleague: named(colleague), untilOn, customers: counts.get(colleague) ?? 0 })),
  };
}

/** Who has not been heard from for longer than the floor allows. */
async function readUnderFloor(tx: Tx, day: Temporal.PlainDate, named: WhoIsAway['named'], limit: number): Promise<Team['underFloor']> {
  const { count, customers } = await listUnderFloor(tx, day, limit);
  const customer = await customersNamed(tx, customers);
  return { count, names: customers.map((one) => ({ customer: customer(one.customer), owner: named(one.owner), days: one.days })) };
}

/** To whom a no was said again and again, and what was said last. */
async function readDeclined(tx: Tx, day: Temporal.PlainDate, named: WhoIsAway['named'], limit: number): Promise<Team['declined']> {
  const { timeZone } = await readWorkspace(tx);
  const since = day.subtract({ days: oftenDeclined.days }).toZonedDateTime(timeZone).toInstant();
  const { count, customers } = await listOftenDeclined(tx, since, oftenDeclined.times, limit);
  const customer = await customersNamed(tx, customers);
  return {
    count,
    names: customers.map((one) => ({
      customer: customer(one.customer),
      owner: named(one.owner),
      times: one.times,
      on: one.lastAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      by: named(one.lastBy),
      why: one.lastWhy,
    })),
  };
}

async function customersNamed(tx: Tx, some: readonly { readonly customer: string }[]): Promise<(id: string) => Named> {
  const names = await namesOfCustomers(
    tx,
    some.map(({ customer }) => customer),
  );
  return (id) => ({ id, name: names.get(id) ?? '' });
}
