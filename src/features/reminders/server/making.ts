import { holdColleagues } from '#features/access/server/index.ts';
import { talksOn, weeksOf } from '#features/cadence/server/index.ts';
import { noteReminded, promisesBeginning, promisesCalling } from '#features/promises/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import {
  dailyMomentsIn,
  ofDeclined,
  ofDue,
  ofHandOver,
  ofSoon,
  ofTalks,
  usualMinutesBefore,
  type Owed,
  type Span,
} from '../domain/index.ts';
import { tellSoon } from './push/telling.ts';
import { settingsOf } from './settings-store.ts';
import { insertReminders, type ReminderRow } from './store.ts';

/**
 * Looking back so far beyond what is done finds what was still on its way into the database then; what was made already is not made again. Of nothing that calls for a
 * reminder takes a transaction longer.
 */
const stillOnItsWay = { minutes: 10 };

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * Makes every reminder that is owed to these colleagues after one moment and by another and was not made yet, writes into the lives of promises whom Tend reminded, and tells
 * every screen. `in time` makes them as if the server had run at each moment, `quietly` tells no device.
 */
export async function makeReminders(
  tx: Tx,
  now: Temporal.Instant,
  span: Span,
  colleagues: readonly string[],
  how: 'late' | 'in time' | 'quietly' = 'late',
): Promise<ReminderRow[]> {
  const owed = [...(await owedForPromises(tx, now, span, colleagues)), ...(await owedForTalks(tx, span, colleagues))];
  if (owed.length === 0) return [];
  return await makeOwed(tx, now, owed, colleagues, how);
}

/**
 * Reminds colleagues of what another feature has to tell them, each of them once of each occasion. Who has left is reminded of nothing.
 */
export async function remind(tx: Tx, now: Temporal.Instant, owed: readonly Owed[]): Promise<void> {
  await makeOwed(
    tx,
    now,
    owed,
    owed.map(({ colleague }) => colleague),
    'late',
  );
}

async function makeOwed(
  tx: Tx,
  now: Temporal.Instant,
  owed: readonly Owed[],
  colleagues: readonly string[],
  how: 'late' | 'in time' | 'quietly',
): Promise<ReminderRow[]> {
  const here = await holdColleagues(tx, colleagues, 'stay');
  const own = owed.filter(({ colleague }) => here.has(colleague));
  const made = await insertReminders(
    tx,
    own.map((one) => ({ ...one, madeAt: how === 'in time' ? one.at : now })),
  );
  await noteReminded(
    tx,
    made.flatMap(({ kind, promise_id: promise, colleague_id: to, made_at: at }) =>
      promise !== null && (kind === 'promise_soon' || kind === 'promise_due') ? [{ promise, to, at }] : [],
    ),
  );
  await recordEvents(
    tx,
    made.map((row) => ({
      now: row.made_at,
      event: {
        kind: 'reminder.made',
        customer: row.customer_id ?? undefined,
        subject: row.id,
        detail: { to: row.colleague_id, kind: row.kind, lateSeconds: row.late_seconds },
      },
    })),
  );
  if (how !== 'quietly') await tellSoon(tx, made);
  return made;
}

async function owedForPromises(tx: Tx, now: Temporal.Instant, span: Span, colleagues: readonly string[]): Promise<Owed[]> {
  const calling = await promisesCalling(tx, { ...span, after: span.after.subtract(stillOnItsWay) });
  const settings = await settingsOf(tx, colleagues);
  const byMinutes = Map.groupBy(colleagues, (colleague) => settings.get(colleague)?.minutesBefore ?? usualMinutesBefore);
  const soon: Owed[] = [];
  for (const [minutes, owners] of byMinutes) {
    if (minutes === 0) continue;
    const ahead = { after: span.after.add({ minutes }), until: span.until.add({ minutes }) };
    soon.push(...(await promisesBeginning(tx, ahead, owners)).flatMap((promise) => ofSoon(promise, minutes, now) ?? []));
  }
  return [...soon, ...calling.due.map(ofDue), ...calling.handedOver.map(ofHandOver), ...calling.declined.flatMap(ofDeclined)];
}

async function owedForTalks(tx: Tx, span: Span, colleagues: readonly string[]): Promise<Owed[]> {
  const { timeZone } = await readWorkspace(tx);
  const weeks = await weeksOf(tx, colleagues);
  const owed: Owed[] = [];
  for (const [time, who] of Map.groupBy(colleagues, (colleague) => weeks.get(colleague)?.fromTime ?? '09:00')) {
    // On which days there are talks the plan knows, which knows the working days.
    for (const { day, at } of dailyMomentsIn(span, { time, weekdays: everyDay, timeZone }))
      owed.push(...(await talksOn(tx, day, who)).map((talks) => ofTalks(talks, day, at)));
  }
  return owed;
}
