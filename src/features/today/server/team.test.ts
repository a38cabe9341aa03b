import { expect, test } from 'vitest';
import type { z } from 'zod';
import { insertColleague } from '#features/access/server/index.ts';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, handOverPromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import type { TeamAnswer } from '../api.ts';
import { today } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, today]);

type Team = z.output<typeof TeamAnswer>;

async function team(as: 'eleni' | 'ann' = 'eleni'): Promise<Team> {
  const { status, body } = await shop.request<Team>(as, 'get', '/api/today/team');
  expect(status).toBe(200);
  return body;
}

const give = (customer: string, what: string, dueAt: string, by: string) =>
  shop.inside((tx) => givePromise(tx, shop.now(), by, { customer, what, dueAt: Temporal.Instant.from(dueAt) }));
const night = () => shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));

test('the owner sees what falls through while a colleague is away, and lets somebody stand in', async () => {
  const maria = await shop.customer({ name: 'Maria', ownerId: shop.nikos });
  await shop.customer({ name: 'Petros', ownerId: shop.nikos, deputyId: shop.eleni });
  await give(maria, 'call back', '2026-03-02T15:00:00Z', shop.nikos);
  await give(maria, 'one to come', '2026-03-12T15:00:00Z', shop.nikos);
  expect(await team()).toMatchObject({ unattended: { count: 0 }, alone: { count: 0 } });
  const { body } = await shop.request<{ id: string }>('eleni', 'post', '/api/absences', {
    colleagueId: shop.nikos,
    fromOn: '2026-03-02',
    untilOn: '2026-03-06',
  });
  await night();
  const found = await team();
  expect(found.unattended).toMatchObject({
    count: 1,
    names: [{ what: 'call back', customer: { name: 'Maria' }, owner: { name: 'Nikos' } }],
  });
  expect(found.alone).toMatchObject({
    count: 1,
    names: [{ customer: { name: 'Maria' } }],
    absences: [{ id: body.id, colleague: { name: 'Nikos' }, untilOn: '2026-03-06', customers: 1 }],
  });
  expect(found.colleagues.find(({ name }) => name === 'Nikos')).toMatchObject({
    atWork: { works: false, because: 'absence' },
    promises: 2,
  });
  const own = { standInId: shop.nikos };
  expect(await shop.request('eleni', 'put', `/api/absences/${body.id}/stand-in`, own)).toMatchObject({
    status: 422,
    body: { code: 'absence.stands_in_for_oneself' },
  });
  expect(await shop.request('ann', 'put', `/api/absences/${body.id}/stand-in`, { standInId: null })).toMatchObject({ status: 404 });
  expect(await shop.request('eleni', 'put', `/api/absences/${body.id}/stand-in`, { standInId: shop.eleni })).toMatchObject({ status: 204 });
  expect((await team()).alone).toEqual({ count: 0, names: [], absences: [] });
});

test('a hand-over that waits since yesterday, a customer under the floor and one declined again and again are seen', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  const id = await give(maria, 'the grinder', '2026-03-12T15:00:00Z', shop.eleni);
  await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
  expect((await team()).unanswered.count).toBe(0);
  shop.at('2026-03-03T08:00:00Z');
  expect((await team()).unanswered).toMatchObject({ count: 1, names: [{ what: 'the grinder', handedTo: { name: 'Nikos' } }] });

  const silent = await shop.customer({ name: 'Silent' });
  await shop.bought(['2025-03-01', '2025-08-20', '2026-02-25'].map((on) => ({ customer: silent, on })));
  await night();
  expect((await team()).underFloor).toMatchObject({
    count: 1,
    names: [{ customer: { name: 'Silent' }, owner: { name: 'Eleni' }, days: 367 }],
  });

  await shop.inside(async (tx) => {
    for (const [occasion, why] of [
      ['1', 'later'],
      ['2', 'no time'],
      ['3', 'not now'],
    ])
      await tx.client.query(
        `insert into reason_answer (workspace_id, id, customer_id, kind, occasion, answer, why, colleague_id, answered_at)
         values ($1, $2, $3, 'cadence.due', $4, 'declined', $5, $6, $7)`,
        [tx.workspace, newId(), silent, occasion, why, shop.nikos, `2026-03-02T1${occasion}:00:00Z`],
      );
  });
  expect((await team()).declined).toMatchObject({
    count: 1,
    names: [{ customer: { name: 'Silent' }, owner: { name: 'Eleni' }, times: 3, on: '2026-03-02', by: { name: 'Nikos' }, why: 'not now' }],
  });
  const text = await shop.tend('today team');
  expect(text).toContain('Silent: 3 ×');
  expect(JSON.parse(await shop.tend('today team', '--json'))).toMatchObject({ underFloor: { count: 1 } });
});

