import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { summary } from '#app/services.ts';
import { insertColleague } from '#features/access/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import type { DatabaseOptions } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { openBenchDatabase, type BenchDatabase } from './database.ts';
import { simulateBuying } from './generate/buying.ts';
import { fillingsOf, type Filling } from './generate/rows.ts';
import { talk } from './generate/talk.ts';

/** The morning on which every filled business is looked at. */
export const benchDay = Temporal.PlainDate.from('2026-06-01');

export type BenchBusiness = {
  readonly workspace: string;
  readonly colleagues: readonly string[];
  readonly customers: number;
};

/** A database with a business of so many customers, ten times as many purchases and ten colleagues, from an earlier run or made now. */
export async function openBenchBusiness(customers: number, options: DatabaseOptions = {}): Promise<BenchDatabase & BenchBusiness> {
  const name = `bench_${customers % 1_000_000 === 0 ? `${customers / 1_000_000}m` : customers % 1000 === 0 ? `${customers / 1000}k` : customers}`;
  const bench = (await openFilled(name, options)) ?? (await openBenchDatabase(name, { ...options, reset: true }));
  return { ...bench, ...(await fillBenchDatabase(bench, { customers })) };
}

// What was filled before a change of the schema, or not to its end, is made again.
async function openFilled(name: string, options: DatabaseOptions): Promise<BenchDatabase | undefined> {
  const bench = await openBenchDatabase(name, options).catch((error: Error) => {
    if (error instanceof FailureError && error.failure.code === 'migration.changed') return undefined;
    throw error;
  });
  if (bench && (await readFilling(bench))) return bench;
  await bench?.close();
  return undefined;
}

/** Fills a database unless that is done already, and brings the summary up to `benchDay` by the product's own refresh. */
export async function fillBenchDatabase(bench: BenchDatabase, { customers }: { customers: number }): Promise<BenchBusiness> {
  const filled = await readFilling(bench);
  if (filled) return filled;
  console.log(`making ${customers} customers with their purchases, once`);
  const start = performance.now();
  const business = await insertBusiness(bench, customers);
  await asOwner(bench, async (owner) => {
    // Keys to other tables are right by making; checking them row by row takes as long as everything else.
    await owner.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
    await withoutIndexes(owner, ['customer', 'purchase'], async () => {
      const asOf = Temporal.PlainDate.from('1970-01-01').until(benchDay).days;
      for (const filling of fillingsOf(business.workspace, business.colleagues, simulateBuying(customers, asOf, 'shop')))
        await copy(owner, filling);
    });
    // What the triggers would have written, which this session does not run.
    await owner.query(
      `insert into search_word (workspace_id, word, customer_id)
       select distinct on (w.word) $1, w.word, c.id from customer c cross join lateral string_to_table(c.search_name, ' ') as w (word)
       where c.workspace_id = $1 and w.word ~ '^[a-z]{3,}$'`,
      [business.workspace],
    );
    for (const statement of talk) await owner.query(statement, [business.workspace, benchDay.toString()]);
    await owner.query('vacuum analyze');
  });
  console.log(`  rows ${seconds(start)}`);
  await bench.database.transaction({ workspace: business.workspace }, (tx) => summary.refresh(tx, { day: benchDay, customers: 'all' }));
  await asOwner(bench, async (owner) => {
    await owner.query('vacuum analyze');
    await owner.query('create table bench_business (business jsonb not null)');
    await owner.query('insert into bench_business values ($1)', [JSON.stringify(business)]);
  });
  console.log(`  with the summary ${seconds(start)}`);
  return business;
}

async function readFilling(bench: BenchDatabase): Promise<BenchBusiness | undefined> {
  return await asOwner(bench, async (owner) => {
    const made = await owner.query<{ made: boolean }>("select to_regclass('bench_business') is not null as made");
    if (!made.rows[0]?.made) return undefined;
    return (await owner.query<{ business: BenchBusiness }>('select business from bench_business')).rows[0]?.business;
  });
}

async function insertBusiness({ database }: BenchDatabase, customers: number): Promise<BenchBusiness> {
  const workspace = newId();
  const colleagues = Array.from({ length: 10 }, () => newId());
  await database.transaction({ workspace }, async (tx) => {
    const told = { name: 'Bench', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' } as const;
    await makeWorkspace(tx, benchDay.toZonedDateTime(told.timeZone).toInstant(), told);
    for (const [index, id] of colleagues.entries()) {
      const role = index === 0 ? 'owner' : 'colleague';
      const name = `Colleague ${index + 1}`;
      await insertColleague(tx, {
        id,
        account_id: null,
        name,
        email: `colleague${index}@example.com`,
        role,
        language: 'en',
        calendar: 'gregorian',
        digits: 'latin',
      });
    }
  });
  return { workspace, colleagues, customers };
}

/** Indexes that rows would enter in no order are quicker built afterwards. Keys stay. */
async function withoutIndexes(owner: pg.Client, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await owner.query(definition);
}

async function copy(owner: pg.Client, { table, columns, lines }: Filling): Promise<void> {
  await pipeline(Readable.from(inPieces(lines())), owner.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < 60_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function asOwner<T>(bench: BenchDatabase, run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: bench.ownerUrl });
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
