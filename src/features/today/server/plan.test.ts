import { describe, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { reckon } from '#features/people/domain/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import type { z } from 'zod';
import type { TodayAnswer } from '../api.ts';
import { toThreeDigits } from '../domain/index.ts';
import { today } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, today]);

type Answer = z.output<typeof TodayAnswer>;
type Told = Partial<Answer> & { code?: string };

/** Somebody who bought every ten days and has been silent since January: ten minutes on the list, the costlier the more they spent. */
async function silent(name: string, minor: number): Promise<string> {
  const customer = await shop.customer({ name });
  const last = Temporal.PlainDate.from('2026-01-10');
  const days = Array.from({ length: 10 }, (_, place) => last.subtract({ days: 10 * place }).toString());
  await shop.bought(days.map((on) => ({ customer, on, minor })));
  return customer;
}

const promise = (customer: string, dueAt: string, by = shop.eleni) =>
  shop.inside((tx) => givePromise(tx, shop.now(), by, { customer, what: 'send the list', dueAt: Temporal.Instant.from(dueAt) }));

async function list(query = '') {
  const { body } = await shop.request<Answer>('eleni', 'get', `/api/today${query}`);
  return body;
}

const names = ({ entries }: Answer) => entries.map(({ customer, because }) => `${customer.name} ${because}`);
const change = (body: object) => shop.request<Told>('eleni', 'patch', '/api/today/plan', body);

async function waiting() {
  const { body } = await shop.request<Answer>('eleni', 'get', '/api/today/waiting?after=top');
  return body.entries.map(({ customer }) => customer.name);
}

describe('the time of the day', () => {
  test('can be said for today alone: what fits is the plan, what does not can wait', async () => {
    for (const [name, minor] of [
      ['Anna', 9000],
      ['Bo', 6000],
      ['Chris', 3000],
    ] as const)
      await silent(name, minor);
    expect(names(await list())).toEqual(['Anna cost', 'Bo cost', 'Chris cost']);
    expect(await change({ minutes: 20 })).toMatchObject({ status: 204 });
    const short = await list();
    expect(names(short)).toEqual(['Anna cost', 'Bo cost']);
    expect(short).toMatchObject({ minutes: { available: 20, said: 20, usual: 120, over: 0 }, waiting: { count: 1 } });
    expect(await waiting()).toEqual(['Chris']);
    shop.at('2026-03-03T08:00:00Z');
    expect((await list()).minutes).toMatchObject({ available: 120, said: null });
    expect(await change({ minutes: 2000 })).toMatchObject({ status: 422, body: { code: 'today.hours_out_of_range', field: 'minutes' } });
  });

  test('never leaves a promise out: it is in however short the day, and the day is said to be too short', async () => {
    await silent('Anna', 900_000);
    const dora = await shop.customer({ name: 'Dora' });
    await promise(dora, '2026-03-02T15:00:00Z');
    await change({ minutes: 0 });
    const none = await list();
    expect(names(none)).toEqual(['Dora promise']);
    expect(none.minutes).toMatchObject({ available: 0, over: 10 });
    expect(await change({ leftOut: [dora] })).toMatchObject({ status: 422, body: { code: 'today.promise_not_left_out' } });
  });

  test('is none on a day off, which is said, and only what was promised is planned', async () => {
    await silent('Anna', 9000);
    const dora = await shop.customer({ name: 'Dora' });
    await promise(dora, '2026-03-07T15:00:00Z');
    shop.at('2026-03-07T08:00:00Z');
    await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
    const saturday = await list();
    expect(saturday.atWork).toEqual({ works: false, because: 'week' });
    expect(names(saturday)).toEqual(['Dora promise']);
    expect(await waiting()).toEqual(['Anna']);
    await change({ minutes: 60 });
    expect(names(await list())).toEqual(['Anna cost', 'Dora promise']);

    shop.at('2026-03-09T08:00:00Z');
    await shop.request('eleni', 'post', '/api/absences', { colleagueId: shop.eleni, fromOn: '2026-03-09', untilOn: '2026-03-13' });
    expect((await list()).atWork).toEqual({ works: false, because: 'absence', untilOn: '2026-03-13' });
    // What was known on the day before does not know of it.
    expect((await list('?asOf=2026-03-06')).atWork).toMatchObject({ works: true });
    // 25 March is a public holiday in Greece.
    shop.at('2026-03-25T08:00:00Z');
    expect((await list()).atWork).toMatchObject({ works: false, because: 'holiday' });
  });
});

