import { parseArgs } from 'node:util';
import { refreshTouched } from '#app/services.ts';
import { logTouchpoint } from '#features/conversations/server/index.ts';
import { readToday, readWaiting } from '#features/today/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { quantile } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

const morning = Temporal.Instant.from('2026-06-02T06:00:00Z');
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
    const business = await openBenchBusiness(Number(values.customers), { refreshTouched: refreshTouched(() => morning) });
    const { workspace, colleagues, close } = business;
    const read = <T>(run: (tx: Tx) => Promise<T>) => business.database.read({ workspace }, run);
    const [list, waiting, logging]: [number[], number[], number[]] = [[], [], []];
    let entries = 0;
    for (let round = -1; round < Number(values.rounds); round += 1) {
      for (const colleague of colleagues) {
        const start = performance.now();
        const today = await read((tx) => readToday(tx, view, colleague));
        const between = performance.now();
        await read((tx) => readWaiting(tx, view, { of: colleague, after: today.waiting.next ?? 'top', limit: 20 }));
        const end = performance.now();
        const [first] = today.entries;
        if (!first) throw new Error('nobody on the list');
        const without = await logged(business, colleague, first.id);
        const after = performance.now();
        if (JSON.stringify(without) === JSON.stringify(today)) throw new Error('a call that was logged left the list as it was');
        if (round < 0) continue;
        list.push(between - start);
        waiting.push(end - between);
        logging.push(after - end);
        entries += today.entries.length;
      }
    }
    console.log(
      `${business.customers} customers, ${colleagues.length} colleagues, ${list.length} lists of ${(entries / list.length).toFixed(1)} customers on average; milliseconds`,
    );
    console.log(`  today                          ${figures(list)}`);
    console.log(`  20 who can wait                ${figures(waiting)}`);
    console.log(`  a call logged, and today anew  ${figures(logging)}`);
    await close();
  },
};

/** A call with the first of the list, as a request writes it, and the list as it is then. */
async function logged({ database, workspace }: Awaited<ReturnType<typeof openBenchBusiness>>, colleague: string, customer: string) {
  await database.transaction({ workspace }, (tx) =>
    logTouchpoint(tx, morning, colleague, customer, { kind: 'call', minutes: 6, summary: 'Talked about the next order', pulse: 4 }),
  );
  return await database.read({ workspace }, (tx) => readToday(tx, view, colleague));
}

function figures(times: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => `${share * 100}th ${quantile(times, share).toFixed(1)}`).join('   ');
}
