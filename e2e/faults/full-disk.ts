import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findWrongs } from './check.ts';
import { setUpRig } from './rig.ts';
import { chanceOf } from './trial.ts';
import { makeClients } from './work.ts';

const megabyte = 1024 * 1024;
const times = 3;

/** Lets the disk under PostgreSQL run full while colleagues work, and makes room again: a small disk of memory, which only root can put in place. */
export async function tryFullDisk(folder: string): Promise<{ times: number; wrongs: string[]; skipped?: string }> {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=0755', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    return {
      times: 0,
      wrongs: [],
      skipped: `a disk of memory cannot be mounted here (${process.getuid?.() === 0 ? String(error).split('\n')[0] : 'not root'})`,
    };
  }
  try {
    chmodSync(folder, 0o755);
    return { times, wrongs: await fillAndEmpty(folder) };
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}

async function fillAndEmpty(folder: string): Promise<string[]> {
  const rig = await setUpRig(folder, 1);
  const filler = join(folder, 'filler');
  try {
    await rig.recover();
    const clients = makeClients(() => rig.addresses, Temporal.Now.instant);
    await clients.begin();
    for (let number = 1; number <= times; number++) {
      const { bavail, bsize } = statfsSync(folder);
      // A megabyte is left, which a few edits use up.
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - megabyte)));
      const working = clients.work(number, chanceOf(number));
      await delay(3000);
      rmSync(filler);
      await rig.recover();
      await working;
    }
    return await findWrongs(rig, clients.done);
  } finally {
    await rig.stop();
  }
}
