import { beforeEach, describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { suspendColleague } from '#features/access/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import {
  acceptPromise,
  askForTime,
  givePromise,
  handOverPromise,
  keepPromise,
  promises,
  readOpenPromises,
  readPromisesTo,
  reasonsToAct,
  releasePromise,
  reopenPromise,
} from './index.ts';

const shop = openShop([people, conversations, promises]);
const at = (moment: string) => Temporal.Instant.from(moment);
const on = (day: string) => Temporal.PlainDate.from(day);
const friday = at('2026-03-06T15:00:00Z');
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

const give = async (what = 'send the price list', dueAt = friday, giver = shop.nikos) =>
  await shop.inside((tx) => givePromise(tx, shop.now(), giver, { customer: maria, what, dueAt }));
const post = async (path: string, body: unknown = {}) => await shop.request('nikos', 'post', path, body);
const summaries = async (asOfOn = 'infinity') =>
  await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      'select open_promises as open, next_promise_due_at::text as due from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = $3',
      [tx.workspace, asOfOn, maria],
    );
    return rows[0];
  });
const reasons = async (day: string) =>
  (
    await shop.inside((tx) =>
      reasonsToAct(tx, {
        day: on(day),
        asOfOn: 'infinity',
        customers: [maria],
        now: shop.now(),
        worth: { typical: 10_000, of: new Map() },
      }),
    )
  ).get(maria) ?? [];

describe('giving our word', () => {
  test('it is open, owned by who gave it, and stands with the customer', async () => {
    const given = await post(`/api/customers/${maria}/promises`, { what: 'send the price list', dueAt: '2026-03-06T17:00:00+02:00' });
    expect(given).toMatchObject({
      status: 200,
      body: {
        what: 'send the price list',
        state: 'open',
        overdue: false,
        dueAt: '2026-03-06T15:00:00Z',
        giver: { name: 'Nikos' },
        owner: { name: 'Nikos' },
        customer: { id: maria, name: 'Maria' },
      },
    });
    expect(await summaries()).toEqual({ open: 1, due: '2026-03-06 15:00:00+00' });
    expect((await shop.request('eleni', 'get', `/api/customers/${maria}/promises`)).body).toEqual({ promises: [given.body] });
  });

  test.each([
    [{ what: 'call', dueAt: '2026-03-01T08:00:00Z' }, 'promise.due_in_past', 'dueAt'],
    [{ what: 'call', dueAt: '2037-03-01T08:00:00Z' }, 'promise.due_too_far', 'dueAt'],
    [{ what: '   ', dueAt: '2026-03-06T08:00:00Z' }, 'promise.what_missing', 'what'],
    [{ what: 'call', dueAt: 'friday' }, 'input.invalid', 'dueAt'],
    [{ what: 'call', dueAt: '2026-03-29T03:30:00' }, 'promise.due_in_gap', 'dueAt'],
    [{ what: 'call', dueAt: '2026-10-25T03:30:00' }, 'promise.due_twice', 'dueAt'],
    [{ what: 'call', dueAt: '2026-03-06T08:00:00', timeZone: 'Mars/Olympus' }, 'promise.time_zone_unknown', 'timeZone'],
    [{ what: 'call', dueAt: '2026-03-06T08:00:00Z', dueFrom: '2026-03-06T09:00:00Z' }, 'promise.window_backwards', 'dueFrom'],
    [{ what: 'call', dueAt: '2026-03-06T08:00:00Z', toId: '00000000-0000-7000-8000-000000000000' }, 'promise_hand_over.to_unknown', 'toId'],
    [
      { what: 'call', dueAt: '2026-03-06T08:00:00Z', personId: '00000000-0000-7000-8000-000000000000' },
      'promise.person_unknown',
      'personId',
    ],
    [
      { what: 'call', dueAt: '2026-03-06T08:00:00Z', touchpointId: '00000000-0000-7000-8000-000000000000' },
      'promise.touchpoint_unknown',
      'touchpointId',
    ],
  ])('%j is refused', async (body, code, field) => {
    const refused = await post(`/api/customers/${maria}/promises`, body);
    expect(refused).toMatchObject({ status: 422, body: { code, field } });
    expect(refused.body['detail']).not.toMatch(/error\./);
  });

  test('a local moment is read on the customer’s clocks, and shown with them', async () => {
    const ann = await shop.customer({ name: 'Ann', timeZone: 'America/New_York' });
    const given = await post(`/api/customers/${ann}/promises`, { what: 'call', dueAt: '2026-03-06T12:00', dueFrom: '2026-03-06T09:00' });
    expect(given.body).toMatchObject({ dueFrom: '2026-03-06T14:00:00Z', dueAt: '2026-03-06T17:00:00Z', timeZone: 'America/New_York' });
    const later = await post(`/api/promises/${String(given.body['id'])}/time-asked`, { dueAt: '2026-03-07T12:00' });
    expect(later.body).toMatchObject({ dueFrom: null, dueAt: '2026-03-07T17:00:00Z' });
  });

  test('a moment that clocks show twice is taken once it is said which', async () => {
    const body = { what: 'call', dueAt: '2026-10-25T03:30', clock: 'later' };
    expect((await post(`/api/customers/${maria}/promises`, body)).body).toMatchObject({ dueAt: '2026-10-25T01:30:00Z' });
  });

  test('it may be given to one person there, and as something that we only aim at', async () => {
    const katina = await shop.customer({ name: 'Katina' });
    const body = { what: 'call', dueAt: '2026-03-06T08:00:00Z', personId: katina, firmness: 'aim' };
    expect((await post(`/api/customers/${maria}/promises`, body)).body).toMatchObject({ person: { name: 'Katina' }, firmness: 'aim' });
    expect((await post(`/api/customers/${maria}/promises`, { ...body, personId: maria })).body).toMatchObject({
      code: 'promise.person_unknown',
    });
  });

  test('it may come from a conversation with that customer, and only with that one', async () => {
    const call = await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.nikos, maria, { kind: 'call' }));
    const body = { what: 'call', dueAt: '2026-03-06T08:00:00Z', touchpointId: call };
    expect(await post(`/api/customers/${maria}/promises`, body)).toMatchObject({ status: 200, body: { touchpointId: call } });
    const nora = await shop.customer({ name: 'Nora' });
    expect(await post(`/api/customers/${nora}/promises`, body)).toMatchObject({
      status: 422,
      body: { code: 'promise.touchpoint_unknown' },
    });
    // The conversation is taken back; the promise stands.
    await shop.request('nikos', 'delete', `/api/touchpoints/${call}`);
    expect(await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined))).toMatchObject([
      { touchpointId: null, state: 'open' },
    ]);
  });
});