test('who has more than the two weeks hold stands beside who has room', async () => {
  await shop.request('eleni', 'patch', '/api/today/plan', { minutes: 30 });
  const maria = await shop.customer({ name: 'Maria' });
  await shop.inside(async (tx) => {
    await tx.client.query('update colleague set minutes_a_day = 15 where id = $1', [shop.nikos]);
    for (let day = 3; day <= 13; day += 1)
      for (const what of ['one', 'other']) {
        const dueAt = Temporal.Instant.from(`2026-03-${String(day).padStart(2, '0')}T10:00:00Z`);
        await givePromise(tx, shop.now(), shop.nikos, { customer: maria, what, dueAt });
      }
  });
  const { colleagues, room } = await team();
  const nikos = colleagues.find(({ name }) => name === 'Nikos');
  // Ten workdays of a quarter of an hour; Eleni has two hours on nine of them, and half an hour today instead.
  expect(nikos).toMatchObject({ planned: 220, available: 150, standing: 'too_much', promises: 22 });
  expect(nikos?.days[0]).toEqual({ on: '2026-03-02', works: true, planned: 0, available: 15 });
  expect(nikos?.days[5]).toEqual({ on: '2026-03-07', works: false, planned: 20, available: 0 });
  expect(colleagues.find(({ name }) => name === 'Eleni')).toMatchObject({ planned: 0, available: 1110, standing: 'room' });
  expect(room).toEqual([shop.eleni]);
});

test('a short working week leaves the time that Today has, not more', async () => {
  await shop.request('eleni', 'put', `/api/colleagues/${shop.nikos}/working-week`, {
    weekdays: [1, 2],
    fromTime: '09:00',
    untilTime: '10:00',
  });
  const { days, available } = (await team()).colleagues.find(({ name }) => name === 'Nikos') ?? { days: [], available: 0 };
  const plan = await shop.request<{ minutes: { available: number } }>('nikos', 'get', '/api/today');
  expect([plan.body.minutes.available, days[0]?.available, available]).toEqual([60, 60, 4 * 60]);
});

test('of however many hand-overs that wait the figure counts all, and the names are those due first', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await shop.inside(async (tx) => {
    const given = { customer: maria, to: shop.nikos };
    for (let index = 0; index < 205; index += 1)
      await givePromise(tx, shop.now(), shop.eleni, { ...given, what: 'sooner', dueAt: shop.now().add({ hours: 48, minutes: index }) });
  });
  shop.at('2026-03-03T08:00:00Z');
  await shop.inside(async (tx) => {
    await givePromise(tx, shop.now(), shop.eleni, {
      customer: maria,
      to: shop.nikos,
      what: 'of today',
      dueAt: shop.now().add({ hours: 1 }),
    });
  });
  const { unanswered } = await team();
  expect([unanswered.count, unanswered.names.length, unanswered.names[0]?.what]).toEqual([205, 50, 'sooner']);
  const more = await shop.request<Team>('eleni', 'get', '/api/today/team?names=1000');
  expect(more.body.unanswered.names).toHaveLength(205);
});

test('whoever only reads has no room for what others have too much of', async () => {
  const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
  const vera = newId();
  await shop.inside((tx) => insertColleague(tx, { ...seat, id: vera, name: 'Vera', email: 'vera@example.com', role: 'reader' }));
  expect((await team()).colleagues.map(({ name, mayTakeOver }) => [name, mayTakeOver])).toEqual([
    ['Eleni', true],
    ['Nikos', true],
  ]);
});

test('a colleague who does not lead sees none of it, nor does the shop next door', async () => {
  const maria = await shop.customer({ name: 'Maria Confidential' });
  await give(maria, 'a confidential word', '2026-03-02T15:00:00Z', shop.eleni);
  expect(await shop.request('nikos', 'get', '/api/today/team')).toMatchObject({ status: 403 });
  expect(JSON.stringify(await team('ann'))).not.toContain('onfidential');
});
