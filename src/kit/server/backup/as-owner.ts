import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '#kit/domain/result.ts';

/**
 * Refuses root where the data folder, or what it would be made in, belongs to somebody else (`backup.as_root`): the secret, the files and the database that a restore makes would
 * be out of reach for whoever is to run Tend there.
 */
export function refuseRootElsewhere(dataFolder: string): void {
  if (process.getuid?.() !== 0) return;
  let folder = dataFolder;
  while (!existsSync(folder)) folder = dirname(folder);
  const { uid } = statSync(folder);
  if (uid !== 0) throw fail('backup.as_root', { folder, user: nameOf(uid) });
}

function nameOf(uid: number): string {
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return String(uid);
  }
}
