import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hashPassword } from 'better-auth/crypto';
import { newId } from '#kit/server/ids.ts';
import { quantile } from './database.ts';
import { openBenchBusiness } from './fill.ts';

type Answered = { readonly status: number; readonly text: string; readonly cookie: string };
type Target = { readonly url: string; readonly cookie: string; readonly agent?: Agent };
type Case = { readonly what: string; readonly ask: (round: number) => { path: string; body?: unknown }; readonly rows?: number };

const connections = 10;
/** What starting left over is given back once a minute passed without work. */
const untilRest = 130_000;
const account = { email: 'bench@example.com', password: 'a long enough password' };

export const bench = {
  name: 'api',
  about: 'requests a second through the API, beside a bare server on the same tables [--customers 100000] [--seconds 4] [--rounds 3]',
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: {
        customers: { type: 'string', default: '100000' },
        seconds: { type: 'string', default: '4' },
        rounds: { type: 'string', default: '3' },
      },
    });
    const business = await openBenchBusiness(Number(values.customers));
    const folder = mkdtempSync(join(tmpdir(), 'tend-api-'));
    const [owner = ''] = business.colleagues;
    const client = new pg.Client({ connectionString: business.ownerUrl });
    await client.connect();
    const children: ChildProcess[] = [];
    try {
      await giveAccount(client, owner);
      // The day of the business is long past; the round of a night that seems to be missing is not what is measured here.
      await client.query('update workspace set refreshed_on = current_date + 1 where workspace_id = $1', [business.workspace]);
      const found = await someOf(client, business.workspace);
      const environment = { DATABASE_URL: business.ownerUrl, TEND_DATA: folder, TEND_PORT: '0', TEND_REQUESTS_PER_MINUTE: '10000000' };
      const tend = await startServer(children, ['--max-semi-space-size=16', '--expose-gc', 'src/app/main.js', 'serve'], environment);
      const bare = await startServer(children, ['bench/floor/bare.ts'], {
        DATABASE_URL: business.ownerUrl,
        BENCH_WORKSPACE: business.workspace,
        BENCH_OWNER: owner,
      });
      await untilNothingIsLeftToDo(client);
      await delay(untilRest);
      console.log(`memory at rest ${memoryOf(children[0])} MiB; the bare server ${memoryOf(children[1])} MiB\n`);
      const signedIn = await send({ url: tend, cookie: '' }, '/api/session', account);
      const targets = { tend: { url: tend, cookie: signedIn.cookie }, bare: { url: bare, cookie: '' } };
      await compare(targets, casesOf(found), Number(values.seconds) * 1000, Number(values.rounds));
      console.log(`\nmemory after all of it ${memoryOf(children[0])} MiB; the bare server ${memoryOf(children[1])} MiB`);
    } finally {
      await Promise.all(children.map(stop));
      // With nobody else at work there, who would hold what is to go.
      for (const table of ['customer_summary', 'customer'])
        await client.query(`delete from ${table} where workspace_id = $1 and name like 'Bench %'`, [business.workspace]);
      await client.end();
      await business.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}

async function giveAccount(client: pg.Client, colleague: string): Promise<void> {
  const id = newId();
  const made = await client.query('insert into account (id, name, email) values ($1, $2, $3) on conflict (email) do nothing', [
    id,
    'Bench',
    account.email,
  ]);
  if (made.rowCount === 0) return;
  await client.query(
    `insert into account_credential (id, account_id, provider_account_id, provider_id, password) values ($1, $2, $2, 'credential', $3)`,
    [newId(), id, await hashPassword(account.password)],
  );
  await client.query('update colleague set account_id = $1 where id = $2', [id, colleague]);
}

/** What earlier runs left to the worker would be measured along. */
async function untilNothingIsLeftToDo(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>('select exists (select from graphile_worker.jobs) as left');
    if (!rows[0]?.left) return;
    await delay(500);
  }
}

type Someone = { readonly id: string; readonly typed: string };

// Typed are the first letters by which a customer is sorted: of a family name, in any script.
async function someOf(client: pg.Client, workspace: string): Promise<Someone[]> {
  const { rows } = await client.query<Someone>(
    `select customer_id as id, left(split_part(sort_name, ' ', 1), 5) as typed from customer_summary tablesample bernoulli (1) where workspace_id = $1 and as_of_on = 'infinity' limit 500`,
    [workspace],
  );
  return rows;
}

