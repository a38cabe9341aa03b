import { parseCronItem } from 'graphile-worker';
import { FailureError } from '#kit/domain/result.ts';
import type { Tx } from './db/index.ts';
import type { Services } from './services.ts';

/** A duty that comes round by itself (`crontab` form, UTC), not for one workspace but for the installation. What it did not do it makes up for by itself the next time. */
export type Duty = {
  readonly name: string;
  readonly every: string;
  /** The signal is aborted when the server is stopping. */
  readonly run: (services: Services, signal: AbortSignal) => Promise<void>;
};

/** How a duty stands: when it last ran, when it last ran well, and what fell out while no server was there. */
export type DutyStanding = {
  readonly name: string;
  readonly beganAt: Temporal.Instant;
  readonly goodAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly failure: string | null;
  /** Rounds that fell out, all together; and the last time that some did, from the last round before to the one that made up for them. */
  readonly caughtUp: number;
  readonly missedFrom: Temporal.Instant | null;
  readonly missedUntil: Temporal.Instant | null;
};

/**
 * Does a duty, records that and how, and answers whether it went well. A failure is recorded and not thrown: the next round makes up for it, and the queue need not come back to it.
 * What breaks off because the server stops is no failure: it has not ended, and the next start takes it up.
 */
export async function runDuty(services: Services, duty: Duty, signal: AbortSignal = new AbortController().signal): Promise<boolean> {
  const began = services.clock();
  await services.database.transaction({}, (tx) => noteBegun(tx, duty, began));
  try {
    await duty.run(services, signal);
    await services.database.transaction({}, (tx) => note(tx, duty.name, 'good_at', began));
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    const failure = codeOf(error);
    services.log.error({ duty: duty.name, failure }, 'a duty failed');
    await services.database.transaction({}, (tx) => note(tx, duty.name, 'failed_at', services.clock(), failure));
    return false;
  }
}

/** The duties of which rounds fell out since they last ran, those whose last round never ended, and those that have never run. */
export async function missedDuties({ database, clock }: Services, duties: readonly Duty[]): Promise<string[]> {
  const ran = new Map((await database.transaction({}, listDuties)).map((standing) => [standing.name, standing]));
  const now = clock();
  return duties.flatMap(({ name, every }) => {
    const standing = ran.get(name);
    return standing && hasEnded(standing) && roundsBetween(every, standing.beganAt, now) === 0 ? [] : [name];
  });
}

/** Whether the last round that was begun went well or failed; where the process ended first, it did neither. */
function hasEnded({ beganAt, goodAt, failedAt }: DutyStanding): boolean {
  return [goodAt, failedAt].some((at) => at !== null && Temporal.Instant.compare(at, beganAt) >= 0);
}

/** Every duty that has ever run, by name. */
export async function listDuties(tx: Tx): Promise<DutyStanding[]> {
  const { rows } = await tx.client.query<DutyStanding>(
    `select name, began_at as "beganAt", good_at as "goodAt", failed_at as "failedAt", failure, caught_up as "caughtUp",
       missed_from as "missedFrom", missed_until as "missedUntil"
     from duty order by name`,
  );
  return rows;
}

const minute = 60_000;
/** Beyond it the exact number of rounds missed says nothing more. */
const countedMinutes = 60 * 24 * 400;

/** How many rounds of a `crontab` fell between two moments, without those of the minutes of the two themselves. */
export function roundsBetween(every: string, from: Temporal.Instant, until: Temporal.Instant): number {
  const { match } = parseCronItem({ task: 'counted', match: every });
  const last = Math.floor(until.epochMilliseconds / minute) - 1;
  let rounds = 0;
  for (let at = Math.max(Math.floor(from.epochMilliseconds / minute) + 1, last - countedMinutes); at <= last; at += 1) {
    const then = Temporal.Instant.fromEpochMilliseconds(at * minute).toZonedDateTimeISO('UTC');
    if (match({ min: then.minute, hour: then.hour, date: then.day, month: then.month, dow: then.dayOfWeek % 7 })) rounds += 1;
  }
  return rounds;
}

async function noteBegun(tx: Tx, duty: Duty, now: Temporal.Instant): Promise<void> {
  const { rows } = await tx.client.query<{ began: Temporal.Instant }>('select began_at as began from duty where name = $1 for update', [
    duty.name,
  ]);
  const before = rows[0]?.began;
  const missed = before ? roundsBetween(duty.every, before, now) : 0;
  await tx.client.query(
    `insert into duty (name, began_at) values ($1, $2)
     on conflict (name) do update set began_at = greatest(duty.began_at, excluded.began_at), caught_up = duty.caught_up + $3,
       missed_from = case when $3 > 0 then duty.began_at else duty.missed_from end,
       missed_until = case when $3 > 0 then excluded.began_at else duty.missed_until end`,
    [duty.name, now.toString(), missed],
  );
}

async function note(
  tx: Tx,
  name: string,
  column: 'good_at' | 'failed_at',
  at: Temporal.Instant,
  failure: string | null = null,
): Promise<void> {
  await tx.client.query(`update duty set ${column} = $2, failure = $3 where name = $1`, [name, at.toString(), failure]);
}

/** What went wrong, without a word of what was worked on. */
function codeOf(error: unknown): string {
  if (error instanceof FailureError) return error.failure.code;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
