import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { features } from '#app/features.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { makeSummary, type SummaryPart } from '#kit/server/summary.ts';
import { median } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

/** Seconds by the clock, and of work done here and at the server: on a busy machine only these two can be compared. */
type Taken = { readonly clock: number; readonly here: number; readonly there: number };

export const bench = {
  name: 'refresh',
  about: 'the nightly refresh of every customer, feature by feature [--customers 1000000] [--nights 4]',
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: { customers: { type: 'string', default: '1000000' }, nights: { type: 'string', default: '4' } },
    });
    const { database, workspace, customers, ownerUrl, close } = await openBenchBusiness(Number(values.customers));
    const before = process.resourceUsage().maxRSS;
    const book = new Map<string, Taken[]>();
    const summary = makeSummary(features.flatMap((feature) => feature.summary ?? []).map((part) => timed(part, book)));
    for (let night = 0; night < Number(values.nights); night += 1) {
      await sweep(ownerUrl);
      // To the next day and back, so that other benches find the business as they left it; as much changes either way.
      const day = benchDay.add({ days: (night + 1) % 2 });
      const start = performance.now();
      await database.transaction({ workspace }, (tx) =>
        measure(tx, book, 'everything', () => summary.refresh(tx, { day, customers: 'all' })),
      );
      console.log(`night ${night + 1}: ${((performance.now() - start) / 1000).toFixed(1)} s, with the commit`);
    }
    console.log(
      `\n${customers} customers, the night to the next day, median of ${values.nights}; seconds by the clock, of work here and at the server`,
    );
    for (const [phase, taken] of book) {
      const of = (figure: keyof Taken) =>
        median(taken.map((one) => one[figure]))
          .toFixed(1)
          .padStart(8);
      console.log(`  ${phase.padEnd(14)}${of('clock')}${of('here')}${of('there')}`);
    }
    const peak = process.resourceUsage().maxRSS;
    console.log(`peak memory ${megabytes(peak)}, of which before the first night ${megabytes(before)}`);
    await close();
  },
};

function timed(part: SummaryPart, book: Map<string, Taken[]>): SummaryPart {
  return { feature: part.feature, refresh: (tx, scope) => measure(tx, book, part.feature, () => part.refresh(tx, scope)) };
}

async function measure(tx: Tx, book: Map<string, Taken[]>, phase: string, run: () => Promise<void>): Promise<void> {
  const start = await reckon(tx);
  await run();
  const end = await reckon(tx);
  book.set(phase, [
    ...(book.get(phase) ?? []),
    { clock: end.clock - start.clock, here: end.here - start.here, there: end.there - start.there },
  ]);
}

async function reckon(tx: Tx): Promise<Taken> {
  const { user, system } = process.cpuUsage();
  const { rows } = await tx.client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { clock: performance.now() / 1000, here: (user + system) / 1e6, there: workOf(rows[0]?.pid ?? 0) };
}

/** What the kernel has booked for a process, in seconds; nothing where it does not tell. */
function workOf(pid: number): number {
  try {
    const figures = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return (Number(figures[11]) + Number(figures[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** What the server does by itself during a day, between two nights. */
async function sweep(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  await owner.end();
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MiB`;
}
