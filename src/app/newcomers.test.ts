import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { features } from './features.ts';
import { summary } from './services.ts';

const shop = openShop(features);

test('a new customer has the row that a night would have made', async () => {
  const maria = await shop.customer({ name: 'Maria', email: 'maria@example.org' });
  await shop.customer({ name: 'A firm', kind: 'organization' });
  const rows = () =>
    shop.inside(async (tx) => (await tx.client.query<Record<string, unknown>>('select * from customer_summary order by customer_id')).rows);
  const atOnce = await rows();
  const asked = () => shop.inside(async (tx) => (await tx.client.query<Record<string, unknown>>('select * from attention')).rows);
  const askedAtOnce = await asked();
  await shop.inside((tx) => summary.refresh(tx, { day: shop.now().toZonedDateTimeISO('Europe/Athens').toPlainDate(), customers: 'all' }));
  expect(atOnce).toHaveLength(2);
  expect(await rows()).toEqual(atOnce);
  expect(await asked()).toEqual(askedAtOnce);
  expect(atOnce).toContainEqual(expect.objectContaining({ customer_id: maria, stage: 'prospect', open_promises: 0 }));
});

test('a customer who was made while the clock was a day ahead stays on the lists when it is right again', async () => {
  const maria = await shop.customer({ name: 'Maria', knownSinceOn: Temporal.PlainDate.from('2026-03-03') });
  await shop.inside((tx) => summary.refresh(tx, { day: Temporal.PlainDate.from('2026-03-02'), customers: 'all' }));
  const { rows } = await shop.inside((tx) => tx.client.query<{ id: string }>('select customer_id as id from customer_summary'));
  expect(rows).toEqual([{ id: maria }]);
});
