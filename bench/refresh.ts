import { parseArgs } from 'node:util';
import pg from 'pg';
import { features } from '#app/features.ts';
import { makeSummary, type SummaryPart } from '#kit/server/summary.ts';
import { median } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

export const bench = {
  name: 'refresh',
  about: 'the nightly refresh of every customer, feature by feature [--customers 1000000] [--nights 4]',
  run: async (args: string[]) => {
    const { values } = parseArgs({ args, options: { customers: { type: 'string', default: '1000000' }, nights: { type: 'string', default: '4' } } });
    const business = await openBenchBusiness(Number(values.customers));
    const before = process.resourceUsage().maxRSS;
    const book = new Map<string, number[]>();
    const summary = makeSummary(features.flatMap((feature) => feature.summary ?? []).map((part) => timed(part, book)));
    for (let night = 0; night < Number(values.nights); night += 1) {
      await sweep(business.ownerUrl);
      // To the next day and back, so that other benches find the business as they left it; as much changes either way.
      const day = benchDay.add({ days: (night + 1) % 2 });
      const start = performance.now();
      await business.database.transaction({ workspace: business.workspace }, (tx) => summary.refresh(tx, { day, customers: 'all' }));
      note(book, 'everything, to the commit', start);
    }
    console.log(`${business.customers} customers, the night to the next day: median of ${values.nights}`);
    for (const [phase, times] of book) console.log(`  ${phase.padEnd(28)}${seconds(median(times))}   (${times.map(seconds).join(', ')})`);
    const peak = process.resourceUsage().maxRSS;
    console.log(`peak memory ${megabytes(peak)}, of which before the first night ${megabytes(before)}`);
    await business.close();
  },
};

function timed(part: SummaryPart, book: Map<string, number[]>): SummaryPart {
  return {
    feature: part.feature,
    refresh: async (tx, scope) => {
      const start = performance.now();
      await part.refresh(tx, scope);
      note(book, part.feature, start);
    },
  };
}

function note(book: Map<string, number[]>, phase: string, start: number): void {
  book.set(phase, [...(book.get(phase) ?? []), performance.now() - start]);
}

/** What the server does by itself during a day, between two nights. */
async function sweep(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  await owner.end();
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MiB`;
}
