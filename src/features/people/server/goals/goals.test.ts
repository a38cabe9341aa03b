import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people, reasonsToAct } from '../index.ts';

const shop = openShop([people]);

type Goal = { id: string; wish: string; state: string; due: string | null; circumstance: string | null; reviewOn: string };

async function goals(customer: string, asOf = ''): Promise<Goal[]> {
  const { body } = await shop.request('eleni', 'get', `/api/customers/${customer}/goals${asOf && `?asOf=${asOf}`}`);
  return body['goals'] as Goal[];
}

async function setGoal(customer: string, told: object = {}): Promise<string> {
  const body = { wish: 'Open a second café', help: 'Train the new staff', sign: 'Open by summer', ...told };
  return String((await shop.request('eleni', 'post', `/api/customers/${customer}/goals`, body)).body['id']);
}

const learn = async (customer: string, text: string, sensitivity = 'ordinary') =>
  String((await shop.request('nikos', 'post', `/api/customers/${customer}/facts`, { kind: 'circumstance', text, sensitivity })).body['id']);

const reasons = async (customer: string, day = shop.today()) =>
  await shop.inside(
    async (tx) =>
      (
        await reasonsToAct(tx, {
          day,
          asOfOn: 'infinity',
          customers: [customer],
          now: shop.now(),
          worth: { typical: 1000, of: new Map([[customer, 50_000]]) },
        })
      ).get(customer) ?? [],
  );

describe('a goal', () => {
  test('stands with how we help and how both will see it, until it is reached', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await setGoal(customer);
    expect(await goals(customer)).toMatchObject([
      {
        id,
        wish: 'Open a second café',
        help: 'Train the new staff',
        sign: 'Open by summer',
        reviewOn: '2026-06-02',
        state: 'open',
        due: null,
      },
    ]);
    shop.at('2026-05-02T08:00:00Z');
    const reached = await shop.request('nikos', 'post', `/api/goals/${id}/ended`, { as: 'reached', note: 'opened in May' });
    expect(reached.status).toBe(204);
    expect(await goals(customer)).toMatchObject([
      { state: 'reached', history: [{ what: 'set' }, { what: 'reached', by: { name: 'Nikos' }, note: 'opened in May' }] },
    ]);
    expect(await goals(customer, '2026-05-01')).toMatchObject([{ state: 'open' }]);
    expect(await shop.request('nikos', 'post', `/api/goals/${id}/ended`, { as: 'given_up' })).toMatchObject({
      status: 409,
      body: { code: 'goal.already_ended' },
    });
    await shop.request('nikos', 'post', `/api/goals/${id}/reopened`);
    expect(await goals(customer)).toMatchObject([{ state: 'open' }]);
  });

  test('is due for a review on its day', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await setGoal(customer);
    shop.at('2026-06-02T08:00:00Z');
    expect(await goals(customer)).toMatchObject([{ due: 'day' }]);
    await shop.request('eleni', 'post', `/api/goals/${id}/reviewed`, { reviewOn: '2026-10-01' });
    expect(await goals(customer)).toMatchObject([{ due: null, reviewOn: '2026-10-01' }]);
  });
});

describe('a circumstance that changes', () => {
  test('asks for a review of the goals, on the page and today, until somebody has thought them through', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await setGoal(customer);
    shop.at('2026-03-05T08:00:00Z');
    const fact = await learn(customer, 'Moved to Patras');
    expect(await goals(customer)).toMatchObject([{ due: 'circumstance', circumstance: 'Moved to Patras' }]);
    expect(await reasons(customer)).toMatchObject([
      {
        kind: 'people.circumstance_changed',
        cost: 1000,
        evidence: { circumstance: 'Moved to Patras', changedOn: '2026-03-05', wish: 'Open a second café', more: 0 },
      },
    ]);
    // What was known on the day before does not know of it.
    expect(await reasons(customer, shop.today().subtract({ days: 1 }))).toEqual([]);

    shop.at('2026-03-06T08:00:00Z');
    await shop.request('eleni', 'post', `/api/goals/${id}/reviewed`, { note: 'still wants it, in Patras' });
    expect(await goals(customer)).toMatchObject([{ due: null, circumstance: null }]);
    expect(await reasons(customer)).toEqual([]);

    shop.at('2026-03-07T08:00:00Z');
    await shop.request('eleni', 'patch', `/api/facts/${fact}`, { text: 'Moved back to Athens' });
    expect(await reasons(customer)).toMatchObject([{ evidence: { circumstance: 'Moved back to Athens' } }]);
    await shop.request('eleni', 'post', `/api/goals/${id}/ended`, { as: 'given_up' });
    expect(await reasons(customer)).toEqual([]);
  });

  test('that is sensitive is not told on a list', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    await setGoal(customer);
    shop.at('2026-03-05T08:00:00Z');
    await learn(customer, 'Has lost her husband', 'sensitive');
    expect(await goals(customer)).toMatchObject([{ due: 'circumstance', circumstance: null }]);
    expect(JSON.stringify(await reasons(customer))).not.toContain('husband');
  });

  test('is no reason where there is no goal, and another kind of fact is none at all', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    await learn(customer, 'Moved to Patras');
    expect(await reasons(customer)).toEqual([]);
    await setGoal(customer);
    await shop.request('nikos', 'post', `/api/customers/${customer}/facts`, { kind: 'interest', text: 'Plays the bouzouki' });
    expect(await reasons(customer)).toEqual([]);
  });
});

test('a key customer whose review is due is a reason, on the day and no sooner', async () => {
  const customer = await shop.customer({ name: 'Maria' });
  const listing = { reason: 'Brings half the street', reviewOn: '2026-04-01' };
  await shop.request('eleni', 'put', `/api/customers/${customer}/key`, listing);
  shop.at('2026-04-01T08:00:00Z');
  expect(await reasons(customer, Temporal.PlainDate.from('2026-03-31'))).toEqual([]);
  expect(await reasons(customer)).toMatchObject([
    { kind: 'people.key_review_due', action: 'review', evidence: { reason: listing.reason } },
  ]);
  await shop.request('eleni', 'put', `/api/customers/${customer}/key`, { ...listing, reviewOn: '2026-09-01' });
  expect(await reasons(customer)).toEqual([]);
});

test('the shop next door sees no goal and ends none', async () => {
  const customer = await shop.customer({ name: 'Maria' });
  const id = await setGoal(customer);
  for (const [method, path, body] of [
    ['get', `/api/customers/${customer}/goals`, undefined],
    ['post', `/api/customers/${customer}/goals`, { wish: 'mine' }],
    ['patch', `/api/goals/${id}`, { wish: 'mine' }],
    ['post', `/api/goals/${id}/ended`, { as: 'given_up' }],
    ['post', `/api/goals/${id}/reviewed`, {}],
  ] as const) {
    expect(await shop.request('ann', method, path, body)).toMatchObject({ status: 404 });
  }
  expect(await goals(customer)).toMatchObject([{ wish: 'Open a second café', state: 'open' }]);
});
