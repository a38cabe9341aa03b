import { beforeEach, describe, expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { givePromise, promises, readPromisesTo, reasonsToAct } from './index.ts';

const shop = openShop([people, conversations, promises]);
let maria: string;
let id: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
  const dueAt = Temporal.Instant.from('2026-03-06T15:00:00Z');
  id = await shop.inside((tx) => givePromise(tx, shop.now(), shop.nikos, { customer: maria, what: 'find the old blend', dueAt }));
});

const act = async (as: 'nikos' | 'eleni', noun: string, body: unknown = {}) =>
  await shop.request(as, 'post', `/api/promises/${id}/${noun}`, body);
const listed = async (as: 'nikos' | 'eleni', whose: string) =>
  ((await shop.request(as, 'get', `/api/promises?whose=${whose}`)).body['promises'] as { what: string }[]).map(({ what }) => what);
const reasons = async (day: string, asOfOn = 'infinity') => {
  const asked = {
    day: Temporal.PlainDate.from(day),
    asOfOn,
    customers: [maria],
    now: shop.now(),
    worth: { typical: 10_000, of: new Map() },
  };
  return ((await shop.inside((tx) => reasonsToAct(tx, asked))).get(maria) ?? []).map(({ kind, colleague }) => [kind, colleague]);
};

describe('handing over', () => {
  test('asks a colleague, who sees it and takes it over; until then it is the giver’s', async () => {
    expect(await act('nikos', 'handed-over', { toId: shop.eleni, note: 'you know the importer' })).toMatchObject({
      status: 200,
      body: { owner: { name: 'Nikos' }, handedTo: { name: 'Eleni' } },
    });
    expect([await listed('eleni', 'handed'), await listed('nikos', 'waiting'), await listed('nikos', 'mine')]).toEqual([
      ['find the old blend'],
      ['find the old blend'],
      ['find the old blend'],
    ]);
    expect(await act('eleni', 'accepted')).toMatchObject({ status: 200, body: { owner: { name: 'Eleni' }, handedTo: null } });
    expect([await listed('eleni', 'handed'), await listed('nikos', 'waiting'), await listed('nikos', 'mine')]).toEqual([[], [], []]);
    const [read] = await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined));
    expect(read?.events).toMatchObject([
      { kind: 'given' },
      { kind: 'handed_over', to: { name: 'Eleni' }, note: 'you know the importer', colleague: { name: 'Nikos' } },
      { kind: 'accepted', to: { name: 'Eleni' }, colleague: { name: 'Eleni' } },
    ]);
  });

  test('can be declined or taken back, and handed back once accepted', async () => {
    await act('nikos', 'handed-over', { toId: shop.eleni });
    expect(await act('eleni', 'declined', { note: 'on the road' })).toMatchObject({ body: { owner: { name: 'Nikos' }, handedTo: null } });
    expect(await act('nikos', 'handed-over', { toId: shop.eleni })).toMatchObject({
      status: 422,
      body: { code: 'promise_hand_over.circle', field: 'toId' },
    });
    await act('nikos', 'time-asked', { dueAt: '2026-03-09T15:00:00Z' });
    await act('nikos', 'handed-over', { toId: shop.eleni });
    expect(await act('nikos', 'withdrawn')).toMatchObject({ status: 200, body: { handedTo: null } });
    await act('nikos', 'handed-over', { toId: shop.eleni });
    await act('eleni', 'accepted');
    expect(await act('eleni', 'handed-over', { toId: shop.nikos })).toMatchObject({ body: { handedTo: { name: 'Nikos' } } });
    expect(await act('nikos', 'accepted')).toMatchObject({ body: { owner: { name: 'Nikos' } } });
  });

  test('may come with the promise itself, and be taken over at once by the owner of the business', async () => {
    const given = await shop.request('nikos', 'post', `/api/customers/${maria}/promises`, {
      what: 'a colleague will call you',
      dueAt: '2026-03-06T15:00:00Z',
      toId: shop.eleni,
    });
    expect(given.body).toMatchObject({ owner: { name: 'Nikos' }, handedTo: { name: 'Eleni' } });
    expect(await act('eleni', 'handed-over', { toId: shop.eleni })).toMatchObject({ body: { owner: { name: 'Eleni' }, handedTo: null } });
  });

  test.each([
    [{ toId: 'nikos' }, 'promise_hand_over.to_self', 422],
    [{ toId: 'nobody' }, 'promise_hand_over.to_unknown', 422],
  ] as const)('%j is refused: %s', async ({ toId }, code, status) => {
    const to = toId === 'nikos' ? shop.nikos : '00000000-0000-7000-8000-000000000000';
    const refused = await act('nikos', 'handed-over', { toId: to });
    expect(refused).toMatchObject({ status, body: { code, field: 'toId' } });
    expect(refused.body['detail']).not.toMatch(/error\./);
  });

  test('is a reason for who is asked, from the next day on for who asked, and none once answered', async () => {
    await act('nikos', 'handed-over', { toId: shop.eleni });
    expect(await reasons('2026-03-01')).toEqual([]);
    expect(await reasons('2026-03-02')).toEqual([['promises.handed_to_you', shop.eleni]]);
    expect(await reasons('2026-03-03')).toEqual([
      ['promises.handed_to_you', shop.eleni],
      ['promises.hand_over_unanswered', shop.nikos],
    ]);
    shop.at('2026-03-04T08:00:00Z');
    await act('eleni', 'accepted');
    expect(await reasons('2026-03-04')).toEqual([]);
    expect(await reasons('2026-03-06')).toEqual([['promises.due', shop.eleni]]);
    // As it was known on the evening before it was answered.
    expect(await reasons('2026-03-03', '2026-03-03')).toEqual([
      ['promises.handed_to_you', shop.eleni],
      ['promises.hand_over_unanswered', shop.nikos],
    ]);
  });
});

