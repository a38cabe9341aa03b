import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bootProduct, runTend, type Product } from './product.ts';

const running: Product[] = [];

async function boot(env: Record<string, string> = {}): Promise<Product> {
  const product = await bootProduct(env);
  running.push(product);
  return product;
}

afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
});

function processesOf(folder: string): string[] {
  const listing = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return listing.split('\n').filter((line) => line.includes(folder) && !line.includes(' ps '));
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const patience = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > patience) throw new Error(`did not come true: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
    execFileSync('sleep', ['0.05']);
  }
}

const workspace = [
  'workspace',
  'create',
  '--name',
  'Café Nea',
  '--currency',
  'EUR',
  '--time-zone',
  'Europe/Athens',
  '--owner-email',
  'nea@example.com',
];

// A machine that is busy with other things may be late for once.
test('Ctrl-C stops Tend within three seconds and leaves no process behind', { retry: 3 }, async () => {
  const product = await boot();
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  expect(processesOf(product.dataFolder).length).toBeGreaterThan(0);
  const before = Date.now();
  const ended = new Promise<number | null>((resolve) => product.process.once('exit', resolve));
  product.process.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(3000);
  expect(processesOf(product.dataFolder)).toEqual([]);
});

test('what was acknowledged survives a kill of Tend and of its PostgreSQL, and the next start recovers', async () => {
  const product = await boot();
  expect((await product.tend(workspace, 'a long password\n')).code).toBe(0);
  const env = { TEND_DATA: product.dataFolder };

  product.process.kill('SIGKILL');
  await until(() => processesOf(product.dataFolder).length === 0, 'the database ends with its Tend');
  const second = await boot(env);
  expect(await firstVisit(second)).toBe(false);

  const postmaster = Number(readFileSync(join(product.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const ended = new Promise<number | null>((resolve) => second.process.once('exit', resolve));
  process.kill(postmaster, 'SIGKILL');
  expect(await ended).toBe(1);
  const third = await boot(env);
  expect(await firstVisit(third)).toBe(false);
});

async function firstVisit(product: Product): Promise<boolean> {
  const answer = (await (await fetch(`${product.url}/api/session`)).json()) as { firstVisit: boolean };
  return answer.firstVisit;
}

test('a taken port is one clear line, and nothing is left running', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const product = await boot();
  await product.stop();
  const outcome = await runTend(['serve'], { ...process.env, LANG: 'en', TEND_DATA: product.dataFolder, TEND_PORT: port });
  taken.close();
  expect(outcome).toMatchObject({ code: 1, errors: `tend: Port ${port} is taken by another program. Choose another with TEND_PORT.\n` });
  expect(processesOf(product.dataFolder)).toEqual([]);
});

test('a second Tend on the same data folder is one clear line, and the first goes on', async () => {
  const product = await boot();
  const second = await product.tend(['serve']);
  expect(second).toMatchObject({ code: 1, errors: `tend: Another Tend is already running on the data folder ${product.dataFolder}.\n` });
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
});

test('a command works on the same data whether or not Tend is running', async () => {
  const product = await boot();
  expect((await product.tend(workspace, 'a long password\n')).out).toContain('Café Nea');
  const answer = await fetch(`${product.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tend': '1' },
    body: JSON.stringify({ email: 'nea@example.com', password: 'a long password' }),
  });
  expect(await answer.json()).toMatchObject({ workspace: { name: 'Café Nea' } });
  await stopOnly(product);
  const offline = await product.tend(
    [...workspace.slice(0, 3), 'Second shop', ...workspace.slice(4, -1), 'other@example.com'],
    'a long password',
  );
  expect(offline).toMatchObject({ code: 0, errors: '' });
  expect(processesOf(product.dataFolder)).toEqual([]);
});

async function stopOnly(product: Product): Promise<void> {
  const ended = new Promise((resolve) => product.process.once('exit', resolve));
  product.process.kill('SIGINT');
  await ended;
}

test('two servers share one PostgreSQL that they reach by address', async () => {
  const host = await boot();
  const owner = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '-e',
        `
    import { readConfig, deriveSecret } from './src/kit/server/config.ts';
    const config = readConfig();
    console.log(JSON.stringify(deriveSecret(config, 'database owner')));`,
        '--input-type=module',
      ],
      { encoding: 'utf8', env: { ...process.env, TEND_DATA: host.dataFolder }, cwd: join(import.meta.dirname, '..') },
    ),
  ) as string;
  const port = readFileSync(join(host.dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const url = `postgres://tend:${owner}@127.0.0.1:${port}/template1`;
  execFileSync(
    process.execPath,
    [
      '-e',
      `
    import pg from 'pg';
    const client = new pg.Client(${JSON.stringify(url)});
    await client.connect(); await client.query('create database shared'); await client.end();`,
      '--input-type=module',
    ],
    { cwd: join(import.meta.dirname, '..') },
  );
  const env = { DATABASE_URL: url.replace('template1', 'shared'), TEND_SECRET: 'one secret for both of these servers' };
  // Both start at the same moment on an empty database: the migrations run once.
  const [one, two] = await Promise.all([boot(env), boot(env)]);
  expect(await firstVisit(one)).toBe(true);
  expect((await one.tend(workspace, 'a long password')).code).toBe(0);
  expect(await firstVisit(two)).toBe(false);
  await one.stop();
  await two.stop();
});

test('wrong usage ends with 2, a failure with 1, and neither shows a stack trace', async () => {
  const product = await boot();
  const usage = await product.tend(['workspace', 'create', '--nonsense']);
  expect(usage.code).toBe(2);
  const failure = await product.tend(workspace, 'short');
  expect(failure.code).toBe(1);
  expect(failure.errors).toBe('tend: The password needs at least 10 characters.\n');
  expect(usage.errors + failure.errors).not.toMatch(/\n\s+at /);
});
