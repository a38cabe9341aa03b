import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, root, textOf } from './tree.ts';

export const checksumsFile = 'db/migrations/checksums.json';

/** Migrations that a release has carried out on somebody's data: from then on they do not change. By name, with their checksum. */
export function releasedMigrations(): Record<string, string> {
  return JSON.parse(textOf(checksumsFile)) as Record<string, string>;
}

/** The migrations of the tree, in the order in which they run. */
export function migrations(): { name: string; checksum: string }[] {
  return filesOf('db/migrations/*.sql').map((path) => ({
    name: path.slice('db/migrations/'.length),
    checksum: createHash('sha256').update(textOf(path)).digest('hex'),
  }));
}

/** Part of a release: what stands now, stands for good. */
export function sealMigrations(): void {
  const sealed = { ...Object.fromEntries(migrations().map(({ name, checksum }) => [name, checksum])), ...releasedMigrations() };
  const sorted = Object.fromEntries(Object.entries(sealed).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, checksumsFile), `${JSON.stringify(sorted, null, 2)}\n`);
}

if (import.meta.main) sealMigrations();
