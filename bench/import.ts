import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { insertColleague } from '#features/access/server/index.ts';
import { importSales } from '#features/purchases/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { createRandom } from '#fixtures/random.ts';
import { newId } from '#kit/server/ids.ts';
import { median, openBenchDatabase, type BenchDatabase } from './database.ts';

export const bench = {
  name: 'import',
  about: 'taking in a sales export, against a bare COPY of the same file into one unindexed table [--file FILE] [--runs 5]',
  run: async (args: string[]) => {
    const { values } = parseArgs({ args, options: { file: { type: 'string' }, runs: { type: 'string', default: '5' } } });
    const folder = mkdtempSync(join(tmpdir(), 'tend-import-'));
    const server = await openBenchDatabase('import', { reset: true });
    try {
      const file = join(folder, 'sales.csv');
      const given = salesFile(values.file);
      if (given) await pipeline(createReadStream(given), ...(given.endsWith('.gz') ? [createGunzip()] : []), createWriteStream(file));
      else await pipeline(Readable.from(generatedSales(541_909)), createWriteStream(file));
      console.log(given ? `the file ${given}` : 'a generated file, since none was named and none lies beside the repository');
      await compare(server, file, Number(values.runs));
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Where a real export lies, if it does: an argument, `TEND_SALES`, or beside the repository. */
function salesFile(given: string | undefined): string | undefined {
  const path = given ?? process.env['TEND_SALES'] ?? '../shared/data/online-retail.csv.gz';
  return existsSync(path) ? path : undefined;
}

async function compare(server: BenchDatabase, file: string, runs: number): Promise<void> {
  const bare: number[] = [];
  const whole: number[] = [];
  let lines = 0;
  for (let run = 0; run < runs; run++) {
    bare.push(await bareCopy(server.ownerUrl, file));
    const { seconds, result } = await wholeImport(server, file);
    whole.push(seconds);
    ({ lines } = result);
    if (run === 0) {
      console.log(inWords(result));
      if (lines === published.lines) requirePublished(result);
    }
  }
  const rate = (seconds: number) => `${Math.round(lines / seconds).toLocaleString('en')} lines a second`;
  const each = (times: readonly number[]) => times.map((seconds) => seconds.toFixed(2)).join(', ');
  console.log(`bare COPY     ${median(bare).toFixed(2)} s   ${rate(median(bare))}   (${each(bare)})`);
  console.log(`whole import  ${median(whole).toFixed(2)} s   ${rate(median(whole))}   (${each(whole)})`);
  console.log(
    `ratio         ${median(bare.map((seconds, run) => seconds / (whole[run] ?? Number.NaN))).toFixed(2)}   median of ${runs} pairs; looking at the file, merging and commit included`,
  );
  console.log(`peak memory   ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
}

/** What everybody who counts the public Online Retail export (UCI 352) finds in it: `sales`, `returns` and `adjustments` together are its invoices. */
const published = {
  lines: 541_909,
  invoices: 25_900,
  adjustments: 3,
  customers: 4372,
  customersWithSale: 4339,
  anonymous: 135_080,
  sum: '9747747.934',
  customerSum: '8300065.814',
};

function requirePublished(result: Awaited<ReturnType<typeof wholeImport>>['result']): void {
  const found = { ...result, invoices: result.sales + result.returns + result.adjustments };
  for (const [name, figure] of Object.entries(published)) {
    const ours = found[name as keyof typeof published];
    if (String(ours) !== String(figure)) throw new Error(`${name}: ${ours} where everybody finds ${figure}`);
  }
  console.log('every figure as published');
}

/** The least that can be done with a file: its cells as text, without an index or a check. */
async function bareCopy(url: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bare (a text, b text, c text, d text, e text, f text, g text, h text)');
  const start = performance.now();
  await pipeline(
    createReadStream(file, { highWaterMark: 262_144 }),
    client.query(copyFrom('copy bare from stdin (format csv, header true)')),
  );
  const seconds = (performance.now() - start) / 1000;
  await client.query('drop table bare');
  await client.end();
  return seconds;
}

async function wholeImport({ database }: BenchDatabase, file: string) {
  const workspace = newId();
  const now = Temporal.Now.instant();
  await database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'A wholesaler', language: 'en', currency: 'GBP', timeZone: 'Europe/London' });
    const preferences = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...preferences, id: newId(), name: 'Ann', email: 'ann@example.com', role: 'owner' });
  });
  const start = performance.now();
  const result = await database.transaction({ workspace }, (tx) => importSales(tx, now, file));
  return { seconds: (performance.now() - start) / 1000, result };
}

function inWords(result: Awaited<ReturnType<typeof wholeImport>>['result']): string {
  const aside = Object.values(result.setAside).reduce((sum, count) => sum + count, 0);
  return [
    `${result.lines} lines = ${result.added} added + ${result.known} known + ${aside} set aside; ${result.anonymous} without a customer`,
    `${result.purchasesMade} purchases: ${result.sales} sales, ${result.returns} returns, ${result.adjustments} adjustments`,
    `${result.customers} customers, ${result.customersWithSale} of them with a sale; sum ${result.sum}, of customers ${result.customerSum}`,
  ].join('\n');
}

/** A year of a wholesaler: invoices of some twenty lines, a returned one now and then, a quarter of the lines without a customer. */
function* generatedSales(lines: number): Generator<string> {
  const random = createRandom('import');
  yield 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n';
  let invoice = 536_365;
  for (let written = 0; written < lines; invoice++) {
    const returned = random.chance(0.14);
    const count = Math.min(lines - written, returned ? random.whole(1, 4) : random.whole(1, 45));
    const minute = Math.floor((written / lines) * 525_600);
    const placed = Temporal.PlainDateTime.from('2025-01-01T08:00').add({ minutes: minute }).toString().replace('T', ' ');
    const customer = random.chance(0.15) ? '' : String(random.whole(12_346, 16_717));
    let text = '';
    for (let line = 0; line < count; line++) {
      const product = random.whole(10_002, 14_071);
      const quantity = (returned ? -1 : 1) * random.whole(1, 24);
      text += `${returned ? 'C' : ''}${invoice},${product},"PRODUCT ${product}, IN A BOX OF SIX",${quantity},${placed},${random.whole(20, 1500) / 100},${customer},United Kingdom\r\n`;
    }
    written += count;
    yield text;
  }
}
