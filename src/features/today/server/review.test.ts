import { expect, test } from 'vitest';
import type { z } from 'zod';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises, releasePromise, reopenPromise } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import type { ReviewAnswer } from '../api.ts';
import { today } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, today]);

type Review = z.output<typeof ReviewAnswer>;

const give = (customer: string, what: string, dueAt: string, by = shop.eleni) =>
  shop.inside((tx) => givePromise(tx, shop.now(), by, { customer, what, dueAt: Temporal.Instant.from(dueAt) }));

async function review(query = '', as: 'eleni' | 'ann' = 'eleni'): Promise<Review> {
  const { status, body } = await shop.request<Review>(as, 'get', `/api/today/review${query}`);
  expect(status).toBe(200);
  return body;
}

const words = ({ promises: found }: Review) =>
  Object.fromEntries(Object.entries(found).map(([outcome, some]) => [outcome, some.map(({ what }) => what)]));

test('the evening says what we kept, whom we talked to, how they felt, and who was planned and not reached', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  const petros = await shop.customer({ name: 'Petros' });
  const kept = await give(maria, 'the kept one', '2026-03-02T15:00:00Z');
  const off = await give(maria, 'the one let off', '2026-03-05T15:00:00Z');
  await give(petros, 'the open one', '2026-03-02T15:00:00Z');
  await give(petros, 'one to come', '2026-03-04T15:00:00Z');
  await give(maria, 'his own', '2026-03-02T15:00:00Z', shop.nikos);
  await shop.request('eleni', 'post', '/api/today/plan/started');
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, kept));
  await shop.inside((tx) => releasePromise(tx, shop.now(), shop.eleni, off));
  await shop.request('eleni', 'post', `/api/customers/${maria}/touchpoints`, { kind: 'call', minutes: 12, summary: 'happy', pulse: 5 });
  await shop.request('eleni', 'post', `/api/customers/${maria}/touchpoints`, { kind: 'call', reached: false });
  const found = await review();
  expect(words(found)).toEqual({
    kept: ['the kept one'],
    kept_late: [],
    broken: [],
    released: ['the one let off'],
    open: ['the open one'],
  });
  expect(found.sums).toEqual({ talks: 1, attempts: 1, customers: 1, minutes: 17, pulses: 1 });
  const reachedFirst = found.talks.toSorted((one, other) => Number(other.reached) - Number(one.reached));
  expect(reachedFirst).toMatchObject([{ customer: { name: 'Maria' }, pulse: 5 }, { reached: false }]);
  expect(found.notReached.map(({ customer }) => customer.name)).toEqual(['Petros']);

  const team = await review('?for=team');
  expect(words(team)['open']?.toSorted()).toEqual(['his own', 'the open one']);
  expect(team.colleagues.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([
    { name: 'Eleni', kept: 1, released: 1, open: 1, talks: 1, notReached: 1 },
    { name: 'Nikos', kept: 0, open: 1, talks: 0, notReached: 1 },
  ]);
  const text = await shop.tend('today review', '--team');
  expect(text).toContain('Kept: 1 promise');
  expect(text).toContain('Maria: the kept one (Eleni');
  expect(JSON.parse(await shop.tend('today review', '--json'))).toMatchObject({ sums: { talks: 1 } });
});

test('a past evening knows nothing of what came after it', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  const kept = await give(maria, 'kept, and opened again later', '2026-03-02T15:00:00Z');
  const late = await give(maria, 'kept the day after', '2026-03-02T15:00:00Z');
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, kept));
  shop.at('2026-03-03T09:00:00Z');
  await shop.inside((tx) => reopenPromise(tx, shop.now(), shop.eleni, kept));
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, late));
  expect(words(await review('?asOf=2026-03-02'))).toMatchObject({
    kept: ['kept, and opened again later'],
    open: ['kept the day after'],
    kept_late: [],
  });
  expect(words(await review())).toMatchObject({ kept: [], kept_late: ['kept the day after'], open: [] });
});

test('the shop next door sees an evening of its own', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await give(maria, 'a confidential word', '2026-03-02T15:00:00Z');
  expect(JSON.stringify(await review('?for=team', 'ann'))).not.toContain('confidential');
});