test('whoever has to act can be reminded, once a day', async () => {
  expect(await act('eleni', 'reminded')).toMatchObject({
    status: 200,
    body: { events: [{}, { kind: 'reminded', to: { name: 'Nikos' } }] },
  });
  expect(await act('eleni', 'reminded')).toMatchObject({ status: 409, body: { code: 'promise.already_reminded' } });
  expect(await act('nikos', 'reminded')).toMatchObject({ status: 422, body: { code: 'promise.reminder_to_self' } });
});

test.each([
  ['2026-03-05T15:00:00Z', 'promise.not_later'],
  ['2026-02-01T15:00:00Z', 'promise.due_in_past'],
  ['2036-03-07T15:00:00Z', 'promise.due_too_far'],
  ['2026-03-29T03:30', 'promise.due_in_gap'],
  ['2026-10-25T03:30', 'promise.due_twice'],
  ['2026-02-30T12:00', 'input.invalid'],
])('more time until %s is refused, asked for as told in a call, and the promise stays as it was', async (dueAt, code) => {
  for (const noun of ['time-asked', 'called-anyway']) {
    const refused = await act('nikos', noun, { word: 'not yet', dueAt });
    expect(refused).toMatchObject({ status: 422, body: { code, field: 'dueAt' } });
    expect(refused.body['detail']).not.toMatch(/error\./);
  }
  const [read] = await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined));
  expect(read).toMatchObject({ dueAt: Temporal.Instant.from('2026-03-06T15:00:00Z'), events: [{ kind: 'given' }] });
});

test('whoever is asked does not hand it back to whom it belongs: that would be a circle', async () => {
  await act('nikos', 'handed-over', { toId: shop.eleni });
  expect(await act('eleni', 'handed-over', { toId: shop.nikos })).toMatchObject({
    status: 422,
    body: { code: 'promise_hand_over.circle', field: 'toId' },
  });
});

describe('calling anyway', () => {
  const told = { word: 'The importer answers tomorrow.', dueAt: '2026-03-09T15:00:00Z', minutes: 4 };

  test('logs the call, the interim word and the new moment in one', async () => {
    shop.at('2026-03-06T14:00:00Z');
    const called = await act('nikos', 'called-anyway', told);
    expect(called).toMatchObject({
      status: 200,
      body: { state: 'open', dueAt: '2026-03-09T15:00:00Z', missed: false, events: [{}, { kind: 'called_anyway', note: told.word }] },
    });
    const { body } = await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints`);
    expect(body).toMatchObject({ touchpoints: [{ kind: 'call', direction: 'out', summary: told.word, minutes: 4 }] });
    const [, event] = called.body['events'] as { touchpointId: string }[];
    const [touchpoint] = body['touchpoints'] as { id: string }[];
    expect(event?.touchpointId).toBe(touchpoint?.id);
    shop.at('2026-03-09T15:00:00Z');
    expect(await act('nikos', 'kept')).toMatchObject({ body: { state: 'kept' } });
  });

  test('after the moment it is late, and said all the same', async () => {
    shop.at('2026-03-06T15:00:01Z');
    expect(await act('nikos', 'called-anyway', told)).toMatchObject({ status: 200, body: { missed: true, overdue: false } });
    expect(await act('nikos', 'kept')).toMatchObject({ body: { state: 'kept_late' } });
  });

  test('is refused as a whole: no call without a word or a later moment', async () => {
    expect(await act('nikos', 'called-anyway', { ...told, word: '  ' })).toMatchObject({
      status: 422,
      body: { code: 'promise.word_missing' },
    });
    expect(await act('nikos', 'called-anyway', { ...told, dueAt: '2026-03-05T15:00:00Z' })).toMatchObject({
      body: { code: 'promise.not_later' },
    });
    await act('nikos', 'kept');
    expect(await act('nikos', 'called-anyway', told)).toMatchObject({ status: 409, body: { code: 'promise.already_kept' } });
  });
});
