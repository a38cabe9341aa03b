import { parseArgs } from 'node:util';
import { readCustomers, type CustomerPage, type ListAsked } from '#features/customers/server/index.ts';
import { quantile } from './database.ts';
import { benchDay, openBenchBusiness } from './fill.ts';

type Case = { readonly what: string; readonly asked: Partial<ListAsked> };
type Business = Awaited<ReturnType<typeof openBenchBusiness>>;

const sorts = [
  'name',
  '-name',
  'value',
  '-value',
  'risk',
  '-risk',
  'last_purchase',
  '-last_purchase',
  'next_due',
  '-next_due',
  'last_contact',
  '-last_contact',
];

const plain = (page: 'first' | 'last'): Case[] => sorts.map((sort) => ({ what: `${page} page`, asked: { sort, page } }));

async function casesOf(business: Business): Promise<Case[]> {
  const [owner = ''] = business.colleagues;
  const [someone] = (await read(business, { sort: '-last_purchase', limit: 1 })).customers;
  const filters: [string, Partial<ListAsked>][] = [
    ['of a stage', { stages: ['lapsed'] }],
    ['of a stage and a risk', { stages: ['returning'], risks: ['watch'] }],
    ['of an owner', { owner }],
    ['of a number', { name: someone?.externalId ?? '' }],
    ['of a common name', { name: 'maria' }],
  ];
  const filtered = filters.flatMap(([what, asked]) =>
    ['name', '-value', '-last_purchase'].flatMap((sort) =>
      (['first', 'last'] as const).map((page) => ({ what: `${page} page ${what}`, asked: { sort, page, ...asked } })),
    ),
  );
  return [...plain('first'), ...plain('last'), ...filtered];
}

export const bench = {
  name: 'customers',
  about: 'a page of 50 customers, first and last, at two sizes [--few 10000] [--many 1000000] [--rounds 40]',
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: {
        few: { type: 'string', default: '10000' },
        many: { type: 'string', default: '1000000' },
        rounds: { type: 'string', default: '40' },
      },
    });
    const few = await openBenchBusiness(Number(values.few));
    const many = await openBenchBusiness(Number(values.many));
    const [casesOfFew, casesOfMany] = [await casesOf(few), await casesOf(many)];
    const times = new Map<string, { few: number[]; many: number[] }>();
    // Side by side, so that whatever else the machine does meets both alike; the first two rounds warm up.
    for (let round = -2; round < Number(values.rounds); round += 1) {
      for (const [index, one] of casesOfFew.entries()) {
        const other = casesOfMany[index];
        if (!other) continue;
        const [ofFew, ofMany] = [await time(few, one), await time(many, other)];
        if (round < 0) continue;
        const book = times.get(one.what) ?? { few: [], many: [] };
        times.set(one.what, book);
        book.few.push(ofFew);
        book.many.push(ofMany);
      }
    }
    console.log(`a page of 50 customers, milliseconds, 95th percentile (median)\n`);
    console.log(`${''.padEnd(34)}${String(few.customers).padStart(16)}${String(many.customers).padStart(18)}   ratio`);
    for (const [what, book] of times) console.log(lineOf(what, book));
    await few.close();
    await many.close();
  },
};

async function time(business: Business, { asked }: Case): Promise<number> {
  const start = performance.now();
  const page = await read(business, asked);
  const took = performance.now() - start;
  if (page.customers.length === 0) throw new Error(`nobody to show for ${JSON.stringify(asked)}`);
  return took;
}

async function read({ database, workspace }: Business, asked: Partial<ListAsked>): Promise<CustomerPage> {
  return await database.transaction({ workspace }, (tx) =>
    readCustomers(tx, { day: benchDay, asOfOn: 'infinity', sort: 'name', page: 'first', limit: 50, ...asked }),
  );
}

function lineOf(what: string, { few, many }: { few: number[]; many: number[] }): string {
  const figures = (times: number[]) => `${quantile(times, 0.95).toFixed(1)} (${quantile(times, 0.5).toFixed(1)})`;
  const ratio = quantile(many, 0.95) / quantile(few, 0.95);
  return `${what.padEnd(34)}${figures(few).padStart(16)}${figures(many).padStart(18)}   ${ratio.toFixed(2)}`;
}
