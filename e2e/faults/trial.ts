import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '#fixtures/random.ts';
import { runTend } from '../product.ts';
import { findWrongs, findWrongsInTheEnd } from './check.ts';
import { aimOf, aims, nothingBegun, reachMoment, type Aim, type UnderWay } from './moments.ts';
import { setUpRig, type Rig } from './rig.ts';
import { linesAnImport, makeClients, type Clients } from './work.ts';

const day = 24 * 3_600_000;
const servers = 2;

/** `which` is the server that has in hand what it is about. */
type Struck = { readonly rig: Rig; readonly clock: { offset: number }; readonly which: number };

/** What goes wrong, by what one calls it. A worker is a part of its server, and dies with it. */
const faults: Readonly<Record<string, (struck: Struck) => void>> = {
  'kill -9 of the server and its worker': ({ rig, which }) => rig.killServer(which),
  'kill -9 of both servers': ({ rig }) => {
    for (let each = 0; each < servers; each++) rig.killServer(each);
  },
  'a server that is stopped in order': ({ rig, which }) => rig.stopServer(which),
  'kill -9 of PostgreSQL': ({ rig }) => rig.killDatabase(),
  'a lost connection': ({ rig, which }) => rig.cutLine(which, 0),
  'all connections lost for a while': ({ rig }) => {
    for (let each = 0; each < servers; each++) rig.cutLine(each, 1200);
  },
  'the clock a day ahead, or right again': ({ rig, clock }) => putClock(rig, clock, clock.offset === 0 ? day : 0),
  'the clock a day behind, or right again': ({ rig, clock }) => putClock(rig, clock, clock.offset === 0 ? -day : 0),
};

function putClock(rig: Rig, clock: { offset: number }, offset: number): void {
  clock.offset = offset;
  rig.putClock(offset);
}

export type Trial = { readonly folder: string; readonly seed: number; readonly points: number; readonly report: (line: string) => void };

/** How often what went wrong, in the middle of what; and what was done all together. */
export type Counts = {
  readonly faults: Map<string, number>;
  /** By what it was to meet: how often, and how often it did. */
  readonly aims: Map<Aim, { points: number; hits: number }>;
  /** By its name, how often something was under way. */
  readonly underWay: Map<string, number>;
  readonly figures: Map<string, number>;
  readonly wrongs: string[];
};

export function noCounts(): Counts {
  return { faults: new Map(), aims: new Map(), underWay: new Map(), figures: new Map(), wrongs: [] };
}

export function note(counts: Counts, fault: string, aim: Aim, underWay: readonly UnderWay[]): void {
  add(counts.faults, fault);
  const met = counts.aims.get(aim) ?? { points: 0, hits: 0 };
  counts.aims.set(aim, { points: met.points + 1, hits: met.hits + (underWay.some((one) => aimOf(one) === aim) ? 1 : 0) });
  for (const name of new Set(underWay.map((one) => one.name))) add(counts.underWay, name);
}

function add(counts: Map<string, number>, name: string, more = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

/**
 * Lets things go wrong one after the other on one installation, which works on meanwhile, and says what came of it. The same seed chooses the same faults and the same
 * work; what they meet is up to the machine. `settles` waits in the end for whatever is told outside, of which some takes minutes.
 */
export async function tryFaults(
  { folder, seed, points, report, settles = true }: Trial & { readonly settles?: boolean },
  counts: Counts,
): Promise<void> {
  const random = createRandom(String(seed));
  const clock = { offset: 0 };
  const rig = await setUpRig(folder, servers);
  try {
    await rig.recover();
    const clients = makeClients(
      () => rig.addresses,
      () => Temporal.Now.instant().add({ milliseconds: clock.offset }),
      random.fork('clients'),
    );
    await clients.begin(rig.receiver.url);
    const names = Object.keys(faults);
    for (let number = 1; number <= points && counts.wrongs.length === 0; number++) {
      const fault = random.pick(names);
      const aim = random.pick(aims);
      const begun = nothingBegun();
      begun.add(clients.edit(`${number}`));
      const { underWay } = await reachMoment(rig, clients, { aim, name: `${number}`, random, begun });
      const which = underWay.find((one) => aimOf(one) === aim && one.server !== undefined)?.server ?? random.whole(0, servers - 1);
      faults[fault]?.({ rig, clock, which });
      note(counts, fault, aim, underWay);
      report(`${number}/${points} ${fault}, in the middle of ${[...new Set(underWay.map(({ name }) => name))].join(', ') || 'nothing'}`);
      // What was wanted is answered some time, by whichever server is up by then.
      await begun.ended();
      if (number % 10 === 0 || number === points) await lookAtAll(rig, clients, counts);
    }
    if (settles && counts.wrongs.length === 0) counts.wrongs.push(...(await settle(rig, clock, clients, report)));
    addFigures(counts, rig, clients);
  } finally {
    await rig.stop();
  }
}

/** Everything can be started, and everything is as it was acknowledged. */
export async function lookAtAll(rig: Rig, { done }: Clients, { wrongs }: Counts): Promise<void> {
  await rig.recover();
  wrongs.push(...(await findWrongs(rig.look, done)));
}

/** In the end whatever waits gets its time, every promise falls due, and nobody has tampered with the log. */
export async function settle(rig: Rig, clock: { offset: number }, { done }: Clients, report: (line: string) => void): Promise<string[]> {
  // So long may it go without getting any better.
  const patience = 240_000;
  let [fewest, until] = [Number.POSITIVE_INFINITY, 0];
  for (;;) {
    await rig.recover();
    // A letter whose sender was killed is somebody's for five minutes, and a promise falls due: time passes.
    putClock(rig, clock, 4 * day);
    await rig.look('update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null');
    for (const round of ['reminders.remind', 'webhooks.look_after']) await rig.look('select graphile_worker.add_job($1, $2)', [round, {}]);
    await delay(2000);
    const wrongs = [...(await findWrongs(rig.look, done)), ...(await findWrongsInTheEnd(rig.look, done, rig.told()))];
    if (wrongs.length === 0) break;
    if (wrongs.length < fewest) [fewest, until] = [wrongs.length, performance.now() + patience];
    if (performance.now() > until) return wrongs;
    report(`still to come: ${wrongs[0]}${wrongs.length > 1 ? ` and ${wrongs.length - 1} more` : ''}`);
  }
  const verdict = await runTend(['audit', 'verify'], rig.settings);
  return verdict.code === 0 ? [] : [`the audit log: ${verdict.out}${verdict.errors}`];
}

export function addFigures({ figures }: Counts, rig: Rig, { done, acknowledged, askedAgain }: Clients): void {
  const more: Readonly<Record<string, number>> = {
    'requests acknowledged': acknowledged,
    'asked again': askedAgain,
    customers: done.customers.length,
    'changes of customers': done.customers.reduce((sum, { changes }) => sum + changes, 0),
    touchpoints: done.touchpoints.length,
    promises: done.promises.length,
    [`imports of ${linesAnImport} lines`]: done.imports.length,
    'invitations with a letter': done.invited.length,
    'letters delivered': rig.told().letters.length,
    'told by the webhook': rig.told().customers.length,
    'starts of a server': rig.starts,
  };
  for (const [name, count] of Object.entries(more)) add(figures, name, count);
  figures.set('slowest start, ms', Math.max(figures.get('slowest start, ms') ?? 0, Math.round(rig.slowestStart)));
}
