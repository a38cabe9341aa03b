/**
 * `node tools/keep-release.ts`, part of a release: keeps a backup of a business with one of everything, as this version writes it, in `db/releases/VERSION.tar.zst`. From then on a test restores it and brings it
 * up to the newest schema.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeServices, refreshTouched } from '#app/services.ts';
import { fillWorkspace } from '#app/testing/filled-workspace.ts';
import { makeBackup } from '#kit/server/backup/index.ts';
import { openInstallation } from '#kit/server/db/index.ts';
import { testConfig } from '#kit/server/testing/test-config.ts';
import { tendVersion } from '#kit/server/version.ts';
import { fillTheRest } from './release-rows.ts';
import { root } from './tree.ts';

/** The morning of which the tests tell: what is filled in speaks of the days around it. */
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const clock = () => now;
const folder = mkdtempSync(join(tmpdir(), 'tend-release-'));
// PostgreSQL does not run as root, and whoever it runs as must reach its folder.
chmodSync(folder, 0o755);
try {
  const config = { ...testConfig(folder), secret: 'a secret that everybody knows, of no use to anybody' };
  const installation = await openInstallation(config, { refreshTouched: refreshTouched(clock) });
  try {
    const services = makeServices(config, installation.database, clock, installation.ownerUrl);
    const filled = await fillWorkspace(services, 'owner@example.com');
    await fillTheRest(installation.ownerUrl, filled);
    const file = join(root, `db/releases/${tendVersion()}.tar.zst`);
    const { sizeBytes, sums } = await makeBackup({ file, openSnapshot: services.openSnapshot, config, now, withSecret: true });
    const empty = Object.entries(sums.tables).flatMap(([name, { lines }]) => (lines === 0 ? [name] : []));
    console.log(`${file}: ${Math.round(sizeBytes / 1000)} kB${empty.length === 0 ? '' : `; without a row: ${empty.join(', ')}`}`);
  } finally {
    await installation.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
