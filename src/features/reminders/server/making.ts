import { holdColleagues } from '#features/access/server/index.ts';
import { talksOn, weeksOf } from '#features/cadence/server/index.ts';
import { handOversFallenBack, handOversWaiting, noteReminded, promisesBeginning, promisesDue } from '#features/promises/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import {
  dailyMomentsIn,
  ofDue,
  ofFallenBack,
  ofHandOver,
  ofSoon,
  ofTalks,
  usualMinutesBefore,
  type Owed,
  type Span,
} from '../domain/index.ts';
import { tellSoon } from './push/telling.ts';
import { settingsOf } from './settings-store.ts';
import { insertReminders, listUnmade, type ReminderRow } from './store.ts';

/**
 * Looking back so far beyond what is done finds the answers to hand-overs that were still on their way then, into the database or from a device without a connection; what
 * was made already is not made again.
 */
const stillOnItsWay = { hours: 7 * 24 };

/** From where the last round ended up to now, and since when our word is reminded of at all. */
export type Stretch = Span & { readonly since: Temporal.Instant };

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * Makes every reminder that is owed to these colleagues by now and was not made yet, writes into the lives of promises whom Tend reminded, and tells every screen. Of our
 * word that is whatever its owner has not been told of, whenever and however it came to be owed; what comes round with the day is owed once within the stretch. `in time`
 * makes them as if the server had run at each moment, `quietly` tells no device.
 */
export async function makeReminders(
  tx: Tx,
  now: Temporal.Instant,
  span: Stretch,
  colleagues: readonly string[],
  how: 'late' | 'in time' | 'quietly' = 'late',
): Promise<ReminderRow[]> {
  const owed = [
    ...(await owedForPromises(tx, now, { after: span.since, until: span.until }, colleagues)),
    ...(await owedForHandOvers(tx, span)),
    ...(await owedForTalks(tx, span, colleagues)),
  ];
  const unmade = owed.length === 0 ? [] : await listUnmade(tx, owed);
  return unmade.length === 0 ? [] : await makeOwed(tx, now, unmade, colleagues, how);
}

/**
 * Reminds colleagues of what another feature has to tell them, each of them once of each occasion, and answers what was not told before. Who has left is reminded of nothing.
 */
export async function remind(tx: Tx, now: Temporal.Instant, owed: readonly Owed[]): Promise<ReminderRow[]> {
  return await makeOwed(
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
  const settings = await settingsOf(tx, colleagues);
  const byMinutes = Map.groupBy(colleagues, (colleague) => settings.get(colleague)?.minutesBefore ?? usualMinutesBefore);
  const soon: Owed[] = [];
  for (const [minutes, owners] of byMinutes) {
    if (minutes === 0) continue;
    const ahead = { after: span.after, until: span.until.add({ minutes }) };
    soon.push(...(await promisesBeginning(tx, ahead, now, owners)).flatMap((promise) => ofSoon(promise, minutes, now) ?? []));
  }
  return [...soon, ...(await promisesDue(tx, span, colleagues)).map(ofDue)];
}

async function owedForHandOvers(tx: Tx, { since, after, until }: Stretch): Promise<Owed[]> {
  // What happened at the very moment at which reminding began belongs to it.
  const begun = since.subtract({ minutes: 1 });
  const waiting = await handOversWaiting(tx, { after: begun, until });
  const fallenBack = await handOversFallenBack(tx, { after: laterOf(begun, after.subtract(stillOnItsWay)), until });
  return [...waiting.map(ofHandOver), ...fallenBack.flatMap(ofFallenBack)];
}

function laterOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
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
