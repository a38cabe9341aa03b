import { setTimeout as delay } from 'node:timers/promises';
import { findWrongs, findWrongsOfTelling, untilDone } from './check.ts';
import { setUpRig, type Rig } from './rig.ts';
import { makeClients, type Clients } from './work.ts';

const day = 24 * 3_600_000;

/** What goes wrong, by what one calls it. Each leaves the rest to `recover`. */
const faults: Readonly<Record<string, (rig: Rig, clock: { offset: number }) => Promise<void> | void>> = {
  'kill -9 of the server': (rig) => rig.killServer(0),
  'kill -9 of the second server': (rig) => rig.killServer(1),
  'kill -9 of both servers': (rig) => {
    rig.killServer(0);
    rig.killServer(1);
  },
  'a server that is stopped in order': (rig) => rig.stopServer(0),
  'kill -9 of PostgreSQL': (rig) => rig.killDatabase(),
  'a lost connection': (rig) => rig.cutLine(0),
  'a connection lost for a while': (rig) => rig.cutLine(1200),
  'the clock a day ahead': (rig, clock) => putClock(rig, clock, clock.offset === 0 ? day : 0),
  'the clock a day behind': (rig, clock) => putClock(rig, clock, clock.offset === 0 ? -day : 0),
};

function putClock(rig: Rig, clock: { offset: number }, offset: number): void {
  clock.offset = offset;
  rig.putClock(offset);
}

export type TrialResult = {
  readonly points: ReadonlyMap<string, number>;
  readonly wrongs: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
};

/**
 * Lets things go wrong at so many random points of edits, imports and jobs, and says what came of it. The same seed chooses the same faults at the same moments. `untilTold` waits in the end
 * for letters and reminders, of which some take minutes.
 */
export async function tryFaults(options: {
  folder: string;
  seed: number;
  points: number;
  report: (line: string) => void;
  untilTold?: boolean;
}): Promise<TrialResult> {
  const { folder, seed, points, report, untilTold = true } = options;
  const chance = chanceOf(seed);
  const clock = { offset: 0 };
  const rig = await setUpRig(folder);
  const counts = new Map<string, number>();
  const wrongs: string[] = [];
  try {
    await rig.recover();
    const clients = makeClients(
      () => rig.addresses,
      () => Temporal.Now.instant().add({ milliseconds: clock.offset }),
    );
    await clients.begin();
    const names = Object.keys(faults);
    for (let number = 1; number <= points && wrongs.length === 0; number++) {
      const name = names[Math.floor(chance() * names.length)] ?? '';
      const moment = Math.floor(chance() * 900);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      report(`${number}/${points} ${name} after ${moment} ms`);
      await Promise.all([clients.work(number, chance), goWrong(rig, clock, name, moment)]);
      if (number % 10 !== 0 && number !== points) continue;
      await untilDone(rig, 180, false);
      wrongs.push(...(await findWrongs(rig, clients.done)));
    }
    if (untilTold) wrongs.push(...(await settle(rig, clock, clients)));
    return { points: counts, wrongs, figures: figuresOf(rig, clients) };
  } finally {
    await rig.stop();
  }
}

async function goWrong(rig: Rig, clock: { offset: number }, name: string, moment: number): Promise<void> {
  await delay(moment);
  await faults[name]?.(rig, clock);
  await rig.recover();
}

/** In the end every promise falls due, and whatever waits gets its time. */
async function settle(rig: Rig, clock: { offset: number }, clients: Clients): Promise<string[]> {
  putClock(rig, clock, 0);
  await rig.recover();
  await untilDone(rig, 1200, true);
  putClock(rig, clock, 4 * day);
  const patience = Date.now() + 180_000;
  for (;;) {
    const wrongs = [...(await findWrongs(rig, clients.done)), ...(await findWrongsOfTelling(rig, clients.done))];
    if (wrongs.length === 0 || Date.now() > patience) return wrongs;
    await delay(2000);
  }
}

function figuresOf(rig: Rig, { done, acknowledged, askedAgain }: Clients): Record<string, number> {
  return {
    'requests acknowledged': acknowledged,
    'asked again': askedAgain,
    customers: done.customers.length,
    touchpoints: done.touchpoints.length,
    promises: done.promises.length,
    'imports of 120 lines': done.imports.length,
    'invitations with a letter': done.invited.length,
    'letters delivered': rig.mail.taken.length,
    'starts of a server': rig.starts,
  };
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
