import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#kit/domain/result.ts';
import { listBackups } from '#kit/server/backup/index.ts';
import { oneByOne } from '#kit/server/one-by-one.ts';
import type { Services } from '#kit/server/services.ts';
import { isDue, keptOf, lastDue, momentOfBackup, nameOfBackup, type Schedule } from '../domain/index.ts';
import { backUp } from './back-up.ts';
import { tellOwners } from './telling.ts';

/** So far back is looked for the last one: further back, it is due in any case. */
const daysLookedBack = 3;

/**
 * Makes the backup of the day when its hour has come. A failure is told to the owners and tried again within the hour; one that breaks off because the server stops is no failure, and the next
 * start makes it.
 */
export async function makeDueBackup(services: Services, signal: AbortSignal): Promise<void> {
  const { folder, passphrase } = services.config.backup;
  if (folder === undefined) return;
  const now = services.clock();
  const { goodAt, triedAt } = await lastScheduled(services, now);
  if (!isDue(scheduleOf(services), now, { goodAt, triedAt })) return;
  try {
    // Where it cannot be made, nothing can be written into it, which is said there.
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {});
    const file = join(folder, nameOfBackup(now, passphrase !== undefined));
    await backUp(services, { file, isScheduled: true, passphrase, withSecret: passphrase !== undefined, signal });
  } catch (error) {
    signal.throwIfAborted();
    // Another server of the same database is at it.
    if (error instanceof FailureError && error.failure.code === 'backup.under_way') return;
    await tellOwners(services, error);
    throw error;
  }
}

/** Lets those backups go that need not be kept any longer; until there is the one of the day, none goes. What goes wrong here takes nothing from the one that was made. */
export async function letOldBackupsGo(services: Services): Promise<void> {
  const { folder, keep } = services.config.backup;
  if (folder === undefined) return;
  const now = services.clock();
  const { goodAt } = await lastScheduled(services, now);
  const schedule = scheduleOf(services);
  if (goodAt && Temporal.Instant.compare(goodAt, lastDue(schedule, now)) >= 0)
    await letOldOnesGo(services, folder, now, (backups) => keptOf(backups, keep, schedule.timeZone));
}

function scheduleOf({ config }: Services): Schedule {
  return { hour: config.backup.hour, timeZone: Temporal.Now.timeZoneId() };
}

async function lastScheduled(
  { database }: Services,
  now: Temporal.Instant,
): Promise<{ goodAt: Temporal.Instant | null; triedAt: Temporal.Instant | null }> {
  const lately = await database.transaction({}, (tx) => listBackups(tx, now.subtract({ hours: 24 * daysLookedBack })));
  // Of a clock that was ahead nothing is believed.
  const scheduled = lately.filter(({ isScheduled, beganAt }) => isScheduled && Temporal.Instant.compare(beganAt, now) <= 0);
  const good = scheduled.find(({ verifiedAt, failure }) => verifiedAt !== null && failure === null);
  return { goodAt: good?.beganAt ?? null, triedAt: scheduled[0]?.beganAt ?? null };
}

type Kept = { readonly name: string; readonly madeAt: Temporal.Instant };

/** What was begun so long ago and is not whole, nobody will end. */
const hoursUnfinished = 24;

async function letOldOnesGo(
  services: Services,
  folder: string,
  now: Temporal.Instant,
  choose: (backups: readonly Kept[]) => Set<Kept>,
): Promise<void> {
  const going: string[] = [];
  const backups: Kept[] = [];
  for (const name of await readdir(folder)) {
    const unfinished = name.endsWith('.part') ? momentOfBackup(name.slice(0, -'.part'.length)) : undefined;
    const isLeft = unfinished && Temporal.Instant.compare(unfinished.add({ hours: hoursUnfinished }), now) < 0;
    if (isLeft) going.push(name);
    const madeAt = momentOfBackup(name);
    if (madeAt) backups.push({ name, madeAt });
  }
  const kept = choose(backups);
  for (const backup of backups) if (!kept.has(backup)) going.push(backup.name);
  await oneByOne(services, going, { tell: (file) => ({ file }) }, async (name) => await rm(join(folder, name), { force: true }));
}
