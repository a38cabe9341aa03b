/**
 * `npm run test:faults [-- --points 200] [--seed N] [--lanes 2] [--without-full-disk]`: kills servers and PostgreSQL, cuts the connection, fills the disk and puts the clock wrong in the middle of imports, jobs
 * and edits, and sees that nothing that was acknowledged is lost, nothing is done twice, and everything can be started again. Ends with 0 where all points were tried and nothing is wrong, with 2
 * where full disks were left out without being asked for, with 1 where something is wrong.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryFullDisk } from './full-disk.ts';
import { noCounts, tryFaults } from './trial.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '200' },
    seed: { type: 'string' },
    lanes: { type: 'string', default: '2' },
    'without-full-disk': { type: 'boolean', default: false },
  },
});
const [points, lanes] = [Number(values.points), Number(values.lanes)];
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'tend-faults-'));
chmodSync(folder, 0o755);
console.log(`seed ${seed}, ${points} points`);
// Whoever stops it leaves nothing behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const began = performance.now();
const counts = noCounts();
const report = (lane: string) => (line: string) => console.log(`${secondsSince().toString().padStart(5)} s  ${lane}  ${line}`);

// A tenth of the points are full disks.
const disks = values['without-full-disk'] ? 0 : Math.round(points / 10);
const shares = Array.from({ length: lanes }, (_, lane) => Math.floor((points - disks + lane) / lanes));
const onDisk = { folder: join(folder, 'disk'), seed, points: disks, report: report('disk') };
const fullDisks = disks === 0 ? Promise.resolve(true) : tryFullDisk(onDisk, counts);
const trials = [
  fullDisks,
  ...shares.map((share, lane) =>
    tryFaults({ folder: join(folder, `lane-${lane}`), seed: seed + 1 + lane, points: share, report: report(`no. ${lane + 1}`) }, counts),
  ),
];
for (const { reason } of (await Promise.allSettled(trials)).filter((trial) => trial.status === 'rejected'))
  counts.wrongs.push(String(reason));
const areLeftOut = await fullDisks.then(
  (couldBeTried) => !couldBeTried,
  () => false,
);

console.log('\nwhat went wrong, and how often:');
for (const [name, count] of counts.faults) console.log(`${String(count).padStart(6)}  ${name}`);
console.log('\nin the middle of what (of so many that were to meet one):');
for (const [aim, { points: all, hits }] of counts.aims) console.log(`${String(hits).padStart(6)}  ${aim} (of ${all})`);
console.log('\nwhat was under way at that moment:');
for (const [name, count] of [...counts.underWay].toSorted(([, one], [, other]) => other - one))
  console.log(`${String(count).padStart(6)}  ${name}`);
console.log('\nwhat was done meanwhile:');
for (const [name, count] of counts.figures) console.log(`${String(count).padStart(6)}  ${name}`);
for (const wrong of counts.wrongs.slice(0, 50)) console.error(`✗ ${wrong}`);
const isGood = counts.wrongs.length === 0;
const tried = [...counts.faults.values()].reduce((sum, count) => sum + count, 0);
console.log(`\n${tried} of ${points} points; a server and its worker are one process, and were killed together`);
if (areLeftOut) console.log('full disks need root, and were left out; without them all points are tried by --without-full-disk');
console.log(
  `${isGood ? 'nothing acknowledged was lost, nothing was done twice' : `${counts.wrongs.length} things are wrong`}; ${secondsSince()} s`,
);
// What is wrong is worth a look into the database that it is wrong in.
if (isGood) rmSync(folder, { recursive: true, force: true });
else console.log(`left as it is: ${folder}`);
process.exitCode = isGood ? (areLeftOut ? 2 : 0) : 1;

function secondsSince(): number {
  return Math.round((performance.now() - began) / 1000);
}
