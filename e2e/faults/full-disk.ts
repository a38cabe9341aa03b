import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createRandom, type Random } from '#fixtures/random.ts';
import { aims, nothingBegun, reachMoment, type Begun } from './moments.ts';
import { setUpRig } from './rig.ts';
import { addFigures, lookAtAll, note, settle, type Counts, type Trial } from './trial.ts';
import { makeClients, type Clients } from './work.ts';

/** So much is left at most, which a few edits use up. */
const leftBytes = 256 * 1024;
const fault = 'a full disk';

/**
 * Lets the disk under PostgreSQL and the uploads run full while colleagues work, and makes room again: a small disk of memory, which only root can put in place. Answers whether it could be
 * tried at all.
 */
export async function tryFullDisk({ folder, ...asked }: Trial, counts: Counts): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=768m,mode=0755', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    const why = process.getuid?.() === 0 ? String(error).split('\n')[0] : 'not root';
    asked.report(`a full disk is left out: a disk of memory cannot be mounted here (${why})`);
    return false;
  }
  const takeAway = () => execFileSync('umount', ['-l', folder]);
  process.once('exit', takeAway);
  try {
    chmodSync(folder, 0o755);
    await fillAndEmpty({ folder, ...asked }, counts);
  } finally {
    process.removeListener('exit', takeAway);
    takeAway();
  }
  return true;
}

async function fillAndEmpty({ folder, seed, points, report }: Trial, counts: Counts): Promise<void> {
  const random = createRandom(String(seed));
  const clock = { offset: 0 };
  const rig = await setUpRig(folder, 1);
  const filler = join(folder, 'filler');
  try {
    await rig.recover();
    const clients = makeClients(
      () => rig.addresses,
      () => Temporal.Now.instant(),
      random.fork('clients'),
    );
    await clients.begin(rig.receiver.url);
    for (let number = 1; number <= points && counts.wrongs.length === 0; number++) {
      const aim = random.pick(aims);
      const begun = nothingBegun();
      begun.add(clients.edit(`${number}`));
      const { underWay } = await reachMoment(rig, clients, { aim, name: `${number}`, random, begun });
      fill(folder, filler, random.unit() * leftBytes);
      const refused = await untilRefused(clients, begun, `${number}`, random);
      rmSync(filler);
      note(counts, fault, aim, underWay);
      report(`${number}/${points} ${fault}, ${refused ? 'and something was refused' : 'and nothing was refused'}`);
      await begun.ended();
      await lookAtAll(rig, clients, counts);
    }
    if (counts.wrongs.length === 0) counts.wrongs.push(...(await settle(rig, clock, clients, report)));
    addFigures(counts, rig, clients);
  } finally {
    rmSync(filler, { force: true });
    await rig.stop();
  }
}

function fill(folder: string, filler: string, left: number): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - Math.round(left))));
  } catch {
    // Somebody was quicker: full is full.
  }
}

/** Goes on working until the full disk has refused something, and a while longer; or for so long in vain. */
async function untilRefused(clients: Clients, begun: Begun, name: string, random: Random): Promise<boolean> {
  const before = clients.askedAgain;
  for (let more = 1; more <= 10; more++) {
    begun.add(clients.bringIn(`D${name}-${more}-`));
    await delay(1000);
    if (clients.askedAgain > before) break;
  }
  await delay(random.unit() * 1000);
  return clients.askedAgain > before;
}