function casesOf(found: readonly Someone[]): Case[] {
  const someone = (round: number) => found[round % found.length] ?? { id: '', typed: '' };
  const typed = (round: number) => encodeURIComponent(someone(round).typed);
  const made = (round: number) => ({ kind: 'person', name: `Bench Customer ${round}` });
  return [
    { what: 'a list of 50', ask: () => ({ path: '/api/customers?sort=-value&limit=50' }) },
    { what: 'a filter by name', ask: (round) => ({ path: `/api/customers?name=${typed(round)}&limit=50` }) },
    { what: 'a search', ask: (round) => ({ path: `/api/find?text=${typed(round)}&limit=10` }) },
    { what: 'one record', ask: (round) => ({ path: `/api/customers/${someone(round).id}` }) },
    { what: 'a create', ask: (round) => ({ path: '/api/customers', body: made(round) }) },
    {
      what: 'a bulk create of 500 (rows)',
      rows: 500,
      ask: (round) => ({
        path: '/api/customers/many',
        body: { customers: Array.from({ length: 500 }, (_, index) => made(round * 500 + index)) },
      }),
    },
  ];
}

async function compare(targets: { tend: Target; bare: Target }, cases: readonly Case[], forMs: number, rounds: number): Promise<void> {
  console.log(
    `with ${connections} connections, the median of ${rounds} rounds: requests a second, then milliseconds (50th, 95th percentile)\n`,
  );
  console.log(`${''.padEnd(30)}${'Tend'.padStart(26)}${'bare'.padStart(26)}   ratio`);
  for (const one of cases) {
    const book: { tend: Load[]; bare: Load[] } = { tend: [], bare: [] };
    // Side by side, so that whatever else the machine does meets both alike; the first round warms up.
    for (let round = -1; round < rounds; round++) {
      const loads = {
        bare: await load(targets.bare, one, round < 0 ? forMs / 2 : forMs),
        tend: await load(targets.tend, one, round < 0 ? forMs / 2 : forMs),
      };
      if (round < 0) continue;
      book.tend.push(loads.tend);
      book.bare.push(loads.bare);
    }
    const [tend, bare] = [middleOf(book.tend), middleOf(book.bare)];
    console.log(`${one.what.padEnd(30)}${inWords(tend)}${inWords(bare)}   ${(tend.perSecond / bare.perSecond).toFixed(2)}`);
  }
}

type Load = { readonly perSecond: number; readonly half: number; readonly most: number };

/** Asks over and over, with all connections at once. */
async function load(target: Target, { ask, rows = 1 }: Case, forMs: number): Promise<Load> {
  const times: number[] = [];
  // Connections of its own: those that lay idle meanwhile may have been closed.
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  let round = 0;
  const one = async () => {
    while (performance.now() - start < forMs) {
      const { path, body } = ask(round++);
      const from = performance.now();
      const { status, text } = await send({ ...target, agent }, path, body);
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: (times.length * rows) / seconds, half: quantile(times, 0.5), most: quantile(times, 0.95) };
}

function middleOf(loads: readonly Load[]): Load {
  const sorted = loads.toSorted((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: Number.NaN, half: Number.NaN, most: Number.NaN };
}

function inWords({ perSecond, half, most }: Load): string {
  return `${Math.round(perSecond).toLocaleString('en').padStart(10)} (${half.toFixed(1)}, ${most.toFixed(1)})`.padStart(26);
}

async function send({ url, cookie, agent }: Target, path: string, body?: unknown): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return await new Promise((resolve, reject) => {
    const asked = request(
      `${url}${path}`,
      {
        ...(agent ? { agent } : {}),
        method: text === undefined ? 'GET' : 'POST',
        headers: {
          cookie,
          'x-tend': '1',
          ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const set = response.headers['set-cookie'] ?? [];
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(pieces).toString(),
            cookie: set.map((each) => each.split(';')[0]).join('; '),
          });
        });
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** Starts a server and answers the address that it prints. */
async function startServer(children: ChildProcess[], words: string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error(`${words.join(' ')} ended before it listened`);
}

/** What a process holds of the machine's memory, in MiB. */
function memoryOf(child: ChildProcess | undefined): string {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) / 1024).toFixed(0);
}
