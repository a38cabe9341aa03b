import { describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { today } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, today]);

type Entry = {
  customer: { id: string; name: string; owner: { name: string } | null };
  costMinor: number;
  minutes: number;
  action: string;
  reasons: { kind: string; occasion: string; evidence: Record<string, unknown> }[];
  atHand: { lastPurchase: { on: string } | null; lastTouchpoint: { summary: string } | null; promises: { what: string }[] };
};

const day = (iso: string) => Temporal.PlainDate.from(iso);

/** Somebody who bought every so many days, for the last time on a day. */
async function regular(
  name: string,
  given: { every: number; lastOn: string; times?: number; minor?: number; ownerId?: string },
): Promise<string> {
  const customer = await shop.customer({ name, ...(given.ownerId ? { ownerId: given.ownerId } : {}) });
  await buy(
    customer,
    Array.from({ length: given.times ?? 10 }, (_, place) =>
      day(given.lastOn)
        .subtract({ days: given.every * place })
        .toString(),
    ),
    given.minor,
  );
  return customer;
}

const buy = async (customer: string, days: readonly string[], minor = 2000) =>
  await shop.bought(days.map((on) => ({ customer, on, minor })));

async function list(query = '', as: 'eleni' | 'nikos' | 'ann' = 'eleni') {
  const { status, body } = await shop.request(as, 'get', `/api/today${query}`);
  const entries = (body['entries'] ?? []) as Entry[];
  return { status, body, entries, names: entries.map((entry) => entry.customer.name) };
}

const answer = (customer: string, body: unknown, as: 'eleni' | 'nikos' | 'ann' = 'eleni') =>
  shop.request(as, 'post', `/api/customers/${customer}/reason-answers`, body);

test('whoever costs most to keep waiting comes first, with every reason and what to have at hand', async () => {
  await regular('Small', { every: 10, lastOn: '2026-01-10', minor: 500 });
  const large = await regular('Large', { every: 10, lastOn: '2026-01-10', minor: 9000 });
  await regular('Content', { every: 10, lastOn: '2026-02-28' });
  await shop.inside((tx) =>
    logTouchpoint(tx, Temporal.Instant.from('2025-12-01T10:00:00Z'), shop.eleni, large, {
      kind: 'call',
      summary: 'asked for the dark roast',
    }),
  );
  await shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, {
      customer: large,
      what: 'send the new list',
      dueAt: Temporal.Instant.from('2026-03-02T15:00:00Z'),
    }),
  );
  await shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, {
      customer: large,
      what: 'call in April',
      dueAt: Temporal.Instant.from('2026-04-02T15:00:00Z'),
    }),
  );
  const { entries, names, body } = await list();
  expect(names).toEqual(['Large', 'Small']);
  expect(entries[0]).toMatchObject({
    action: 'keep_promise',
    minutes: 12,
    reasons: [{ kind: 'purchases.silent', evidence: { silentDays: 51, lastOn: '2026-01-10', usualGapDays: 10 } }, { kind: 'promises.due' }],
    atHand: {
      lastPurchase: { on: '2026-01-10', totalMinor: 9000, currency: 'EUR' },
      lastTouchpoint: { summary: 'asked for the dark roast' },
      promises: [{ what: 'call in April', owner: { name: 'Eleni' } }],
    },
  });
  expect(body).toMatchObject({
    day: '2026-03-02',
    isPast: false,
    currency: 'EUR',
    minutes: { available: 120, spent: 0 },
    waiting: { count: 0, next: null },
  });
});

test('the list fits the hours of the day, and those who can wait are still reached, in their order', async () => {
  for (let place = 1; place <= 15; place += 1)
    await regular(`C${String(place).padStart(2, '0')}`, { every: 10, lastOn: '2026-01-10', minor: 1000 * place });
  const { names, body } = await list();
  // 120 minutes, 10 for each.
  expect(names).toEqual(['C15', 'C14', 'C13', 'C12', 'C11', 'C10', 'C09', 'C08', 'C07', 'C06', 'C05', 'C04']);
  const { waiting } = body as { waiting: { count: number; next: string } };
  expect(waiting.count).toBe(3);
  const first = await shop.request('eleni', 'get', `/api/today/waiting?after=${encodeURIComponent(waiting.next)}&limit=2`);
  const rest = await shop.request('eleni', 'get', `/api/today/waiting?after=${encodeURIComponent(String(first.body['next']))}`);
  const named = (one: typeof first) => (one.body['entries'] as Entry[]).map((entry) => entry.customer.name);
  expect([named(first), named(rest), rest.body['next']]).toEqual([['C03', 'C02'], ['C01'], null]);
});

