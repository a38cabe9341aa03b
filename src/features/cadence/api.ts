import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { channels, targetKinds } from './domain/index.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const day = z.iso.date();
const time = z.iso.time({ precision: -1 });
const stage = z.enum(['prospect', 'first-time', 'returning', 'lapsed']);
const channel = z.enum(channels);

export const RoutineTold = z.object({
  /** The days after which it is time again, and after which it is late; left out, a quarter more. */
  everyDays: z.number(),
  latestDays: z.number().optional(),
  channel,
  purpose: z.string().max(500),
});

/** One customer, those with a tag, the key customers, or a stage. Saved lists have a route of their own. */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: z.uuid() }),
  z.object({ kind: z.literal('tag'), tagId: z.uuid() }),
  z.object({ kind: z.literal('key') }),
  z.object({ kind: z.literal('stage'), stage }),
]);

export const RoutineView = z.object({
  id: z.uuid(),
  target: z.object({ kind: z.enum(targetKinds), id: z.uuid().nullable(), name: z.string().nullable(), stage: stage.nullable() }),
  everyDays: z.number().int(),
  latestDays: z.number().int(),
  channel,
  purpose: z.string(),
});

export const WorkingWeek = z.object({
  /** 1 is Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  fromTime: time,
  untilTime: time,
});

export const AbsenceView = z.object({ id: z.uuid(), colleague: named, fromOn: day, untilOn: day, standIn: named.nullable() });

export const QuietPeriodView = z.object({ id: z.uuid(), fromOn: day, untilOn: day, yearly: z.boolean(), note: z.string().nullable() });

export const Load = z.object({
  from: day,
  colleagues: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      minutesADay: z.number().int(),
      /** Minutes if everybody were talked to on their ideal day, and as they are planned. */
      days: z.array(z.object({ on: day, works: z.boolean(), before: z.number().int(), after: z.number().int(), talks: z.number().int() })),
    }),
  ),
});

export const PlannedContact = z.object({
  customer: named,
  by: named,
  on: day,
  latestOn: day,
  heardAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  purpose: z.string().nullable(),
  channel,
});

export const CustomerCadence = z.object({
  /** The routine that counts; null where the floor alone does, or nothing. */
  routine: RoutineView.nullable(),
  floorDays: z.number().int(),
  /** Whether the floor holds for this customer. */
  active: z.boolean(),
  nextTalk: z.object({ dueOn: day, latestOn: day, plannedOn: day.nullable(), by: named.nullable(), isLate: z.boolean() }).nullable(),
  heardAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  lastAttemptAt: z.iso.datetime().nullable(),
  step: z.enum(['usual', 'another', 'pause']),
  suggested: z.object({ channel, because: z.enum(['usual', 'another', 'unreachable', 'no_other']) }),
  isQuiet: z.boolean(),
  quietPeriods: z.array(QuietPeriodView),
});

