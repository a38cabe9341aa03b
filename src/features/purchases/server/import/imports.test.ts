import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { purchases } from '../index.ts';
import { purchaseImports } from './purchase-imports.ts';

const shop = openShop([people, purchases]);
const never = new AbortController().signal;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tend-imports-'));
  Object.assign(shop.services.config, { dataFolder: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sales = [
  'Invoice;Date;Customer;Product;Name;Quantity;Price',
  '1001;15.01.2026;17;T1;Mountain tea;2;3,50',
  '1001;15.01.2026;17;C2;Coffee;1;8,90',
  '1002;16.01.2026;;T1;Mountain tea;1;3,50',
  '1003;45.01.2026;18;T1;Mountain tea;1;3,50',
  '1004;20.02.2026;18;=cmd|calc;Coffee;1;=1+1',
];

async function upload(lines: readonly string[], fileName = 'sales.csv') {
  const body = new Blob([lines.join('\n')]).stream();
  return await purchaseImports.add(shop.services, { workspace: shop.workspace, colleague: shop.eleni, fileName, body });
}

async function bringIn(lines: readonly string[]): Promise<Record<string, unknown>> {
  const { id, looked } = await upload(lines);
  await shop.inside((tx) => purchaseImports.start(tx, shop.now(), shop.eleni, id, looked.mapping));
  await purchaseImports.run(shop.services, shop.workspace, id, never);
  return (await shop.request('eleni', 'get', `/api/purchase-imports/${id}`)).body;
}

async function purchaseCount(): Promise<number> {
  return await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ n: number }>('select count(*)::int as n from purchase where workspace_id = $1', [
      tx.workspace,
    ]);
    return rows[0]?.n ?? 0;
  });
}

test('a result adds up: lines read are lines added, known and set aside, each with its reason', async () => {
  const done = await bringIn(sales);
  expect(done).toMatchObject({
    state: 'done',
    progress: 1,
    result: {
      lines: 5,
      added: 3,
      known: 0,
      setAside: { date_impossible: 1, price_unreadable: 1 },
      anonymous: 1,
      sum: '19.4',
      customerSum: '15.9',
      customers: 1,
    },
  });
  expect(await purchaseCount()).toBe(2);
});

test('a result from before erased customers were counted can still be read', async () => {
  const { id } = await bringIn(sales);
  await shop.inside((tx) =>
    tx.client.query("update purchase_import set result = result - 'erased' where workspace_id = $1", [tx.workspace]),
  );
  expect((await shop.request('eleni', 'get', `/api/purchase-imports/${String(id)}`)).body).toMatchObject({
    result: { added: 3, erased: 0 },
  });
});

test('bringing the same file again changes nothing, and a longer one adds only what is new', async () => {
  await bringIn(sales);
  expect(await bringIn(sales)).toMatchObject({ result: { added: 0, known: 3 } });
  const longer = [...sales, '1005;21.02.2026;17;C2;Coffee;1;8,90', '1001;15.01.2026;17;G3;Cup;1;12,00'];
  expect(await bringIn(longer)).toMatchObject({ result: { added: 2, known: 3, purchasesMade: 1, purchasesExtended: 1 } });
});

test('the lines set aside come back in a file with the reason, harmless in a spreadsheet, that can be corrected and brought in', async () => {
  const done = await bringIn(sales);
  const answer = await shop.raw('eleni', `/api/purchase-imports/${String(done['id'])}/set-aside`);
  const lines = answer
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');
  expect(lines[0]).toBe('What was wrong,Line of the file,Invoice,Date,Customer,Product,Name,Quantity,Price');
  expect(lines[1]).toMatch(/,1003,45\.01\.2026,18,T1,Mountain tea,1,"3,50"$/);
  expect(lines[2]).toContain("'=cmd|calc");
  const corrected = [lines[0] ?? '', (lines[1] ?? '').replace('45.01', '25.01')];
  expect(await bringIn(corrected)).toMatchObject({ result: { added: 1, setAside: {} } });
});

test('an import stopped before it began keeps nothing, and cannot be started', async () => {
  const { id, looked } = await upload(sales);
  const stopped = await shop.inside((tx) => purchaseImports.cancel(tx, shop.services, shop.now(), shop.eleni, id));
  expect(stopped.failure?.code).toBe('file_import.cancelled');
  await expect(shop.inside((tx) => purchaseImports.start(tx, shop.now(), shop.eleni, id, looked.mapping))).rejects.toThrow(
    'file_import.already_finished',
  );
  expect(await purchaseCount()).toBe(0);
});

test('in the terminal what was set aside goes into a file, which can be corrected and imported', async () => {
  const [file, aside] = [join(folder, 'sales.csv'), join(folder, 'aside.csv')];
  writeFileSync(file, sales.join('\n'));
  expect(await shop.tend('import purchases', file, '--set-aside', aside)).toContain(
    '5 lines read = 3 added + 0 already known + 2 set aside',
  );
  const text = readFileSync(aside, 'utf8');
  expect(text).toContain('45.01.2026');
  expect(text).toContain("'=cmd|calc");
  writeFileSync(aside, text.replace('45.01.2026', '15.01.2026'));
  expect(await shop.tend('import purchases', aside, '--set-aside', aside)).toContain(
    '2 lines read = 1 added + 0 already known + 1 set aside',
  );
  await expect(shop.tend('import purchases', file, '--set-aside', join(folder, 'nowhere', 'aside.csv'))).rejects.toThrow('ENOENT');
});

test('a server that is stopping leaves the import for its next start', async () => {
  const { id, looked } = await upload(sales);
  await shop.inside((tx) => purchaseImports.start(tx, shop.now(), shop.eleni, id, looked.mapping));
  const stopping = new AbortController();
  stopping.abort(new Error('the server is stopping'));
  await expect(purchaseImports.run(shop.services, shop.workspace, id, stopping.signal)).rejects.toThrow('the server is stopping');
  expect(await purchaseCount()).toBe(0);
  await purchaseImports.run(shop.services, shop.workspace, id, never);
  expect(await purchaseCount()).toBe(2);
  // The job runs at least once; a second time finds the work done.
  await purchaseImports.run(shop.services, shop.workspace, id, never);
  expect(await purchaseCount()).toBe(2);
});

test.each([
  [[''], 'table_file.empty'],
  [['%PDF-1.7 \u0000\u0001'], 'table_file.'],
])('what is no table is refused with a code, and not kept', async (lines, code) => {
  await expect(upload(lines)).rejects.toThrow(code);
  const list = await shop.request('eleni', 'get', '/api/purchase-imports');
  expect(list.body).toEqual({ imports: [] });
});

test('dates that can be read both ways are asked about, never guessed', async () => {
  const { id, looked } = await upload(['Invoice,Date,Customer,Amount', '1,03/04/2025,17,10.00', '2,05/06/2025,18,12.00']);
  expect(looked.questions).toMatchObject([{ about: 'dateOrder' }]);
  await shop.inside((tx) => purchaseImports.start(tx, shop.now(), shop.eleni, id, looked.mapping));
  await purchaseImports.run(shop.services, shop.workspace, id, never);
  expect((await shop.request('eleni', 'get', `/api/purchase-imports/${id}`)).body).toMatchObject({
    state: 'failed',
    failure: { code: 'purchase_import.date_order_open' },
  });
  expect(await purchaseCount()).toBe(0);
});

test('the workspace next door sees no import of ours', async () => {
  const done = await bringIn(sales);
  expect((await shop.request('ann', 'get', `/api/purchase-imports/${String(done['id'])}`)).status).toBe(404);
});
