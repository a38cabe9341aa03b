import { parseArgs } from 'node:util';
import pg from 'pg';
import { cadence, makeRoutine, readLoad } from '#features/cadence/server/index.ts';
import { level, unlevelled, type TalkToPlace } from '#features/cadence/domain/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { createRandom } from '#fixtures/random.ts';
import { median } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

export const bench = {
  name: 'cadence',
  about: 'planning whom to talk to when: levelling alone, and the night of every customer [--customers 1000000]',
  run: async (args: string[]) => {
    const { values } = parseArgs({ args, options: { customers: { type: 'string', default: '1000000' } } });
    levelAlone();
    const { database, workspace, colleagues, customers, ownerUrl, close } = await openBenchBusiness(Number(values.customers));
    const part = cadence.summary;
    if (!part) throw new Error('cadence fills columns');
    const refresh = (tx: Tx, day: Temporal.PlainDate) => timed(() => part.refresh(tx, { day, asOfOn: 'infinity', customers: 'all' }));
    // Everything is rolled back, so that other benches find the business as they left it.
    await database
      .transaction({ workspace }, async (tx) => {
        const now = benchDay.toZonedDateTime('Europe/Athens').toInstant();
        const owner = { colleague: colleagues[0] ?? '', role: 'owner' } as const;
        for (const [stage, everyDays] of [
          ['returning', 60],
          ['first-time', 30],
          ['lapsed', 90],
        ] as const)
          await makeRoutine(tx, now, owner, { kind: 'stage', stage }, { everyDays, channel: 'call', purpose: 'to talk' });
        await makeRoutine(tx, now, owner, { kind: 'key' }, { everyDays: 30, channel: 'call', purpose: 'to talk' });
        await tx.client.query('set local enable_nestloop = off');
        console.log(`\n${customers} customers, ${colleagues.length} colleagues; seconds`);
        console.log(`  the first night, everybody planned anew  ${await refresh(tx, benchDay)}`);
        console.log(`  again the same night, nothing to do      ${await refresh(tx, benchDay)}`);
        console.log(`  the night to the next day                ${await refresh(tx, benchDay.add({ days: 1 }))}`);
        const load = await readLoad(tx, benchDay, 6);
        console.log('\nminutes a workday of the coming six weeks, by colleague: fullest and mean, before levelling and after');
        for (const { name, days } of load) {
          const workdays = days.filter(({ works }) => works);
          console.log(
            `  ${name.padEnd(14)}${figures(workdays.map(({ before }) => before))}   ${figures(workdays.map(({ after }) => after))}`,
          );
        }
        throw new Error('rolled back');
      })
      .catch((error: Error) => {
        if (error.message !== 'rolled back') throw error;
      });
    const sweeper = new pg.Client({ connectionString: ownerUrl });
    await sweeper.connect();
    await sweeper.query('vacuum analyze customer_summary');
    await sweeper.end();
    await close();
  },
};

/** A colleague with a hundred thousand talks, most of which fall due on the days after two campaigns. */
function levelAlone(): void {
  const random = createRandom('cadence');
  const workdays = Array.from({ length: 260 }, (_, week) => week).filter((day) => day % 7 < 5);
  const talks = Array.from({ length: 100_000 }, (_, index): TalkToPlace => {
    const from = random.chance(0.6) ? random.pick([10, 70]) + random.whole(0, 4) : random.whole(0, 180);
    return { id: String(index), from, until: from + random.whole(5, 45), minutes: random.pick([5, 10, 30]) };
  });
  const taken = Array.from({ length: 5 }, () => {
    const start = performance.now();
    level(talks, workdays, new Map());
    return performance.now() - start;
  });
  const after = new Map<number, number>();
  for (const [index, day] of level(talks, workdays, new Map()).entries())
    after.set(day, (after.get(day) ?? 0) + (talks[index]?.minutes ?? 0));
  const before = unlevelled(talks, workdays, new Map());
  const of = (load: ReadonlyMap<number, number>) => workdays.map((day) => load.get(day) ?? 0);
  console.log(`100,000 talks of one colleague levelled in ${median(taken).toFixed(0)} ms (median of ${taken.length})`);
  console.log(`  fullest day and mean: before ${figures(of(before))}, after ${figures(of(after))}`);
}

function figures(minutes: readonly number[]): string {
  const mean = minutes.reduce((sum, one) => sum + one, 0) / Math.max(1, minutes.length);
  return `${String(Math.max(0, ...minutes)).padStart(8)} ${mean.toFixed(0).padStart(7)}`;
}

async function timed(run: () => Promise<void>): Promise<string> {
  const start = performance.now();
  await run();
  return ((performance.now() - start) / 1000).toFixed(1).padStart(7);
}