describe('ending it', () => {
  test('kept in time, or late, as its moment and the clock say', async () => {
    const [early, late] = [await give('one'), await give('two')];
    shop.at('2026-03-06T15:00:00Z');
    expect(await post(`/api/promises/${early}/kept`)).toMatchObject({ status: 200, body: { state: 'kept' } });
    shop.at('2026-03-06T15:00:01Z');
    expect(await post(`/api/promises/${late}/kept`)).toMatchObject({ status: 200, body: { state: 'kept_late', overdue: false } });
    expect(await summaries()).toEqual({ open: 0, due: null });
  });

  test('once; who comes second is told', async () => {
    const id = await give();
    await post(`/api/promises/${id}/released`, { note: 'found it herself' });
    const second = await shop.request('eleni', 'post', `/api/promises/${id}/kept`);
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'promise.already_released', detail: 'Nikos noted on 2 Mar 2026, 10:00 that the customer let us off this promise.' },
    });
    await shop.inside((tx) => tx.client.query("update colleague set calendar = 'persian' where id = $1", [shop.eleni]));
    const third = await shop.request('eleni', 'post', `/api/promises/${id}/kept`);
    expect(third.body['detail']).toContain('on 11 Esfand 1404 AP, 10:00');
    expect(await post(`/api/promises/${id}/time-asked`, { dueAt: '2026-03-09T08:00:00Z' })).toMatchObject({ status: 409 });
    expect(await post(`/api/promises/${id}/broken`)).toMatchObject({ status: 409, body: { code: 'promise.already_released' } });
    const [released] = await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined));
    expect(released).toMatchObject({
      state: 'released',
      events: [{ kind: 'given' }, { kind: 'released', note: 'found it herself', colleague: { name: 'Nikos' } }],
    });
  });

  test('by mistake, it is opened again and owed as before', async () => {
    const id = await give();
    await post(`/api/promises/${id}/kept`);
    expect(await post(`/api/promises/${id}/reopened`)).toMatchObject({
      status: 200,
      body: { state: 'open', dueAt: '2026-03-06T15:00:00Z', endedAt: null },
    });
    expect(await post(`/api/promises/${id}/reopened`)).toMatchObject({ status: 409, body: { code: 'promise.already_open' } });
    expect(await summaries()).toMatchObject({ open: 1 });
  });

  test('of somebody who has left or only reads by now, it is opened again as the promise of whoever opens it', async () => {
    const becomes = (role: string) =>
      shop.inside((tx) => tx.client.query('update colleague set role = $2 where id = $1', [shop.nikos, role]));
    const leaves = () => shop.inside((tx) => suspendColleague(tx, shop.now(), shop.eleni, shop.nikos));
    for (const goes of [() => becomes('reader'), leaves]) {
      await becomes('colleague');
      const told = { what: 'call', dueAt: '2026-03-06T15:00:00Z' };
      const { id } = (await shop.request('nikos', 'post', `/api/customers/${maria}/promises`, told)).body;
      await shop.request('nikos', 'post', `/api/promises/${String(id)}/kept`);
      await goes();
      expect(await shop.request('eleni', 'post', `/api/promises/${String(id)}/reopened`)).toMatchObject({
        status: 200,
        body: { state: 'open', owner: { id: shop.eleni }, handedTo: null },
      });
    }
  });

  test('what the row of a promise repeats is what its events say', async () => {
    const steps = [
      (id: string) =>
        shop.inside((tx) =>
          askForTime(tx, shop.now(), shop.nikos, id, { from: null, at: at('2026-03-10T10:00:00Z') }, 'waiting for the roaster'),
        ),
      (id: string) => shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.nikos, mayActForColleagues: false }, id, shop.eleni)),
      (id: string) => shop.inside((tx) => acceptPromise(tx, shop.now(), shop.eleni, id)),
      (id: string) => shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, id)),
      (id: string) => shop.inside((tx) => reopenPromise(tx, shop.now(), shop.eleni, id)),
      (id: string) => shop.inside((tx) => releasePromise(tx, shop.now(), shop.nikos, id)),
    ];
    const id = await give();
    for (const [index, step] of steps.entries()) {
      shop.at(`2026-03-0${3 + index}T08:00:00Z`);
      await step(id);
      const [read] = await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined));
      const { rows } = await shop.inside((tx) =>
        tx.client.query<Record<string, unknown>>(
          `select state, due_at, ended_at, owner_id, handed_to_id, counted_at, changed_at, (select max(number) from promise_event e where e.promise_id = p.id) as events
           from promise p where id = $1`,
          [id],
        ),
      );
      const state = {
        state: read?.state,
        due_at: read?.dueAt,
        ended_at: read?.endedAt,
        owner_id: read?.owner.id,
        handed_to_id: read?.handedTo?.id ?? null,
      };
      const counted = read?.state === 'released' ? null : (read?.endedAt ?? read?.dueAt);
      expect(rows).toEqual([{ ...state, counted_at: counted, changed_at: shop.now(), events: index + 2 }]);
    }
  });
});

