import { namesOfColleagues } from '#features/access/server/index.ts';
import { contactsOf, listTags, namesOfCustomers, requireCustomer } from '#features/people/server/index.ts';
import type { View } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { floorTerms, isQuiet, nextStep, reachableBy, suggestChannel } from '../domain/index.ts';
import { readFloorOf } from './calendar-store.ts';
import { findContact, listPlannedFor, type PlannedPlace } from './due-store.ts';
import { listQuietPeriods } from './quiet-store.ts';
import { countFollowers, findRoutines, listCommonRoutines, listOwnRoutines, targetOf, type RoutineRow } from './routine-store.ts';

const ownAtMost = 100;

/** The floor and the routines: those of kinds of customers with how many follow them, and the last made of single customers. */
export async function readCadence(tx: Tx) {
  const { floorDays, activeDays } = await readFloorOf(tx);
  const followers = await countFollowers(tx);
  const common = await describeRoutines(tx, await listCommonRoutines(tx));
  return {
    floorDays,
    activeDays,
    byFloor: followers.get('') ?? 0,
    routines: common.map((routine) => ({ ...routine, customers: followers.get(routine.id) ?? 0 })),
    ownRoutines: await describeRoutines(tx, await listOwnRoutines(tx, ownAtMost)),
  };
}

/** One routine as it is shown; `routine.not_found` when there is none. */
export async function readOneRoutine(tx: Tx, id: string) {
  const [routine] = await describeRoutines(tx, await findRoutines(tx, [id]));
  if (!routine) throw fail('routine.not_found');
  return routine;
}

export async function describeRoutines(tx: Tx, rows: readonly RoutineRow[]) {
  const targets = rows.map((row) => targetOf(row));
  const tags = targets.some(({ kind }) => kind === 'tag')
    ? new Map((await listTags(tx)).map(({ id, name }) => [id, name]))
    : new Map<string, string>();
  const customers = await namesOfCustomers(
    tx,
    targets.flatMap((target) => (target.kind === 'customer' ? [target.id] : [])),
  );
  return rows.map((row) => {
    const target = targetOf(row);
    const id = 'id' in target ? target.id : null;
    const names: Readonly<Record<string, string | null>> = {
      customer: customers.get(id ?? '') ?? '',
      tag: tags.get(id ?? '') ?? '',
      list: row.list_name,
    };
    return {
      id: row.id,
      target: { kind: target.kind, id, name: names[target.kind] ?? null, stage: row.stage },
      everyDays: row.every_days,
      latestDays: row.latest_days,
      channel: row.channel,
      purpose: row.purpose,
    };
  });
}

/** When a customer is to hear from us next, by which routine, and when they asked not to; as of a day. Refuses `customer.not_found`. */
export async function readCadenceOf(tx: Tx, { day, asOfOn }: View, customer: string) {
  await requireCustomer(tx, customer);
  const floor = await readFloorOf(tx);
  const contact = await findContact(tx, { asOfOn, day, customer });
  const rows = contact?.routine ? await findRoutines(tx, [contact.routine]) : [];
  const [routine] = await describeRoutines(tx, rows);
  const names = await namesOfColleagues(tx);
  const quiet = await listQuietPeriods(tx, [customer], day);
  const reach = (await contactsOf(tx, [customer])).get(customer);
  const reachable = reachableBy({ phone: Boolean(reach?.phone), email: Boolean(reach?.email) });
  const attempts = contact?.attempts ?? 0;
  const periods = quiet.map(({ from_on: fromOn, until_on: untilOn, yearly }) => ({ fromOn, untilOn, yearly }));
  return {
    routine: routine ?? null,
    floorDays: floor.floorDays,
    active: contact?.active ?? false,
    nextTalk: contact
      ? {
          dueOn: contact.dueOn.toString(),
          latestOn: contact.latestOn.toString(),
          plannedOn: contact.plannedOn?.toString() ?? null,
          by: { id: contact.by, name: names.get(contact.by) ?? '' },
          isLate: Temporal.PlainDate.compare(contact.latestOn, day) < 0,
        }
      : null,
    heardAt: contact?.heardAt?.toString() ?? null,
    attempts,
    lastAttemptAt: contact?.lastAttemptAt?.toString() ?? null,
    step: nextStep(attempts),
    suggested: suggestChannel(routine?.channel ?? floorTerms(floor).channel, reachable, attempts),
    isQuiet: isQuiet(periods, day),
    quietPeriods: quiet.map((row) => ({
      id: row.id,
      fromOn: row.from_on.toString(),
      untilOn: row.until_on.toString(),
      yearly: row.yearly,
      note: row.note,
    })),
  };
}

export type PlannedAsked = {
  readonly by: string;
  readonly until: Temporal.PlainDate;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Whom a colleague is to talk to up to a day, those first who are planned first, with the cursor of what comes after them (null at the end). */
export async function readPlanned(tx: Tx, { by, until, after, limit }: PlannedAsked) {
  const rows = await listPlannedFor(tx, { by, until, after: after === undefined ? undefined : readPlace(after), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const ids = [...new Set(shown.map(({ routine }) => routine))].filter((id) => id !== null);
  const routines = new Map((await findRoutines(tx, ids)).map((row) => [row.id, row]));
  const names = await namesOfColleagues(tx);
  const last = shown.at(-1);
  return {
    contacts: shown.map((row) => {
      const routine = routines.get(row.routine ?? '');
      return {
        customer: { id: row.customer, name: row.name },
        by: { id: row.by, name: names.get(row.by) ?? '' },
        on: row.on,
        latestOn: row.latestOn,
        heardAt: row.heardAt?.toString() ?? null,
        attempts: row.attempts,
        purpose: routine?.purpose ?? null,
        channel: routine?.channel ?? ('call' as const),
      };
    }),
    next: rows.length > limit && last ? `${last.on}~${last.customer}` : null,
  };
}

function readPlace(cursor: string): PlannedPlace {
  const [on = '', customer = ''] = cursor.split('~');
  if (!/^\d{4}-\d\d-\d\d$/.test(on) || !isUuid(customer)) throw fail('input.invalid', {}, 'after');
  return { on, customer };
}