test('a conversation takes the customer off the list and its minutes off the day', async () => {
  const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  await shop.request('eleni', 'post', `/api/customers/${maria}/touchpoints`, { kind: 'call', minutes: 25, summary: 'will come on Friday' });
  const { names, body } = await list();
  expect(names).toEqual([]);
  expect(body).toMatchObject({ done: 1, minutes: { available: 120, spent: 25 } });
  shop.at('2026-04-02T08:00:00Z');
  await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
  expect((await list()).names).toEqual(['Maria']);
});

test('a call that nobody answered is enough for today, and the customer is back tomorrow', async () => {
  const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  await shop.request('eleni', 'post', `/api/customers/${maria}/touchpoints`, { kind: 'call', reached: false });
  expect((await list()).names).toEqual([]);
  shop.at('2026-03-03T08:00:00Z');
  await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
  expect((await list()).names).toEqual(['Maria']);
});

describe('a reason', () => {
  test('that was declined does not come back tomorrow, nor ever for the same occasion', async () => {
    const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
    const [entry] = (await list()).entries;
    expect(await answer(maria, { answer: 'declined', reasons: entry?.reasons, why: 'moved to Patras' })).toMatchObject({ status: 200 });
    expect((await list()).names).toEqual([]);
    for (const later of ['2026-03-03', '2026-06-30']) {
      shop.at(`${later}T08:00:00Z`);
      await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
      expect((await list()).names).toEqual([]);
    }
    await buy(maria, ['2026-06-29']);
    shop.at('2026-09-01T08:00:00Z');
    await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
    expect((await list()).names).toEqual(['Maria']);
  });

  test('that was snoozed is back on its day, and not before', async () => {
    const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
    const [entry] = (await list()).entries;
    await answer(maria, { answer: 'snoozed', reasons: entry?.reasons, untilOn: '2026-03-09' });
    const namesOn = async (later: string) => {
      shop.at(`${later}T08:00:00Z`);
      await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
      return (await list()).names;
    };
    expect(await namesOn('2026-03-02')).toEqual([]);
    expect(await namesOn('2026-03-08')).toEqual([]);
    expect(await namesOn('2026-03-09')).toEqual(['Maria']);
  });

  test('whose answer is taken back stands again; only who answered takes it back', async () => {
    const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
    const [entry] = (await list()).entries;
    const given = await answer(maria, { answer: 'declined', reasons: entry?.reasons, why: 'no' });
    expect(await shop.request('nikos', 'delete', `/api/reason-answers/${String(given.body['id'])}`)).toMatchObject({
      status: 404,
      body: { code: 'reason_answer.not_found' },
    });
    expect(await shop.request('eleni', 'delete', `/api/reason-answers/${String(given.body['id'])}`)).toMatchObject({ status: 204 });
    expect((await list()).names).toEqual(['Maria']);
  });

  test('that was put off without a connection is judged by the day on which that was said', async () => {
    const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
    const reasons = (await list()).entries[0]?.reasons;
    shop.at('2026-03-03T08:00:00Z');
    const put = async (waited: string) =>
      await shop.request(
        'eleni',
        'post',
        `/api/customers/${maria}/reason-answers`,
        { answer: 'snoozed', reasons, untilOn: '2026-03-03' },
        { 'x-tend-waited': waited },
      );
    expect(await put('0')).toMatchObject({ status: 422, body: { code: 'today.snooze_in_past' } });
    expect(await put(String(20 * 3_600_000))).toMatchObject({ status: 200 });
    // Until today: she is on the list.
    expect((await list()).names).toEqual(['Maria']);
  });

  test('is refused an answer that makes no sense', async () => {
    const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
    const reasons = (await list()).entries[0]?.reasons;
    expect(await answer(maria, { answer: 'snoozed', reasons, untilOn: '2026-03-02' })).toMatchObject({
      status: 422,
      body: { code: 'today.snooze_in_past', field: 'untilOn' },
    });
    expect(await answer(maria, { answer: 'declined', reasons, why: ' ' })).toMatchObject({
      status: 422,
      body: { code: 'today.why_missing', field: 'why' },
    });
    expect(
      await answer(maria, { answer: 'declined', reasons: [{ kind: 'purchases.silent', occasion: '1999-01-01' }], why: 'no' }),
    ).toMatchObject({ status: 409, body: { code: 'reason.changed' } });
  });

  test('that is our word is for whoever gave it, whoever answers for the customer, and cannot be put away', async () => {
    const maria = await shop.customer({ name: 'Maria', ownerId: shop.eleni });
    await shop.inside((tx) =>
      givePromise(tx, shop.now(), shop.nikos, {
        customer: maria,
        what: 'call about the mill',
        dueAt: Temporal.Instant.from('2026-03-02T15:00:00Z'),
      }),
    );
    expect((await list('', 'eleni')).names).toEqual([]);
    const [entry] = (await list('', 'nikos')).entries;
    expect(entry?.customer).toMatchObject({ name: 'Maria', owner: { name: 'Eleni' } });
    const reasons = entry?.reasons;
    expect(await answer(maria, { answer: 'declined', reasons, why: 'busy' }, 'nikos')).toMatchObject({
      status: 422,
      body: { code: 'today.promise_not_declined' },
    });
    expect(await answer(maria, { answer: 'snoozed', reasons, untilOn: '2026-03-09' }, 'nikos')).toMatchObject({
      status: 422,
      body: { code: 'today.promise_not_snoozed' },
    });
  });
});