describe('the list of open promises', () => {
  test('shows those due first before the others, one’s own or everybody’s, piece by piece', async () => {
    await give('third', at('2026-03-09T10:00:00Z'));
    await give('first', at('2026-03-02T09:00:00Z'));
    await give('second', at('2026-03-05T10:00:00Z'), shop.eleni);
    await post(`/api/promises/${await give('done')}/kept`);
    shop.at('2026-03-03T08:00:00Z');
    const list = async (query: string) => {
      const { body } = await shop.request('nikos', 'get', `/api/promises${query}`);
      return body as { promises: { what: string; overdue: boolean }[]; next: string | null };
    };
    expect((await list('')).promises.map((one) => [one.what, one.overdue])).toEqual([
      ['first', true],
      ['second', false],
      ['third', false],
    ]);
    expect((await list('?whose=mine')).promises.map((one) => one.what)).toEqual(['first', 'third']);
    const page = await list('?limit=2');
    expect((await list(`?limit=2&after=${encodeURIComponent(page.next ?? '')}`)).promises.map((one) => one.what)).toEqual(['third']);
    expect(await shop.request('nikos', 'get', '/api/promises?after=nonsense')).toMatchObject({ status: 422, body: { field: 'after' } });
  });
});

describe('why to act', () => {
  test('a promise due today or before stands until it is kept, and names who is to keep it', async () => {
    const id = await give('send the price list', friday, shop.eleni);
    expect(await reasons('2026-03-05')).toEqual([]);
    expect(await reasons('2026-03-06')).toMatchObject([
      {
        kind: 'promises.due',
        action: 'keep_promise',
        colleague: shop.eleni,
        evidence: { what: 'send the price list', by: 'Eleni', dueAt: '2026-03-06T15:00:00Z', daysLate: 0 },
      },
    ]);
    expect((await reasons('2026-03-09'))[0]?.evidence).toMatchObject({ daysLate: 3 });
    await post(`/api/promises/${id}/kept`);
    expect(await reasons('2026-03-09')).toEqual([]);
  });

  test('more time makes it a new occasion, when the new moment comes', async () => {
    const id = await give();
    const [before] = await reasons('2026-03-06');
    await post(`/api/promises/${id}/time-asked`, { dueAt: '2026-03-09T10:00:00Z' });
    expect(await reasons('2026-03-06')).toEqual([]);
    expect((await reasons('2026-03-09'))[0]?.occasion).not.toBe(before?.occasion);
  });
});

