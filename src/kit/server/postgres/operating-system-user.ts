import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail } from '#kit/domain/result.ts';

/** PostgreSQL refuses to run as root; started by root, it runs as the system user `postgres`, made here when missing. */
export type OperatingSystemUser = { readonly uid: number; readonly gid: number };

export function postgresUser(): OperatingSystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing) return existing;
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  } catch {
    // The group may stand already; useradd below tells the truth.
  }
  try {
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    throw fail('postgres.no_user');
  }
  const made = lookUp();
  if (!made) throw fail('postgres.no_user');
  return made;
}

function lookUp(): OperatingSystemUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether that user can pass through every folder on the way to `path` (root's home, for one, is closed to others). */
export function canReach(user: OperatingSystemUser, path: string): boolean {
  let existing = resolve(path);
  while (!existsSync(existing)) existing = dirname(existing);
  return spawnSync('ls', ['-d', `${existing}/.`], { uid: user.uid, gid: user.gid, stdio: 'ignore' }).status === 0;
}

/** `data` in the folder Tend is started from; for root, where PostgreSQL cannot reach that, `/var/lib/tend`. */
export function defaultDataFolder(): string {
  const here = resolve('data');
  const user = process.getuid?.() === 0 ? lookUp() : undefined;
  const reachable = user ? canReach(user, here) : process.getuid?.() !== 0 || !here.startsWith('/root/');
  return reachable ? here : '/var/lib/tend';
}