test('a look at a past day knows nothing of what came after it', async () => {
  const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  await regular('Later', { every: 10, lastOn: '2026-03-01', times: 3 });
  const reasons = (await list()).entries[0]?.reasons;
  await answer(maria, { answer: 'declined', reasons, why: 'no' });
  await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call', summary: 'only today' }));
  await shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'only today', dueAt: Temporal.Instant.from('2026-03-02T15:00:00Z') }),
  );
  const then = await list('?asOf=2026-02-10');
  expect(then.names).toEqual(['Maria']);
  expect(then.body).toMatchObject({ day: '2026-02-10', isPast: true, minutes: { spent: 0 } });
  expect(then.entries[0]).toMatchObject({ reasons: [{ evidence: { silentDays: 31 } }], atHand: { lastTouchpoint: null, promises: [] } });
  expect(JSON.stringify(then.body)).not.toContain('only today');
  // On the day itself Maria was still within her rhythm.
  expect((await list('?asOf=2026-01-12')).names).toEqual([]);
  expect(await shop.request('eleni', 'get', '/api/today?asOf=2026-03-03')).toMatchObject({
    status: 422,
    body: { code: 'workspace.day_to_come' },
  });
});

test("another colleague's list can be looked at; nobody's cannot", async () => {
  await regular('Maria', { every: 10, lastOn: '2026-01-10', ownerId: shop.nikos });
  expect((await list()).names).toEqual([]);
  expect(await list(`?for=${shop.nikos}`)).toMatchObject({ names: ['Maria'], body: { colleague: { name: 'Nikos' } } });
  expect(await list(`?for=${newId()}`)).toMatchObject({ status: 422, body: { code: 'today.colleague_unknown' } });
});

test('a customer handed to another colleague moves to their list', async () => {
  const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  await shop.request('eleni', 'patch', `/api/customers/${maria}`, { ownerId: shop.nikos });
  expect([(await list()).names, (await list('', 'nikos')).names]).toEqual([[], ['Maria']]);
});

test('the shop next door sees nothing of it and answers nothing', async () => {
  const maria = await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  const reasons = (await list()).entries[0]?.reasons;
  expect((await list('', 'ann')).names).toEqual([]);
  expect(await list(`?for=${shop.eleni}`, 'ann')).toMatchObject({ status: 422, body: { code: 'today.colleague_unknown' } });
  for (const path of ['waiting?after=top&', 'review?'])
    expect(await shop.request('ann', 'get', `/api/today/${path}for=${shop.eleni}`)).toMatchObject({
      status: 422,
      body: { code: 'today.colleague_unknown' },
    });
  expect(await answer(maria, { answer: 'declined', reasons, why: 'no' }, 'ann')).toMatchObject({
    status: 404,
    body: { code: 'customer.not_found' },
  });
  const given = await answer(maria, { answer: 'declined', reasons, why: 'no' });
  expect(await shop.request('ann', 'delete', `/api/reason-answers/${String(given.body['id'])}`)).toMatchObject({ status: 404 });
});

test('weighing everybody again writes nothing where nothing changed', async () => {
  await regular('Maria', { every: 10, lastOn: '2026-01-10' });
  const versions = () => shop.inside(async (tx) => (await tx.client.query<{ ctid: string }>('select ctid::text from attention')).rows);
  const before = await versions();
  await shop.inside((tx) => today.summary?.refresh(tx, { day: shop.today(), asOfOn: 'infinity', customers: 'all' }) ?? Promise.resolve());
  expect(before.length).toBe(1);
  expect(await versions()).toEqual(before);
});