export const cadenceApi = {
  read: route({
    method: 'get',
    path: '/api/cadence',
    summary: 'The floor and the routines, with how many customers follow each',
    caller: 'seeCustomers',
    answer: z.object({
      floorDays: z.number().int(),
      activeDays: z.number().int(),
      byFloor: z.number().int(),
      routines: z.array(RoutineView.extend({ customers: z.number().int() })),
      /** Those of single customers, the latest made first; the last hundred. */
      ownRoutines: z.array(RoutineView),
    }),
  }),
  change: route({
    method: 'patch',
    path: '/api/cadence',
    summary: 'Set the numbers of the floor',
    caller: 'changeSettings',
    body: z.object({ floorDays: z.number(), activeDays: z.number() }).partial(),
  }),
  load: route({
    method: 'get',
    path: '/api/cadence/load',
    summary: 'What the coming weeks ask of each colleague, before and after levelling',
    caller: 'seeCustomers',
    query: z.object({ weeks: z.coerce.number().int().min(1).max(26).default(6) }),
    answer: Load,
  }),
  planned: route({
    method: 'get',
    path: '/api/cadence/planned',
    summary: 'Whom a colleague is to talk to, by the day planned',
    caller: 'seeCustomers',
    query: z.object({
      for: z.uuid().optional(),
      /** Up to this day; today where it is left out. */
      until: day.optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ contacts: z.array(PlannedContact), next: z.string().nullable() }),
  }),
  makeRoutine: route({
    method: 'post',
    path: '/api/routines',
    summary: 'Say how often, and how, a customer or a kind of customers hears from us',
    caller: 'workWithCustomers',
    body: RoutineTold.extend({ target: Target }),
    answer: RoutineView,
  }),
  changeRoutine: route({
    method: 'patch',
    path: '/api/routines/{routine}',
    summary: 'Change a routine; what is left out stays as it is',
    caller: 'workWithCustomers',
    params: z.object({ routine: z.uuid() }),
    body: RoutineTold.partial(),
    answer: RoutineView,
  }),
  endRoutine: route({
    method: 'delete',
    path: '/api/routines/{routine}',
    summary: 'End a routine',
    caller: 'workWithCustomers',
    params: z.object({ routine: z.uuid() }),
  }),
  ofCustomer: route({
    method: 'get',
    path: '/api/customers/{customer}/cadence',
    summary: 'When a customer should hear from us next, by which routine, and when not to call',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf: day.optional() }),
    answer: CustomerCadence,
  }),
  keepQuiet: route({
    method: 'post',
    path: '/api/customers/{customer}/quiet-periods',
    summary: 'Write down that a customer asked not to be called for a time',
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: z.object({ fromOn: day.optional(), untilOn: day, yearly: z.boolean().optional(), note: z.string().max(200).optional() }),
    answer: z.object({ id: z.uuid() }),
  }),
  endQuiet: route({
    method: 'delete',
    path: '/api/quiet-periods/{quietPeriod}',
    summary: 'Take a quiet time back',
    caller: 'workWithCustomers',
    params: z.object({ quietPeriod: z.uuid() }),
  }),
  calendar: route({
    method: 'get',
    path: '/api/working-calendar',
    summary: 'When the colleagues work: weeks, public holidays of the coming twelve months, absences',
    caller: 'seeCustomers',
    answer: z.object({
      country: z.string().nullable(),
      week: WorkingWeek,
      colleagues: z.array(
        named.extend({
          week: WorkingWeek.nullable(),
          /** Whether they may stand in for others. */
          mayStandIn: z.boolean(),
        }),
      ),
      holidays: z.array(z.object({ on: day, name: z.string() })),
      absences: z.array(AbsenceView),
    }),
  }),
  changeCalendar: route({
    method: 'patch',
    path: '/api/working-calendar',
    summary: 'Say which country’s public holidays are observed, and when people work',
    caller: 'changeSettings',
    body: z.object({ country: z.string().length(2).nullable(), week: WorkingWeek }).partial(),
  }),
  setWeek: route({
    method: 'put',
    path: '/api/colleagues/{colleague}/working-week',
    summary: 'Say when a colleague works, where that differs from the others',
    caller: 'workWithCustomers',
    params: z.object({ colleague: z.uuid() }),
    body: WorkingWeek,
  }),
  clearWeek: route({
    method: 'delete',
    path: '/api/colleagues/{colleague}/working-week',
    summary: 'Let a colleague work the same hours as the others again',
    caller: 'workWithCustomers',
    params: z.object({ colleague: z.uuid() }),
  }),
  noteAbsence: route({
    method: 'post',
    path: '/api/absences',
    summary: 'Write down that a colleague is away, and who stands in',
    caller: 'workWithCustomers',
    body: z.object({ colleagueId: z.uuid(), fromOn: day, untilOn: day, standInId: z.uuid().nullable().optional() }),
    answer: z.object({ id: z.uuid() }),
  }),
  setStandIn: route({
    method: 'put',
    path: '/api/absences/{absence}/stand-in',
    summary: "Say who stands in while a colleague is away; with null each customer's deputy",
    caller: 'workWithCustomers',
    params: z.object({ absence: z.uuid() }),
    body: z.object({ standInId: z.uuid().nullable() }),
  }),
  endAbsence: route({
    method: 'delete',
    path: '/api/absences/{absence}',
    summary: 'Take an absence back',
    caller: 'workWithCustomers',
    params: z.object({ absence: z.uuid() }),
  }),
};