describe('a look at a past day', () => {
  test('knows what was open then and when it was due then, and nothing that came later', async () => {
    const id = await give('send the price list', friday);
    shop.at('2026-03-04T08:00:00Z');
    await post(`/api/promises/${id}/time-asked`, { dueAt: '2026-03-20T10:00:00Z' });
    await give('a later one', at('2026-03-21T10:00:00Z'));
    shop.at('2026-03-10T08:00:00Z');
    await post(`/api/promises/${id}/kept`);
    for (const [day, row] of [
      ['2026-03-01', { open: 0, due: null }],
      ['2026-03-03', { open: 1, due: '2026-03-06 15:00:00+00' }],
      ['2026-03-04', { open: 2, due: '2026-03-20 10:00:00+00' }],
    ] as const) {
      await shop.inside((tx) => shop.summary.ensureDay(tx, on(day)));
      expect([day, await summaries(day)]).toEqual([day, row]);
    }
    expect(await summaries()).toEqual({ open: 1, due: '2026-03-21 10:00:00+00' });
    const then = (await shop.request('nikos', 'get', `/api/customers/${maria}/promises?asOf=2026-03-03`)).body['promises'];
    expect(then).toMatchObject([
      { what: 'send the price list', state: 'open', dueAt: '2026-03-06T15:00:00Z', endedAt: null, events: [{ kind: 'given' }] },
    ]);
    expect(await reasons('2026-03-03')).toEqual([]);
  });
});

test('the shop next door can neither see, give, nor end a promise', async () => {
  const id = await give();
  expect(await shop.request('ann', 'get', `/api/customers/${maria}/promises`)).toMatchObject({
    status: 404,
    body: { code: 'customer.not_found' },
  });
  expect(await shop.request('ann', 'post', `/api/customers/${maria}/promises`, { what: 'x', dueAt: '2026-03-06T08:00:00Z' })).toMatchObject(
    { status: 404 },
  );
  for (const [noun, body] of [
    ['kept', undefined],
    ['released', {}],
    ['broken', {}],
    ['time-asked', { dueAt: '2026-03-20T08:00:00Z' }],
    ['reopened', undefined],
  ] as const) {
    expect(await shop.request('ann', 'post', `/api/promises/${id}/${noun}`, body)).toMatchObject({
      status: 404,
      body: { code: 'promise.not_found' },
    });
  }
  expect((await shop.request('ann', 'get', '/api/promises')).body).toEqual({ promises: [], next: null });
  expect(await shop.nextDoor((tx) => readOpenPromises(tx, shop.now(), { limit: 10 }))).toEqual({ promises: [], next: null });
});
