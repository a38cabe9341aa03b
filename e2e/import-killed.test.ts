import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runTend } from './product.ts';

const root = join(import.meta.dirname, '..');
const lines = 12_000;

function salesFile(folder: string): string {
  const file = join(folder, 'sales.csv');
  const rows = Array.from({ length: lines }, (_, index) => {
    const day = Temporal.PlainDate.from('2025-01-01').add({ days: Math.floor(index / 200) });
    return `${1000 + Math.floor(index / 4)},${day.toString()},${index % 977},P${index % 50},Tea no ${index % 50},1,${(index % 90) + 1}.50`;
  });
  writeFileSync(file, ['Invoice,Date,Customer,Product,Name,Quantity,Price', ...rows].join('\n'));
  return file;
}

test(
  'an import killed in the middle leaves the state before or the state after, and a second run completes it',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tend-killed-'));
    // Run as root, the database's own user must be able to pass through.
    chmodSync(folder, 0o755);
    const env = { ...process.env, TEND_DATA: join(folder, 'data'), LANG: 'en' };
    try {
      const file = salesFile(folder);
      const workspace = [
        'workspace',
        'create',
        '--name',
        'Tea',
        '--currency',
        'EUR',
        '--time-zone',
        'Europe/Athens',
        '--owner-email',
        'tea@example.com',
      ];
      expect((await runTend(workspace, env, 'a long password')).code).toBe(0);
      let isIn = false;
      for (const moment of [900, 1500, 2200]) {
        const child = spawn(process.execPath, ['src/app/main.js', 'import', 'purchases', file], { cwd: root, env, stdio: 'ignore' });
        const ended = new Promise((resolve) => child.once('exit', resolve));
        await Promise.race([ended, delay(moment)]);
        child.kill('SIGKILL');
        await ended;
        const look = await runTend(['customers', '--json'], env);
        expect(look.code, look.errors).toBe(0);
        const { customers } = JSON.parse(look.out) as { customers: unknown[] };
        // Nobody, or everybody: the list shows its first page.
        expect(customers.length === 0 || customers.length > 10).toBe(true);
        if (isIn) expect(customers.length).toBeGreaterThan(0);
        isIn ||= customers.length > 0;
      }
      const second = await runTend(['import', 'purchases', file, '--json'], env);
      expect(JSON.parse(second.out)).toMatchObject(isIn ? { lines, added: 0, known: lines } : { lines, added: lines, known: 0 });
      const third = await runTend(['import', 'purchases', file, '--json'], env);
      expect(JSON.parse(third.out)).toMatchObject({ lines, added: 0, known: lines, setAside: {} });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
