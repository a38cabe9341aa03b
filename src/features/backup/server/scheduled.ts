import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#kit/domain/result.ts';
import { listBackups } from '#kit/server/backup/index.ts';
import type { Services } from '#kit/server/services.ts';
import { isDue, keptOf, momentOfBackup, nameOfBackup } from '../domain/index.ts';
import { backUp } from './back-up.ts';
import { tellOwners } from './telling.ts';

/** So far back is looked for the last one: further back, it is due in any case. */
const daysLookedBack = 3;

/**
 * Makes the backup of the day when its hour has come, and lets those go that need not be kept any longer. A failure is told to the owners and tried again within the hour; until there
 * is a new one, none of the old ones goes.
 */
export async function makeDueBackup(services: Services, signal: AbortSignal): Promise<void> {
  const { config, clock, database } = services;
  const { folder, hour, keep, passphrase } = config.backup;
  if (folder === undefined) return;
  const now = clock();
  const timeZone = Temporal.Now.timeZoneId();
  const lately = await database.transaction({}, (tx) => listBackups(tx, now.subtract({ hours: 24 * daysLookedBack })));
  // Of a clock that was ahead nothing is believed.
  const scheduled = lately.filter(({ isScheduled, beganAt }) => isScheduled && Temporal.Instant.compare(beganAt, now) <= 0);
  const good = scheduled.find(({ verifiedAt, failure }) => verifiedAt !== null && failure === null);
  if (!isDue({ hour, timeZone }, now, { goodAt: good?.beganAt ?? null, triedAt: scheduled[0]?.beganAt ?? null })) return;
  try {
    // Where it cannot be made, nothing can be written into it, which is said there.
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {});
    const file = join(folder, nameOfBackup(now, passphrase !== undefined));
    await backUp(services, { file, isScheduled: true, passphrase, withSecret: passphrase !== undefined, signal });
    await letOldOnesGo(folder, now, (backups) => keptOf(backups, keep, timeZone));
  } catch (error) {
    // Another server of the same database is at it.
    if (error instanceof FailureError && error.failure.code === 'backup.under_way') return;
    await tellOwners(services, error);
    throw error;
  }
}

type Kept = { readonly name: string; readonly madeAt: Temporal.Instant };

/** What was begun so long ago and is not whole, nobody will end. */
const hoursUnfinished = 24;

async function letOldOnesGo(folder: string, now: Temporal.Instant, choose: (backups: readonly Kept[]) => Set<Kept>): Promise<void> {
  const backups: Kept[] = [];
  for (const name of await readdir(folder)) {
    const unfinished = name.endsWith('.part') ? momentOfBackup(name.slice(0, -'.part'.length)) : undefined;
    const isLeft = unfinished && Temporal.Instant.compare(unfinished.add({ hours: hoursUnfinished }), now) < 0;
    if (isLeft) await rm(join(folder, name), { force: true });
    const madeAt = momentOfBackup(name);
    if (madeAt) backups.push({ name, madeAt });
  }
  const kept = choose(backups);
  for (const backup of backups) if (!kept.has(backup)) await rm(join(folder, backup.name), { force: true });
}
