import { beforeEach, describe, expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { changeCustomer, people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { promises } from './index.ts';

/** Monday 2 March 2026, ten in the morning in Athens. */
const shop = openShop([people, conversations, promises]);
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

const post = async (path: string, body: unknown) => await shop.request('nikos', 'post', path, body);
const rowsOf = async (table: string) =>
  await shop.inside(async (tx) => (await tx.client.query(`select from ${table} where workspace_id = $1`, [tx.workspace])).rowCount);

describe('noticing promises in a text', () => {
  test('reads the moment and the window on the clocks of the customer, and saves nothing', async () => {
    await shop.inside((tx) => changeCustomer(tx, shop.now(), shop.eleni, maria, { timeZone: 'America/New_York' }));
    const text = "She likes the lamp. I'll call her back on Friday afternoon.";
    const answer = await post('/api/noticed-promises', { text, customerId: maria });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        timeZone: 'America/New_York',
        promises: [{ what: 'call her back', dueFrom: '2026-03-06T12:00:00', dueAt: '2026-03-06T18:00:00', start: 20 }],
      },
    });
    expect(await rowsOf('promise')).toBe(0);
  });

  test('a moment that clocks skip is told as it was written, and refused once it is given', async () => {
    shop.at('2026-03-28T08:00:00Z');
    const { body } = await post('/api/noticed-promises', { text: "I'll call her back tomorrow at 03:30", customerId: maria });
    const [noticed] = (body as { promises: { what: string; dueAt: string }[] }).promises;
    expect(noticed).toMatchObject({ dueAt: '2026-03-29T03:30:00' });
    const told = { touchpoint: { kind: 'call' }, promises: [{ what: noticed?.what, dueAt: noticed?.dueAt }] };
    const refused = await post(`/api/customers/${maria}/touchpoints/with-promises`, told);
    expect(refused).toMatchObject({ status: 422, body: { code: 'promise.due_in_gap' } });
    expect(refused.body['detail']).toContain('03:30');
  });

  test('without a customer they are the clocks of the business; an unknown one is refused', async () => {
    expect((await post('/api/noticed-promises', { text: 'will send the list' })).body).toMatchObject({
      timeZone: 'Europe/Athens',
      promises: [{ what: 'send the list', dueAt: null, dueFrom: null, hasHour: false }],
    });
    const nobody = '01890000-0000-7000-8000-000000000009';
    expect((await post('/api/noticed-promises', { text: 'will call', customerId: nobody })).status).toBe(404);
  });
});

describe('a touchpoint with what was promised in it', () => {
  const touchpoint = { kind: 'call', summary: 'will send samples by Friday' };

  test('lands with its promises, which know where they were given', async () => {
    const logged = await post(`/api/customers/${maria}/touchpoints/with-promises`, {
      touchpoint,
      promises: [{ what: 'send samples', dueAt: '2026-03-06T17:00:00', dueFrom: '2026-03-06T12:00:00' }],
    });
    expect(logged.status).toBe(200);
    const given = await shop.request('nikos', 'get', `/api/customers/${maria}/promises`);
    const { touchpointId } = logged.body as { touchpointId: string };
    expect(given.body).toMatchObject({
      promises: [{ what: 'send samples', dueAt: '2026-03-06T15:00:00Z', dueFrom: '2026-03-06T10:00:00Z', touchpointId }],
    });
  });

  test('of which one promise cannot be given, nothing lands', async () => {
    const refused = await post(`/api/customers/${maria}/touchpoints/with-promises`, {
      touchpoint,
      promises: [
        { what: 'send samples', dueAt: '2026-03-06T17:00:00' },
        { what: 'call', dueAt: '2026-03-01T17:00:00' },
      ],
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'promise.due_in_past' } });
    expect([await rowsOf('touchpoint'), await rowsOf('promise')]).toEqual([0, 0]);
  });
});
