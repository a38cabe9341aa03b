import { expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { openShop, type Bought } from '#fixtures/open-shop.ts';
import { purchases, reasonsToAct, worthOf } from '../index.ts';

const shop = openShop([people, purchases]);

async function customer(name: string): Promise<string> {
  return await shop.customer({ name });
}

async function row(who: string, asOfOn = 'infinity'): Promise<Record<string, unknown>> {
  return await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      `select stage, visits, spent_minor, first_purchase_on::text, last_purchase_on::text, own_gaps, usual_gap_days, usual_basket_minor, next_due_on::text, silent_from_on::text, risk
       from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = $3`,
      [tx.workspace, asOfOn, who],
    );
    return rows[0] ?? {};
  });
}

const everyTenDays = (who: string, times: number, from = '2025-10-03'): Bought[] =>
  Array.from({ length: times }, (_, index) => ({
    customer: who,
    on: Temporal.PlainDate.from(from)
      .add({ days: 10 * index })
      .toString(),
    minor: 2000,
  }));

test('who buys every ten days has that rhythm, and is due ten days after the last time', async () => {
  const maria = await customer('Maria');
  await shop.bought(everyTenDays(maria, 15));
  expect(await row(maria)).toMatchObject({
    stage: 'returning',
    visits: 15,
    spent_minor: 30_000,
    first_purchase_on: '2025-10-03',
    last_purchase_on: '2026-02-20',
    own_gaps: 14,
    usual_gap_days: 10,
    usual_basket_minor: 2000,
    next_due_on: '2026-03-02',
    risk: 'calm',
  });
});

test('two invoices on one day are one visit, and a return is none: it lowers what the visit came to', async () => {
  const maria = await customer('Maria');
  await shop.bought([
    { customer: maria, on: '2026-02-01', minor: 1500 },
    { customer: maria, on: '2026-02-01', minor: 500 },
    { customer: maria, on: '2026-02-03', minor: -800, kind: 'return' },
  ]);
  expect(await row(maria)).toMatchObject({
    stage: 'first-time',
    visits: 1,
    spent_minor: 1200,
    last_purchase_on: '2026-02-01',
    usual_basket_minor: 1200,
  });
});

test('who only gave something back, and who never bought, is a prospect', async () => {
  const [nora, petros] = [await customer('Nora'), await customer('Petros')];
  await shop.bought([
    { customer: nora, on: '2026-02-03', minor: -800, kind: 'return' },
    { customer: null, on: '2026-02-03', minor: 900 },
  ]);
  expect(await row(nora)).toMatchObject({ stage: 'prospect', visits: 0, spent_minor: -800 });
  expect(await row(petros)).toMatchObject({ stage: 'prospect', visits: 0, last_purchase_on: null });
});

test('a customer whose purchases are taken away is cleared', async () => {
  const maria = await customer('Maria');
  await shop.bought(everyTenDays(maria, 5));
  await shop.inside(async (tx) => {
    await tx.client.query('delete from purchase where workspace_id = $1', [tx.workspace]);
    tx.touch(maria);
  });
  expect(await row(maria)).toMatchObject({ stage: 'prospect', visits: 0, spent_minor: 0, usual_gap_days: null, next_due_on: null });
});

test('refreshing everybody and refreshing one who was touched say the same', async () => {
  const maria = await customer('Maria');
  const petros = await customer('Petros');
  await shop.bought([...everyTenDays(maria, 9), ...everyTenDays(petros, 4, '2025-12-01')]);
  const refresh = (customers: 'all' | string[]) => shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers }));
  await refresh('all');
  const everybody = [await row(maria), await row(petros)];
  await refresh([maria]);
  expect([await row(maria), await row(petros)]).toEqual(everybody);
});

test('a look at a past day knows nothing of what came later', async () => {
  const maria = await customer('Maria');
  await shop.bought(everyTenDays(maria, 15));
  await shop.inside((tx) => tx.client.query("update customer set known_since_on = '2025-10-03' where workspace_id = $1", [tx.workspace]));
  const then = Temporal.PlainDate.from('2025-11-15');
  await shop.inside((tx) => shop.summary.ensureDay(tx, then));
  const before = await row(maria, '2025-11-15');
  expect(before).toMatchObject({ visits: 5, last_purchase_on: '2025-11-12', spent_minor: 10_000 });

  // The same shop without anything after that day looks the same on that day.
  await shop.inside(async (tx) => {
    await tx.client.query("delete from purchase where workspace_id = $1 and placed_on > '2025-11-15'", [tx.workspace]);
    tx.touch(maria);
  });
  await shop.inside((tx) => shop.summary.ensureDay(tx, then));
  expect(await row(maria, '2025-11-15')).toEqual(before);
});

test('the reasons of a silent customer carry figures that a person can check', async () => {
  const maria = await customer('Maria');
  await shop.bought(everyTenDays(maria, 12, '2025-08-01'));
  const found = await shop.inside((tx) =>
    reasonsToAct(tx, {
      day: shop.today(),
      asOfOn: 'infinity',
      customers: [maria],
      now: shop.now(),
      worth: { typical: 1000, of: new Map() },
    }),
  );
  expect(found.get(maria)).toMatchObject([
    { kind: 'purchases.silent', evidence: { lastOn: '2025-11-19', silentDays: 103, usualGapDays: 10 } },
  ]);
});

test('the page of a customer gets rhythm, purchases and favourites, and no other workspace does', async () => {
  const maria = await customer('Maria');
  await shop.bought(everyTenDays(maria, 8, '2025-12-20'));
  const habits = await shop.request('eleni', 'get', `/api/customers/${maria}/habits`);
  expect(habits).toMatchObject({ status: 200, body: { stage: 'returning', rhythm: { medianGap: 10, gaps: 7 }, spentMinor: 16_000 } });
  const list = await shop.request('eleni', 'get', `/api/customers/${maria}/purchases?limit=5`);
  const purchasesOf = list.body['purchases'] as { placedOn: string }[];
  expect(purchasesOf.map((one) => one.placedOn)).toEqual(['2026-02-28', '2026-02-18', '2026-02-08', '2026-01-29', '2026-01-19']);
  const rest = await shop.request('eleni', 'get', `/api/customers/${maria}/purchases?limit=5&after=${String(list.body['next'])}`);
  expect((rest.body['purchases'] as unknown[]).length).toBe(3);
  expect(rest.body['next']).toBe(null);
});

test('worth is what a customer is expected to bring within a year as margin, and a typical one is the average of those who bought', async () => {
  const [maria, petros] = [await customer('Maria'), await customer('Petros')];
  await shop.bought(everyTenDays(maria, 15));
  await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
  const worth = await shop.inside((tx) => worthOf(tx, 'infinity', [maria, petros]));
  // 36.5 visits of 20 euros at 40 % margin, without a model for so few customers.
  expect(worth.of.get(maria)).toBeCloseTo(36.5 * 2000 * 0.4, -2);
  expect(worth.typical).toBeCloseTo(36.5 * 2000 * 0.4, -2);
  expect(worth.of.has(petros)).toBe(false);
});
