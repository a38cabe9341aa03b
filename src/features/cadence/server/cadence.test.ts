import { describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { ensureTagsNamed, listKeyCustomer, people } from '#features/people/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { cadence, quietOn } from './index.ts';

const shop = openShop([people, conversations, purchases, cadence]);

type Answer = Record<string, unknown>;
const day = (iso: string) => Temporal.PlainDate.from(iso);

/** Somebody who bought on these days. */
async function whoBought(
  name: string,
  days: readonly string[],
  more: { deputyId?: string; ownerId?: string; phone?: string; email?: string } = {},
) {
  const customer = await shop.customer({ name, ...more });
  await shop.bought(days.map((on) => ({ customer, on })));
  return customer;
}

const regular = (name: string, more = {}) => whoBought(name, ['2025-11-20', '2025-12-20', '2026-01-20', '2026-02-20'], more);

const talk = (customer: string, on: string, told: Partial<Parameters<typeof logTouchpoint>[4]> = {}) =>
  shop.inside((tx) =>
    logTouchpoint(tx, shop.now(), shop.eleni, customer, {
      kind: 'call',
      reached: true,
      at: Temporal.Instant.from(`${on}T07:00:00Z`),
      ...told,
    }),
  );

const make = (target: unknown, told: Answer = {}, as: 'eleni' | 'nikos' | 'ann' = 'eleni') =>
  shop.request(as, 'post', '/api/routines', { target, everyDays: 30, latestDays: 40, channel: 'call', purpose: 'just to talk', ...told });

const own = (customer: string, told: Answer = {}) => make({ kind: 'customer', customerId: customer }, told);
const of = async (customer: string) => (await shop.request('eleni', 'get', `/api/customers/${customer}/cadence`)).body;
const night = () => shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
const planned = async (until = '2027-12-31', as = shop.eleni) => {
  const { body } = await shop.request('eleni', 'get', `/api/cadence/planned?for=${as}&until=${until}&limit=200`);
  return (body['contacts'] as { customer: { name: string }; on: string }[]).map(({ customer, on }) => `${customer.name} ${on}`);
};

describe('the clock', () => {
  test('restarts when we hear each other, and not by what we send or try', async () => {
    const maria = await shop.customer({ name: 'Maria', phone: '+302101234567', email: 'maria@example.com' });
    await talk(maria, '2026-02-20');
    await own(maria);
    expect(await of(maria)).toMatchObject({ nextTalk: { dueOn: '2026-03-22', latestOn: '2026-04-01' }, attempts: 0, step: 'usual' });
    await talk(maria, '2026-02-25', { kind: 'email' });
    await talk(maria, '2026-02-26', { reached: false });
    await talk(maria, '2026-02-26', { reached: false });
    expect(await of(maria)).toMatchObject({ nextTalk: { dueOn: '2026-03-22' }, attempts: 2 });
    await talk(maria, '2026-02-27', { kind: 'message', direction: 'in' });
    expect(await of(maria)).toMatchObject({ nextTalk: { dueOn: '2026-03-29' }, attempts: 0 });
  });

  test('after three attempts on different days another way is suggested, after six there is a pause', async () => {
    const maria = await shop.customer({ name: 'Maria', phone: '+302101234567', email: 'maria@example.com' });
    await talk(maria, '2026-01-01');
    await own(maria);
    for (const on of ['2026-02-01', '2026-02-03', '2026-02-05']) await talk(maria, on, { reached: false });
    expect(await of(maria)).toMatchObject({ attempts: 3, step: 'another', suggested: { channel: 'email', because: 'another' } });
    for (const on of ['2026-02-07', '2026-02-09', '2026-02-28']) await talk(maria, on, { reached: false });
    expect(await of(maria)).toMatchObject({ attempts: 6, step: 'pause', nextTalk: { dueOn: '2026-03-30' } });
  });
});

test('the most particular routine counts: one’s own, then a tag’s, the key customers’, the stage’s, the floor', async () => {
  const maria = await regular('Maria');
  await night();
  expect(await of(maria)).toMatchObject({ routine: null, active: true, nextTalk: { dueOn: '2026-04-13', latestOn: '2026-05-19' } });
  await make({ kind: 'stage', stage: 'returning' }, { everyDays: 70, latestDays: 80 });
  await night();
  expect(await of(maria)).toMatchObject({ routine: { target: { kind: 'stage' } }, nextTalk: { dueOn: '2026-01-29' } });
  await shop.inside((tx) =>
    listKeyCustomer(tx, shop.now(), shop.eleni, maria, { reason: 'a friend of the house', reviewOn: day('2026-09-01') }),
  );
  await make({ kind: 'key' });
  await night();
  expect(await of(maria)).toMatchObject({ routine: { target: { kind: 'key' } } });
  await shop.request('eleni', 'put', `/api/customers/${maria}/tags`, { names: ['wholesale'] });
  const [tagId] = await shop.inside((tx) => ensureTagsNamed(tx, shop.now(), shop.eleni, ['wholesale']));
  await make({ kind: 'tag', tagId });
  await night();
  expect(await of(maria)).toMatchObject({ routine: { target: { kind: 'tag', name: 'wholesale' } } });
  const { body } = await own(maria, { everyDays: 14, latestDays: 20 });
  expect(await of(maria)).toMatchObject({ routine: { id: body['id'], target: { kind: 'customer', name: 'Maria' }, everyDays: 14 } });
  await shop.request('nikos', 'delete', `/api/routines/${String(body['id'])}`);
  expect(await of(maria)).toMatchObject({ routine: { target: { kind: 'tag' } } });
});

describe('days', () => {
  test('are planned so that none is flooded, on workdays only, and stay as they are from night to night', async () => {
    for (let count = 0; count < 10; count += 1) await talk(await regular(`Customer ${count}`), '2026-02-10');
    await make({ kind: 'stage', stage: 'returning' }, { everyDays: 30, latestDays: 40 });
    await night();
    const days = await planned();
    expect(days).toHaveLength(10);
    // From Thursday, 12 March, to Sunday, 22 March, there are seven workdays.
    const counts = [...Map.groupBy(days, (one) => one.slice(-10))].map(([on, theirs]) => [on, theirs.length]);
    expect(counts.map(([on]) => on)).toEqual([
      '2026-03-12',
      '2026-03-13',
      '2026-03-16',
      '2026-03-17',
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
    ]);
    expect(Math.max(...counts.map(([, count]) => Number(count)))).toBe(2);
    shop.at('2026-03-04T08:00:00Z');
    await night();
    expect(await planned()).toEqual(days);
    const { body } = await shop.request('eleni', 'get', '/api/cadence/load?weeks=4');
    const eleni = (body['colleagues'] as { name: string; days: { on: string; works: boolean; before: number; after: number }[] }[]).find(
      ({ name }) => name === 'Eleni',
    );
    expect(Math.max(...(eleni?.days.map(({ before }) => before) ?? []))).toBe(100);
    expect(Math.max(...(eleni?.days.map(({ after }) => after) ?? []))).toBe(20);
    expect(eleni?.days.find(({ on }) => on === '2026-03-25')).toMatchObject({ works: false, after: 0 });
  });

  test('of an absence go to other days, or to whoever stands in, and come back with its end', async () => {
    const maria = await regular('Maria', { ownerId: shop.nikos, deputyId: shop.eleni });
    await talk(maria, '2026-02-10');
    await own(maria);
    expect(await of(maria)).toMatchObject({ nextTalk: { by: { name: 'Nikos' }, plannedOn: '2026-03-12' } });
    const away = { colleagueId: shop.nikos, fromOn: '2026-03-12', untilOn: '2026-03-16' };
    await shop.request('nikos', 'post', '/api/absences', away);
    await night();
    expect(await of(maria)).toMatchObject({ nextTalk: { by: { name: 'Nikos' }, plannedOn: '2026-03-17' } });
    const { body } = await shop.request('eleni', 'post', '/api/absences', { ...away, fromOn: '2026-03-17', untilOn: '2026-04-17' });
    await night();
    expect(await of(maria)).toMatchObject({ nextTalk: { by: { name: 'Eleni' } } });
    await shop.request('nikos', 'delete', `/api/absences/${String(body['id'])}`);
    await night();
    expect(await of(maria)).toMatchObject({ nextTalk: { by: { name: 'Nikos' } } });
  });

  test('on which a customer asked not to be called are left out at once', async () => {
    const maria = await regular('Maria');
    await talk(maria, '2026-02-10');
    await own(maria);
    const { body } = await shop.request('nikos', 'post', `/api/customers/${maria}/quiet-periods`, {
      fromOn: '2026-03-01',
      untilOn: '2026-04-15',
      note: 'exams',
    });
    expect(await of(maria)).toMatchObject({
      isQuiet: true,
      nextTalk: { plannedOn: '2026-04-16' },
      quietPeriods: [{ note: 'exams', yearly: false }],
    });
    expect(await shop.inside((tx) => quietOn(tx, [maria], day('2026-04-15')))).toEqual(new Set([maria]));
    await shop.request('eleni', 'delete', `/api/quiet-periods/${String(body['id'])}`);
    expect(await of(maria)).toMatchObject({ isQuiet: false, nextTalk: { plannedOn: '2026-03-12' }, quietPeriods: [] });
  });
});

describe('refused', () => {
  test.each([
    ['a routine that never fires', { everyDays: 0 }, 'routine.every_out_of_range'],
    ['one under the floor', { everyDays: 90, latestDays: 200 }, 'routine.beyond_floor'],
  ])('is %s', async (_, told, code) => {
    expect(await make({ kind: 'key' }, told)).toMatchObject({ status: 422, body: { code } });
  });

  test('are a second routine for the same, one for many by a colleague, and anything of another workspace', async () => {
    const maria = await shop.customer({ name: 'Maria' });
    expect(await own(maria)).toMatchObject({ status: 200 });
    expect(await own(maria)).toMatchObject({ body: { code: 'routine.already_there' } });
    expect(await make({ kind: 'key' }, {}, 'nikos')).toMatchObject({ body: { code: 'routine.for_many_not_allowed' } });
    expect(await make({ kind: 'tag', tagId: newId() })).toMatchObject({ body: { code: 'routine.tag_unknown' } });
    expect(await make({ kind: 'customer', customerId: maria }, {}, 'ann')).toMatchObject({
      status: 404,
      body: { code: 'customer.not_found' },
    });
    const { body } = await shop.request('eleni', 'get', '/api/cadence');
    const [routine] = body['ownRoutines'] as { id: string }[];
    expect(await shop.request('ann', 'delete', `/api/routines/${routine?.id ?? ''}`)).toMatchObject({
      status: 404,
      body: { code: 'routine.not_found' },
    });
    expect((await shop.request('ann', 'get', '/api/cadence')).body).toMatchObject({ ownRoutines: [] });
  });

  test('are an absence of somebody else by a colleague, one that overlaps, and a week without a day', async () => {
    const away = { colleagueId: shop.eleni, fromOn: '2026-03-12', untilOn: '2026-03-16' };
    expect(await shop.request('nikos', 'post', '/api/absences', away)).toMatchObject({ body: { code: 'absence.not_allowed' } });
    expect(await shop.request('eleni', 'post', '/api/absences', away)).toMatchObject({ status: 200 });
    expect(await shop.request('eleni', 'post', '/api/absences', away)).toMatchObject({ body: { code: 'absence.overlaps' } });
    const week = { weekdays: [], fromTime: '09:00', untilTime: '17:00' };
    expect(await shop.request('eleni', 'patch', '/api/working-calendar', { week })).toMatchObject({
      body: { code: 'working_week.no_day' },
    });
  });

  test('are quiet times that together leave no day', async () => {
    const maria = await shop.customer({ name: 'Maria' });
    const quiet = (fromOn: string, untilOn: string) =>
      shop.request('eleni', 'post', `/api/customers/${maria}/quiet-periods`, { fromOn, untilOn, yearly: true });
    expect(await quiet('2026-01-01', '2026-06-30')).toMatchObject({ status: 200 });
    expect(await quiet('2026-07-01', '2026-12-31')).toMatchObject({ body: { code: 'quiet_period.leaves_no_day' } });
  });
});

test('the calendar knows the weeks and the public holidays of the country on whose clock the business runs', async () => {
  const { body } = await shop.request('nikos', 'get', '/api/working-calendar');
  expect(body).toMatchObject({ country: 'GR', week: { weekdays: [1, 2, 3, 4, 5] } });
  expect((body['holidays'] as { on: string }[]).map(({ on }) => on)).toEqual(
    expect.arrayContaining(['2026-03-25', '2026-04-13', '2026-08-15', '2026-12-25']),
  );
  await shop.request('eleni', 'patch', '/api/working-calendar', {
    week: { weekdays: [2, 3, 4, 5, 6], fromTime: '10:00', untilTime: '20:30' },
  });
  expect((await shop.request('nikos', 'get', '/api/working-calendar')).body).toMatchObject({
    country: 'GR',
    week: { weekdays: [2, 3, 4, 5, 6], fromTime: '10:00', untilTime: '20:30' },
  });
});

test('a past day knows the windows of then and plans nothing into it', async () => {
  const maria = await regular('Maria');
  await talk(maria, '2026-01-10');
  await talk(maria, '2026-02-20');
  const { body } = await shop.request('eleni', 'get', `/api/customers/${maria}/cadence?asOf=2026-02-01`);
  expect(body).toMatchObject({
    routine: null,
    nextTalk: { dueOn: '2026-06-03', plannedOn: '2026-06-03', by: { name: 'Eleni' } },
    attempts: 0,
  });
});
