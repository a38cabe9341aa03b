import { beforeEach, describe, expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { changeCustomer, people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { quickEntry } from './index.ts';

/** Monday 2 March 2026, ten in the morning in Athens. */
const shop = openShop([people, conversations, promises, quickEntry]);
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria Georgiou' });
});

const read = async (line: string, customerId?: string) => {
  const answer = await shop.request('nikos', 'post', '/api/quick-entry/reading', { line, ...(customerId ? { customerId } : {}) });
  expect(answer.status).toBe(200);
  return answer.body;
};
const count = async (table: string) =>
  await shop.inside(async (tx) => (await tx.client.query(`select from ${table} where workspace_id = $1`, [tx.workspace])).rowCount);

const entry = () => ({
  customerId: maria,
  touchpoint: { kind: 'call', minutes: 12, pulse: 4, summary: 'she prefers mornings' },
  promises: [{ what: 'send price list', dueAt: '2026-03-06T13:00:00Z' }],
  facts: [{ kind: 'preference', text: 'prefers mornings' }],
});

describe('reading a line', () => {
  test('finds the customer by name, and the moment where the business is', async () => {
    expect(await read('called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4')).toMatchObject({
      named: 'Maria',
      customer: { id: maria, name: 'Maria Georgiou' },
      timeZone: 'Europe/Athens',
      touchpoint: {
        kind: 'call',
        direction: 'out',
        reached: null,
        minutes: 12,
        pulse: 4,
        summary: 'she prefers mornings, will send price list by Friday 15:00',
      },
      promises: [{ what: 'send price list', dueAt: '2026-03-06T15:00:00', hasHour: true }],
      facts: [{ kind: 'preference', text: 'prefers mornings', sensitivity: 'ordinary' }],
    });
    expect(await count('touchpoint')).toBe(0);
  });

  test('a promise to somebody elsewhere is due when it is that hour there', async () => {
    const ann = await shop.customer({ name: 'Ann Lee' });
    await shop.inside((tx) => changeCustomer(tx, shop.now(), shop.eleni, ann, { timeZone: 'America/New_York' }));
    expect(await read('called Ann, will call back by Friday 15:00')).toMatchObject({
      timeZone: 'America/New_York',
      promises: [{ dueAt: '2026-03-06T15:00:00' }],
    });
    const told = { ...entry(), customerId: ann, promises: [{ what: 'call back', dueAt: '2026-03-06T15:00:00' }] };
    await shop.request('nikos', 'post', '/api/quick-entry', told);
    const promised = await shop.request('nikos', 'get', `/api/customers/${ann}/promises`);
    expect(promised.body).toMatchObject({ promises: [{ dueAt: '2026-03-06T20:00:00Z' }] });
  });

  test('of several who bear the name nobody is chosen; once one is, the rest is read with them', async () => {
    const other = await shop.customer({ name: 'Maria Petrova' });
    const unclear = await read('called Maria 5 min');
    expect(unclear).toMatchObject({ customer: null, named: 'Maria' });
    expect((unclear['candidates'] as { id: string }[]).map(({ id }) => id).toSorted()).toEqual([maria, other].toSorted());
    expect(await read('called Maria Petrova 5 min')).toMatchObject({ customer: { id: other }, touchpoint: { summary: '' } });
    expect(await read('called Maria 5 min', other)).toMatchObject({ customer: { id: other }, touchpoint: { summary: '' } });
  });

  test.each([
    ['Γιώργος Παπάς', 'μίλησα με τον Γιώργο 5 λεπτά'],
    ['Петар Јовић', 'разговарао са Петром 5 минута'],
    ['Նարե Հակոբյան', 'զանգեցի Նարեին 5 րոպե'],
    ['مریم یوسفی', 'به مریم زنگ زدم ۵ دقیقه'],
  ])('%s is found in "%s"', async (name, line) => {
    const id = await shop.customer({ name });
    expect(await read(line)).toMatchObject({ customer: { id }, touchpoint: { kind: 'call', minutes: 5, summary: '' } });
  });

  test('of a name that nobody bears nothing is lost and nobody is invented', async () => {
    expect(await read('called Xenophon about the parcel')).toMatchObject({
      named: 'Xenophon',
      customer: null,
      candidates: [],
      touchpoint: { kind: 'call', summary: 'Xenophon about the parcel' },
    });
  });
});

