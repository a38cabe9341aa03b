import { mayBeEntrusted } from '#features/access/domain/index.ts';
import { colleaguesHere, namesOfColleagues } from '#features/access/server/index.ts';
import { readWorkspace, todayOf, viewOf } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { cadenceApi } from '../api.ts';
import { cadenceEvents } from '../api/events.ts';
import { startRoutine } from './automation/start-routine.ts';
import type { WorkingWeek } from '../domain/index.ts';
import { listAbsences, readSettings, readWeeks } from './calendar-store.ts';
import { holidaysFrom } from './calendar.ts';
import { cadenceCommands } from './commands.ts';
import { changeSettings, endAbsence, noteAbsence, setStandIn, setWeek } from './hours.ts';
import { readLoad } from './load.ts';
import { cadenceSummary } from './plan.ts';
import { endQuiet, keepQuiet } from './quiet.ts';
import { readCadence, readCadenceOf, readOneRoutine, readPlanned } from './readings.ts';
import { changeRoutine, endRoutine, makeRoutine } from './routines.ts';
import type { Target } from './routine-store.ts';
import { personal } from './personal-store.ts';

export const cadence: Feature = {
  name: 'cadence',
  personal,
  events: cadenceEvents,
  actions: [startRoutine],
  summary: cadenceSummary,
  merge: {
    feature: 'cadence',
    tables: [
      { table: 'routine', key: ['id'], collides: 'kept.customer_id = :kept' },
      { table: 'routine_member', key: ['routine_id'], collides: 'kept.customer_id = :kept and kept.routine_id = gone.routine_id' },
      { table: 'quiet_period', key: ['id'] },
    ],
  },
  workdays: async (tx) => (await readSettings(tx)).week.weekdays,
  entrusted: async (tx, now, colleague) => {
    const absences = await listAbsences(tx, todayOf(await readWorkspace(tx), now));
    return absences.filter((one) => one.stand_in_id === colleague).length;
  },
  commands: cadenceCommands,
  handlers: [
    handle(cadenceApi.read, async ({ tx }) => await readCadence(tx)),
    handle(cadenceApi.change, async ({ tx, now, who, body }) => await changeSettings(tx, now, who, body)),
    handle(cadenceApi.load, async ({ tx, now, query }) => {
      const day = todayOf(await readWorkspace(tx), now);
      return { from: day.toString(), colleagues: await readLoad(tx, day, query.weeks) };
    }),
    handle(cadenceApi.planned, async ({ tx, now, who, query }) => {
      const until = query.until === undefined ? todayOf(await readWorkspace(tx), now) : Temporal.PlainDate.from(query.until);
      return await readPlanned(tx, { by: query.for ?? who.colleague, until, after: query.after, limit: query.limit });
    }),
    handle(cadenceApi.makeRoutine, async ({ tx, now, who, body: { target, ...told } }) =>
      readOneRoutine(tx, await makeRoutine(tx, now, who, targetTold(target), told)),
    ),
    handle(cadenceApi.changeRoutine, async ({ tx, now, who, params, body }) => {
      await changeRoutine(tx, now, who, params.routine, body);
      return await readOneRoutine(tx, params.routine);
    }),
    handle(cadenceApi.endRoutine, async ({ tx, now, who, params }) => await endRoutine(tx, now, who, params.routine)),
    handle(cadenceApi.ofCustomer, async ({ tx, now, services, params, query }) =>
      readCadenceOf(tx, await viewOf(tx, services.summary, now, query.asOf), params.customer),
    ),
    handle(cadenceApi.keepQuiet, async ({ tx, now, who, params, body }) => {
      const told = { ...body, fromOn: dayTold(body.fromOn), untilOn: Temporal.PlainDate.from(body.untilOn) };
      return { id: await keepQuiet(tx, now, who.colleague, params.customer, told) };
    }),
    handle(cadenceApi.endQuiet, async ({ tx, now, who, params }) => await endQuiet(tx, now, who.colleague, params.quietPeriod)),
    handle(cadenceApi.calendar, async ({ tx, now }) => await readHours(tx, todayOf(await readWorkspace(tx), now))),
    handle(cadenceApi.changeCalendar, async ({ tx, now, who, body }) => await changeSettings(tx, now, who, body)),
    handle(cadenceApi.setWeek, async ({ tx, now, who, params, body }) => await setWeek(tx, now, who, params.colleague, body)),
    handle(cadenceApi.clearWeek, async ({ tx, now, who, params }) => await setWeek(tx, now, who, params.colleague, null)),
    handle(cadenceApi.noteAbsence, async ({ tx, now, who, body }) => {
      const [fromOn, untilOn] = [Temporal.PlainDate.from(body.fromOn), Temporal.PlainDate.from(body.untilOn)];
      return { id: await noteAbsence(tx, now, who, { colleague: body.colleagueId, fromOn, untilOn, standIn: body.standInId ?? null }) };
    }),
    handle(cadenceApi.setStandIn, async ({ tx, now, who, params, body }) => await setStandIn(tx, now, who, params.absence, body.standInId)),
    handle(cadenceApi.endAbsence, async ({ tx, now, who, params }) => await endAbsence(tx, now, who, params.absence)),
  ],
};

type TargetTold =
  | { kind: 'customer'; customerId: string }
  | { kind: 'tag'; tagId: string }
  | { kind: 'key' }
  | { kind: 'stage'; stage: 'prospect' | 'first-time' | 'returning' | 'lapsed' };

function targetTold(told: TargetTold): Target {
  if (told.kind === 'customer') return { kind: told.kind, id: told.customerId };
  return told.kind === 'tag' ? { kind: told.kind, id: told.tagId } : told;
}

function dayTold(told: string | undefined): Temporal.PlainDate | undefined {
  return told === undefined ? undefined : Temporal.PlainDate.from(told);
}

async function readHours(tx: Tx, day: Temporal.PlainDate) {
  const { country, week } = await readSettings(tx);
  const weeks = await readWeeks(tx);
  const names = await namesOfColleagues(tx);
  const colleagues = (await colleaguesHere(tx)).map(({ id, name, role }) => ({
    id,
    name,
    week: weekAnswer(weeks.get(id)),
    mayStandIn: mayBeEntrusted({ role }),
  }));
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const inAYear = day.add({ years: 1 }).toString();
  return {
    country,
    week: { ...week, weekdays: [...week.weekdays] },
    colleagues,
    holidays: (await holidaysFrom(tx, day, country)).filter(({ on }) => on < inAYear),
    absences: (await listAbsences(tx, day)).map((row) => ({
      id: row.id,
      colleague: named(row.colleague_id),
      fromOn: row.from_on.toString(),
      untilOn: row.until_on.toString(),
      standIn: row.stand_in_id === null ? null : named(row.stand_in_id),
    })),
  };
}

function weekAnswer(week: WorkingWeek | undefined) {
  return week ? { ...week, weekdays: [...week.weekdays] } : null;
}