describe('the morning plan', () => {
  test('is put into another order, and some are left for another day', async () => {
    const anna = await silent('Anna', 9000);
    const bo = await silent('Bo', 6000);
    const chris = await silent('Chris', 3000);
    await change({ first: [chris] });
    expect(names(await list())).toEqual(['Chris chosen', 'Anna cost', 'Bo cost']);
    await change({ leftOut: [anna] });
    expect(names(await list())).toEqual(['Chris chosen', 'Bo cost']);
    expect(await waiting()).toEqual(['Anna']);
    await change({ first: [anna, chris, bo], leftOut: [] });
    expect(names(await list())).toEqual(['Anna chosen', 'Chris chosen', 'Bo chosen']);
    expect(await change({ first: [shop.nikos] })).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
    expect(await shop.request('ann', 'patch', '/api/today/plan', { first: [anna] })).toMatchObject({ status: 404 });
  });

  test('stays as it was begun, until they are done, and begins once', async () => {
    const anna = await silent('Anna', 9000);
    await silent('Bo', 6000);
    await change({ minutes: 20 });
    await shop.request('eleni', 'post', '/api/today/plan/started');
    const begun = (await list()).startedAt;
    await silent('Costlier', 900_000);
    shop.at('2026-03-02T09:00:00Z');
    await shop.request('eleni', 'post', '/api/today/plan/started');
    const after = await list();
    expect(after.startedAt).toBe(begun);
    expect(names(after)).toEqual(['Anna chosen', 'Bo chosen']);
    await shop.request('eleni', 'post', `/api/customers/${anna}/touchpoints`, { kind: 'call', minutes: 5, summary: 'well' });
    expect(names(await list())).toEqual(['Bo chosen']);
  });

  test('is carried over to the head of the next workday', async () => {
    shop.at('2026-03-06T08:00:00Z');
    const bo = await silent('Bo', 100);
    await silent('Anna', 9000);
    const { status, body } = await shop.request('eleni', 'post', '/api/today/carried-over', { customerIds: [bo] });
    expect({ status, body }).toEqual({ status: 200, body: { on: '2026-03-09' } });
    shop.at('2026-03-09T08:00:00Z');
    expect(names(await list())).toEqual(['Bo chosen', 'Anna cost']);
  });
});

describe('why somebody stands where they do', () => {
  test('is told in figures that add up to what orders the list', async () => {
    const maria = await silent('Maria', 4200);
    await silent('Small', 100);
    await promise(maria, '2026-03-02T15:00:00Z');
    const { entries } = await list();
    expect(entries.map(({ customer }) => customer.name)).toEqual(['Maria', 'Small']);
    for (const { reasons, stake, sumMinor, costMinor, minutes, minutesOf } of entries) {
      for (const reason of reasons) {
        expect(reason.factors.length).toBeGreaterThan(0);
        expect(reckon({ stake: stake.minor, factors: reason.factors })).toBe(reason.costMinor);
      }
      expect(reasons.reduce((sum, reason) => sum + reason.costMinor, 0)).toBe(sumMinor);
      expect(toThreeDigits(sumMinor)).toBe(costMinor);
      expect(minutesOf.longest + minutesOf.others * minutesOf.each).toBe(minutes);
      const { year } = stake;
      if (year) expect(Math.round(year.visits * year.spendMinor * year.marginShare)).toBe(stake.minor);
    }
    const costs = entries.map(({ costMinor }) => costMinor);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect(entries[0]?.stake.by).toBe('worth');
    expect(entries[1]?.stake.by).toBe('tenth');
  });

  test('is told in the terminal, too', async () => {
    const maria = await silent('Maria', 4200);
    await promise(maria, '2026-03-02T15:00:00Z');
    const text = await shop.tend('today', '--explain');
    expect(text).toContain('× 5%');
    expect(text).toContain('for a word not kept for another week');
    expect(text).toContain('At stake: €');
    expect(text).toMatch(/Together that is €[\d.,]+; to three digits €[\d.,]+/);
    expect(text).toMatch(/12 minutes: 10 for the longer reason, 2 more for the other/);
  });
});
