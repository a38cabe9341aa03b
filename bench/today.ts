import { parseArgs } from 'node:util';
import { readToday, readWaiting } from '#features/today/server/index.ts';
import { quantile } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

// The morning after the last thing that happened, so that nobody's hours are used yet.
const view = { day: benchDay.add({ days: 1 }), asOfOn: 'infinity', isPast: false } as const;

export const bench = {
  name: 'today',
  about: "a colleague's list for today, with reasons and what to have at hand [--customers 1000000] [--rounds 40]",
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: { customers: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '40' } },
    });
    const business = await openBenchBusiness(Number(values.customers));
    const { database, workspace, colleagues } = business;
    const [list, waiting]: [number[], number[]] = [[], []];
    let entries = 0;
    for (let round = -1; round < Number(values.rounds); round += 1) {
      for (const colleague of colleagues) {
        const start = performance.now();
        const today = await database.transaction({ workspace }, (tx) => readToday(tx, view, colleague));
        const between = performance.now();
        await database.transaction({ workspace }, (tx) =>
          readWaiting(tx, view, { of: colleague, after: today.waiting.next ?? 'top', limit: 20 }),
        );
        if (today.entries.length === 0) throw new Error('nobody on the list');
        if (round < 0) continue;
        list.push(between - start);
        waiting.push(performance.now() - between);
        entries += today.entries.length;
      }
    }
    console.log(
      `${business.customers} customers, ${colleagues.length} colleagues, ${list.length} lists of ${(entries / list.length).toFixed(1)} customers on average; milliseconds`,
    );
    console.log(`  today                 ${figures(list)}`);
    console.log(`  20 who can wait       ${figures(waiting)}`);
    await business.close();
  },
};

function figures(times: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => `${share * 100}th ${quantile(times, share).toFixed(1)}`).join('   ');
}
