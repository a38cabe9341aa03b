import { expect, test } from 'vitest';
import { conversations, reasonsToAct as conversationReasons } from '#features/conversations/server/index.ts';
import { lookForDuplicates, people } from '#features/people/server/index.ts';
import { promises, reasonsToAct as promiseReasons } from '#features/promises/server/index.ts';
import { purchases, reasonsToAct as purchaseReasons, worthOf } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { sample } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, sample]);

test('the sample business fills an empty workspace, with somebody behind every reason, and only once', { timeout: 120_000 }, async () => {
  const loaded = await shop.request('eleni', 'post', '/api/sample');
  expect(loaded.status, JSON.stringify(loaded.body)).toBe(200);
  expect(loaded.body['customers']).toBeGreaterThan(380);
  expect(loaded.body['purchases']).toBeGreaterThan(4000);

  const kinds = await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>('select customer_id as id from customer_summary where workspace_id = $1', [
      tx.workspace,
    ]);
    const customers = rows.map((row) => row.id);
    const asked = { day: shop.today(), asOfOn: 'infinity', customers, now: shop.now(), worth: await worthOf(tx, 'infinity', customers) };
    const found = [await purchaseReasons(tx, asked), await conversationReasons(tx, asked), await promiseReasons(tx, asked)];
    return new Set(found.flatMap((reasons) => [...reasons.values()].flat().map((reason) => reason.kind)));
  });
  for (const kind of [
    'purchases.silent',
    'purchases.first_purchase',
    'purchases.due_again',
    'purchases.anniversary',
    'conversations.key_customer_unheard',
  ]) {
    expect([...kinds]).toContain(kind);
  }
  expect([...kinds].some((kind) => kind.startsWith('promises.'))).toBe(true);
  expect([...kinds].some((kind) => /_(basket|rhythm)$/.test(kind))).toBe(true);

  const { found } = await shop.inside((tx) => lookForDuplicates(tx, shop.now()));
  expect(found).toBeGreaterThan(4);
  expect(found).toBeLessThan(15);

  const again = await shop.request('eleni', 'post', '/api/sample');
  expect(again).toMatchObject({ status: 422, body: { code: 'sample.not_empty' } });
});

test('a colleague who is not the owner cannot fill the workspace', async () => {
  expect((await shop.request('nikos', 'post', '/api/sample')).status).toBe(403);
});
