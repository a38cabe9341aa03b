/**
 * `npm run test:faults [-- --points 200] [--seed N]`: kills servers and PostgreSQL, cuts the connection, fills the disk and puts the clock wrong while edits, imports and jobs are
 * under way, and sees that nothing that was acknowledged is lost, nothing is done twice, and everything can be started again.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryFullDisk } from './full-disk.ts';
import { tryFaults } from './trial.ts';

const { values } = parseArgs({ options: { points: { type: 'string', default: '200' }, seed: { type: 'string' } } });
const points = Number(values.points);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'tend-faults-'));
chmodSync(folder, 0o755);
console.log(`seed ${seed}, ${points} points`);
const began = Date.now();
try {
  const disk = await tryFullDisk(join(folder, 'disk'));
  const { points: counts, wrongs, figures } = await tryFaults({ folder, seed, points, report: (line) => console.log(line) });
  console.log('\nwhat went wrong, and how often:');
  for (const [name, count] of counts) console.log(`${String(count).padStart(6)}  ${name}`);
  console.log(`${String(disk.times).padStart(6)}  a full disk${disk.skipped === undefined ? '' : ` (left out: ${disk.skipped})`}`);
  console.log('\nwhat was done meanwhile:');
  for (const [name, count] of Object.entries(figures)) console.log(`${String(count).padStart(6)}  ${name}`);
  const all = [...disk.wrongs, ...wrongs];
  for (const wrong of all.slice(0, 50)) console.error(`✗ ${wrong}`);
  console.log(
    `\n${all.length === 0 ? 'nothing acknowledged was lost, nothing was done twice' : `${all.length} things are wrong`}; ${Math.round((Date.now() - began) / 1000)} s`,
  );
  process.exitCode = all.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
