import { expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { today } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, today]);

const talk = (customer: string, on: string) =>
  shop.inside((tx) =>
    logTouchpoint(tx, shop.now(), shop.eleni, customer, { kind: 'call', reached: true, at: Temporal.Instant.from(`${on}T07:00:00Z`) }),
  );
const own = (customer: string) =>
  shop.request('eleni', 'post', '/api/routines', {
    target: { kind: 'customer', customerId: customer },
    everyDays: 30,
    latestDays: 40,
    channel: 'call',
    purpose: 'just to talk',
  });
const night = () => shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));

type Entry = { customer: { name: string }; reasons: { kind: string }[] };

async function list(as: 'eleni' | 'nikos' = 'eleni') {
  const { body } = await shop.request<{ entries: Entry[] }>(as, 'get', '/api/today');
  return body.entries.map(({ customer, reasons }) => [customer.name, ...reasons.map(({ kind }) => kind)]);
}

test('Today says whom a routine asks us to talk to, and no longer once we did', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await talk(maria, '2026-01-25');
  await own(maria);
  expect(await list()).toEqual([['Maria', 'cadence.due']]);
  await talk(maria, '2026-03-02');
  expect(await list()).toEqual([]);
});

test('Today says who is under the floor, of those who buy, and leaves in peace who asked for it', async () => {
  const silent = await shop.customer({ name: 'Silent' });
  await shop.bought(['2025-03-01', '2025-06-01', '2025-08-20', '2026-02-25'].map((on) => ({ customer: silent, on })));
  await shop.customer({ name: 'Prospect' });
  await night();
  // Late ones are spread over the coming weeks; the first of them comes first.
  expect((await list()).flat()).toEqual(expect.arrayContaining(['Silent', 'cadence.floor']));
  expect((await list()).flat()).not.toContain('Prospect');
  await shop.request('eleni', 'post', `/api/customers/${silent}/quiet-periods`, { untilOn: '2026-03-20' });
  expect((await list()).flat()).not.toContain('cadence.floor');
});

test('Today gives a talk to whoever stands in while its colleague is away', async () => {
  const maria = await shop.customer({ name: 'Maria', ownerId: shop.nikos, deputyId: shop.eleni });
  await talk(maria, '2026-01-25');
  await own(maria);
  await shop.request('nikos', 'post', '/api/absences', { colleagueId: shop.nikos, fromOn: '2026-03-02', untilOn: '2026-05-02' });
  await night();
  expect(await list('nikos')).toEqual([]);
  expect(await list('eleni')).toEqual([['Maria', 'cadence.due']]);
});