describe('saving', () => {
  test('writes the touchpoint, the promise and the fact, and ties them to one another', async () => {
    const saved = await shop.request('nikos', 'post', '/api/quick-entry', entry());
    expect(saved.status).toBe(200);
    const promised = await shop.request('nikos', 'get', `/api/customers/${maria}/promises`);
    expect(promised.body).toMatchObject({
      promises: [
        { what: 'send price list', dueAt: '2026-03-06T13:00:00Z', touchpointId: saved.body['touchpointId'], owner: { id: shop.nikos } },
      ],
    });
    const timeline = await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints`);
    expect(timeline.body).toMatchObject({ touchpoints: [{ id: saved.body['touchpointId'], facts: [{ text: 'prefers mornings' }] }] });
  });

  test('what is sensitive is read by nobody without the right, also where a program leaves it in the summary', async () => {
    await shop.inside((tx) => changeCustomer(tx, shop.now(), shop.eleni, maria, { ownerId: shop.eleni }));
    const { touchpoint, facts } = await read('called Maria, she is allergic to nuts, wants a cake');
    expect(JSON.stringify(touchpoint)).not.toContain('nuts');
    for (const summary of ['she …, wants a cake', 'she is allergic to nuts, wants a cake']) {
      const told = { customerId: maria, touchpoint: { kind: 'call', summary }, promises: [], facts };
      expect((await shop.request('nikos', 'post', '/api/quick-entry', told)).status).toBe(200);
    }
    const timeline = await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints`);
    expect(timeline.body).toMatchObject({ touchpoints: [{ summary: 'she …, wants a cake' }, { summary: 'she …, wants a cake' }] });
    expect(JSON.stringify(timeline.body)).not.toContain('nuts');
    expect((await shop.request('nikos', 'get', `/api/customers/${maria}/facts`)).body).toMatchObject({ facts: [], hidden: 1 });
    expect((await shop.request('eleni', 'post', `/api/customers/${maria}/facts/looks`)).body).toMatchObject({
      facts: [{ text: 'is allergic to nuts' }],
    });
  });

  test('all or nothing: a promise that is due in the past leaves no touchpoint behind', async () => {
    const told = { ...entry(), promises: [{ what: 'send price list', dueAt: '2026-03-01T13:00:00Z' }] };
    const refused = await shop.request('nikos', 'post', '/api/quick-entry', told);
    expect(refused).toMatchObject({ status: 422, body: { code: 'promise.due_in_past' } });
    expect([await count('touchpoint'), await count('promise'), await count('fact')]).toEqual([0, 0, 0]);
  });

  test('a moment that clocks skip, or show twice, is read as it was written, and refused as elsewhere until it is clear', async () => {
    shop.at('2026-03-27T08:00:00Z');
    const { promises: read_ } = (await read('called Maria, will call back on 29.3. at 03:30')) as { promises: { dueAt: string }[] };
    expect(read_).toMatchObject([{ dueAt: '2026-03-29T03:30:00' }]);
    const save = async (due: object) =>
      await shop.request('nikos', 'post', '/api/quick-entry', { ...entry(), promises: [{ what: 'call back', ...due }] });
    expect(await save({ dueAt: read_[0]?.dueAt })).toMatchObject({ status: 422, body: { code: 'promise.due_in_gap' } });
    const twice = { dueAt: '2026-10-25T03:30:00' };
    expect(await save(twice)).toMatchObject({ status: 422, body: { code: 'promise.due_twice' } });
    expect(await save({ ...twice, clock: 'later' })).toMatchObject({ status: 200 });
    expect(await count('touchpoint')).toBe(1);
  });

  test('from next door nobody can be named, read or written to', async () => {
    const path = '/api/quick-entry';
    expect(await shop.request('ann', 'post', path, entry())).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
    expect((await shop.request('ann', 'post', `${path}/reading`, { line: 'called Maria 5 min' })).body).toMatchObject({
      customer: null,
      candidates: [],
    });
    expect(await shop.request('ann', 'post', `${path}/reading`, { line: 'called', customerId: maria })).toMatchObject({ status: 404 });
  });
});
