import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bootProduct, runTend } from './product.ts';

const folder = mkdtempSync(join(tmpdir(), 'tend-journey-backup-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const owner = { name: 'Anna Georgiou', email: 'anna@example.com', password: 'a well kept notebook' };

async function call(address: string, method: string, path: string, body?: unknown, cookie = ''): Promise<Response> {
  return await fetch(`${address}${path}`, {
    method,
    headers: { 'x-tend': '1', 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

test(
  'a business moves to another machine in one encrypted file, made while it works, and nobody has to sign in again',
  { timeout: 300_000 },
  async () => {
    const file = join(folder, 'moved.tar.zst.age');
    const before = await bootProduct();
    let cookie: string;
    try {
      const workspace = { name: 'Elia & Sons', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
      cookie = cookieOf(await call(before.url, 'POST', '/api/workspaces', workspace));
      expect((await call(before.url, 'POST', '/api/customers', { kind: 'person', name: 'Μαρία Γεωργίου' }, cookie)).status).toBe(200);
      const made = await before.tend(['backup', file, '--passphrase'], 'a passphrase of some length\n');
      expect(made, made.errors).toMatchObject({ code: 0, out: expect.stringContaining('Written and read back') as string });
      expect(statSync(file).mode & 0o077).toBe(0);
      expect((await before.tend(['backup', 'verify', file, '--passphrase'], 'another passphrase')).errors).toContain(
        'another passphrase. Nothing was changed',
      );
      expect((await before.tend(['restore', file, '--passphrase'], 'a passphrase of some length')).errors).toContain(
        'Tend is already running',
      );
      const status = await before.tend(['status']);
      expect(status.out).toMatch(/The last good one was made .*: moved\.tar\.zst\.age/);
    } finally {
      await before.stop();
    }

    const data = join(folder, 'data');
    const env = { ...process.env, LANG: 'en', TEND_DATA: data };
    const restored = await runTend(['restore', file, '--passphrase'], env, 'a passphrase of some length');
    expect(restored, restored.errors).toMatchObject({ code: 0, errors: '' });
    expect((await runTend(['restore', file, '--passphrase'], env, 'a passphrase of some length')).errors).toContain('already in use');
    const after = await bootProduct({ TEND_DATA: data });
    try {
      const found = (await (await call(after.url, 'GET', '/api/customers', undefined, cookie)).json()) as { customers: { name: string }[] };
      expect(found.customers.map(({ name }) => name)).toEqual(['Μαρία Γεωργίου']);
    } finally {
      await after.stop();
    }
  },
);

test('backups are made by themselves where a folder is set, and the page and the figures say so', async () => {
  const backups = join(folder, 'backups');
  const product = await bootProduct({ TEND_BACKUP_FOLDER: backups, TEND_BACKUP_PASSPHRASE: 'a passphrase of some length' });
  try {
    const workspace = { name: 'Elia & Sons', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
    const cookie = cookieOf(await call(product.url, 'POST', '/api/workspaces', workspace));
    await expect
      .poll(async () => {
        const { backups: read } = (await (await call(product.url, 'GET', '/api/status', undefined, cookie)).json()) as {
          backups: { isScheduled: boolean; lastGood: { isEncrypted: boolean; verifiedAt: string | null } | null };
        };
        return [read.isScheduled, read.lastGood?.isEncrypted, typeof read.lastGood?.verifiedAt];
      })
      .toEqual([true, true, 'string']);
    const figures = await (await fetch(`${product.url}/metrics`)).text();
    expect(figures).toMatch(/tend_backup_last_good_seconds \d{10}/);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  } finally {
    await product.stop();
  }
});

// A machine that is busy with other things may be late for once.
test(
  'a server that is told to stop ends what it was asked, also where that takes a second and a half, takes nothing new, and is gone within three seconds',
  { retry: 3 },
  async () => {
    const product = await bootProduct();
    try {
      const workspace = { name: 'Elia & Sons', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
      const cookie = cookieOf(await call(product.url, 'POST', '/api/workspaces', workspace));
      const { hostname, port } = new URL(product.url);
      const headers = { cookie, 'x-tend': '1', 'content-type': 'text/csv' };
      const asked = request({ hostname, port, path: '/api/purchase-imports?name=a.csv', method: 'POST', headers });
      const answered = new Promise<number | undefined>((resolve, reject) => {
        asked.once('response', (answer) => resolve(answer.statusCode));
        asked.once('error', reject);
      });
      asked.write('Invoice,Date,Customer,Product,Name,Quantity,Price\n');
      // The half of it is there before the server is told.
      await expect.poll(() => existsSync(join(product.dataFolder, 'imports'))).toBe(true);
      const ended = new Promise<number | null>((resolve) => product.process.once('exit', resolve));
      const before = Date.now();
      product.process.kill('SIGTERM');
      setTimeout(() => asked.end('1,2026-01-02,7,P1,Tea,1,2.50\n'), 1500);
      expect(await answered).toBe(200);
      expect(await ended).toBe(0);
      expect(Date.now() - before).toBeLessThan(3000);
      await expect(fetch(`${product.url}/readyz`)).rejects.toThrow('fetch failed');
    } finally {
      await product.stop();
    }
  },
);

test('settings are read from a file too, every mistake in them is told at once, and what holds can be looked at', async () => {
  const product = await runTend(['settings'], { ...process.env, LANG: 'en', TEND_PORT: '9000', TEND_SECRET: 'x'.repeat(40) });
  expect(product).toMatchObject({ code: 0, errors: '' });
  expect(product.out).toMatch(/TEND_PORT +9000 +environment/);
  expect(product.out).not.toContain('xxxx');
  const wrong = await runTend(['serve'], {
    ...process.env,
    LANG: 'en',
    TEND_DATA: join(folder, 'never'),
    TEND_PROT: '1',
    TEND_LOG: 'loud',
  });
  expect(wrong.code).toBe(1);
  expect(wrong.errors).toMatch(/TEND_PROT: is no setting; TEND_PORT is one.*TEND_LOG: /);
  expect(wrong.errors.trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(folder, 'never'))).toBe(false);
  const half = { ...process.env, LANG: 'en', TEND_S3_BUCKET: 'files', TEND_BACKUP_PASSPHRASE: 'a passphrase of some length' };
  for (const command of ['settings', 'serve']) {
    const { code, errors } = await runTend([command], { ...half, TEND_DATA: join(folder, 'never') });
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/TEND_S3_BUCKET: needs TEND_S3_ENDPOINT.*TEND_BACKUP_PASSPHRASE: needs TEND_BACKUP_FOLDER/),
    ]);
  }
});
