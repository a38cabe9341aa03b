import type { Tx } from '#kit/server/db/index.ts';
import { living, type SummaryPart } from '#kit/server/summary.ts';
import {
  dayNumberOf,
  dayOf,
  daysToCatchUp,
  isQuiet,
  level,
  minutesBy,
  planWindow,
  stillHolds,
  type QuietPeriod,
  type TalkToPlace,
  type WorkingCalendar,
} from '../domain/index.ts';
import { readCalendar } from './calendar.ts';
import { quietOf } from './quiet-store.ts';
import { findRoutines } from './routine-store.ts';
import {
  hasTagRoutines,
  listContacts,
  listPlanned,
  listUnplanned,
  refreshWindows,
  unplan,
  unplanCustomers,
  writePlanned,
  type ContactRow,
  type PlannedGroup,
} from './summary-store.ts';

/** Enough for a night at once; few enough to hold when a business begins with a million customers. */
const atOnce = 100_000;

/** A quiet time or an absence moves a window, hardly ever further. */
const longestShift = 31;

/** When each customer is to hear from us next, and on which day a colleague has time for it. */
export const cadenceSummary: SummaryPart = {
  feature: 'cadence',
  // A routine for prospects finds newcomers in the night after they came.
  beginsEmpty: true,
  refresh: async (tx, scope) => {
    await refreshWindows(tx, scope, await hasTagRoutines(tx));
    if (scope.asOfOn !== living) return;
    await (scope.customers === 'all' ? planAll(tx, scope.day, scope.signal) : planSome(tx, scope.day, scope.customers));
  },
};

type Plan = {
  readonly today: number;
  readonly calendar: WorkingCalendar;
  readonly quiet: ReadonlyMap<string, readonly QuietPeriod[]>;
  /** Minutes by colleague and day, with what is added. */
  readonly load: Map<string, Map<number, number>>;
};

async function planAll(tx: Tx, day: Temporal.PlainDate, signal: AbortSignal | undefined): Promise<void> {
  const today = dayNumberOf(day);
  const calendar = await readCalendar(tx, day);
  const quiet = await quietOf(tx, 'all', day);
  const disturbing = (await listContacts(tx, [...quiet.keys()])).filter((contact) => isInQuiet(contact, quiet, today));
  await unplanCustomers(
    tx,
    disturbing.map(({ customer }) => customer),
  );
  const planned = await listPlanned(tx, 'all');
  const standing = planned.filter((group) => stillHolds(group, calendar, today));
  await unplan(
    tx,
    planned.filter((group) => !stillHolds(group, calendar, today)),
  );
  const plan: Plan = { today, calendar, quiet, load: await loadOf(tx, standing, today) };
  for (;;) {
    signal?.throwIfAborted();
    const some = await listUnplanned(tx, 'all', atOnce);
    await place(tx, some, plan);
    if (some.length < atOnce) return;
  }
}

// Nearly always there is nothing to do but for who was just talked to: whose plan stands is not looked at again before the night.
async function planSome(tx: Tx, day: Temporal.PlainDate, customers: readonly string[]): Promise<void> {
  const today = dayNumberOf(day);
  const [contacts, quiet] = await Promise.all([listContacts(tx, customers), quietOf(tx, customers, day)]);
  const doubtful = contacts.filter((contact) => contact.on === null || contact.by !== contact.owner || isInQuiet(contact, quiet, today));
  if (doubtful.length === 0) return;
  const calendar = await readCalendar(tx, day);
  const fallen = doubtful.filter((contact) => {
    const { owner, by, on } = contact;
    return on === null || by === null || isInQuiet(contact, quiet, today) || !stillHolds({ owner, by, on }, calendar, today);
  });
  if (fallen.length === 0) return;
  await unplanCustomers(
    tx,
    fallen.map(({ customer }) => customer),
  );
  // Only the days that may be chosen: a colleague's year has many.
  const from = Math.max(today, Math.min(...fallen.map(({ dueOn }) => dueOn)));
  const until = Math.max(today + daysToCatchUp, ...fallen.map(({ latestOn }) => latestOn)) + longestShift;
  const colleagues = fallen.flatMap(({ owner, deputy, dueOn }) => [owner, ...calendar.standInsFor(owner, deputy, Math.max(today, dueOn))]);
  const asked = { colleagues: [...new Set(colleagues)].filter((one) => one !== ''), from, until, withLate: from === today };
  await place(tx, fallen, { today, calendar, quiet, load: await loadOf(tx, await listPlanned(tx, asked), today) });
}

function isInQuiet({ customer, on }: ContactRow, quiet: Plan['quiet'], today: number): boolean {
  const periods = quiet.get(customer);
  return periods !== undefined && on !== null && isQuiet(periods, dayOf(Math.max(on, today)));
}

async function place(tx: Tx, contacts: readonly ContactRow[], { today, calendar, quiet, load }: Plan): Promise<void> {
  if (contacts.length === 0) return;
  const minutes = await minutesOf(tx, contacts);
  const talks = new Map<string, TalkToPlace[]>();
  for (const contact of contacts) {
    const { colleague, ...window } = planWindow({ ...contact, quiet: quiet.get(contact.customer) ?? [] }, calendar, today);
    const theirs = talks.get(colleague) ?? [];
    theirs.push({ id: contact.customer, ...window, minutes: minutes(contact.routine) });
    talks.set(colleague, theirs);
  }
  const planned: { customer: string; by: string; on: number }[] = [];
  for (const [colleague, theirs] of talks) {
    const standing = load.get(colleague) ?? new Map<number, number>();
    const workdays = calendar.workdaysOf(colleague);
    // Where nobody at all is left to talk to them, the days stand as they fall.
    const days = workdays.length === 0 ? theirs.map(({ from }) => from) : level(theirs, workdays, standing);
    for (const [index, talk] of theirs.entries()) {
      const on = days[index] ?? today;
      planned.push({ customer: talk.id, by: colleague, on });
      standing.set(on, (standing.get(on) ?? 0) + talk.minutes);
    }
    load.set(colleague, standing);
  }
  await writePlanned(tx, planned);
}

/** What stands on the days; what was planned for a day that is past is still to be done today. */
async function loadOf(tx: Tx, groups: readonly PlannedGroup[], today: number): Promise<Map<string, Map<number, number>>> {
  const minutes = await minutesOf(tx, groups);
  const load = new Map<string, Map<number, number>>();
  for (const { by, on, routine, talks } of groups) {
    const days = load.get(by) ?? new Map<number, number>();
    const day = Math.max(on, today);
    days.set(day, (days.get(day) ?? 0) + talks * minutes(routine));
    load.set(by, days);
  }
  return load;
}

/** How long a talk of each routine takes. */
export async function minutesOf(tx: Tx, of: readonly { readonly routine: string | null }[]): Promise<(routine: string | null) => number> {
  const ids = [...new Set(of.map(({ routine }) => routine))].filter((id) => id !== null);
  const minutes = new Map((await findRoutines(tx, ids)).map(({ id, channel }) => [id, minutesBy(channel)]));
  return (routine) => (routine === null ? undefined : minutes.get(routine)) ?? minutesBy('call');
}
