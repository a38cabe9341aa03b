import { beforeEach, describe, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { conversations, logTouchpoint, reasonsToAct, type ParticipantsTold } from './index.ts';
import type { TouchpointTold } from '../domain/index.ts';

const shop = openShop([people, conversations, workspace]);
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

const log = async (on: string, told: Partial<TouchpointTold>, participants?: ParticipantsTold) =>
  await shop.inside((tx) =>
    logTouchpoint(tx, shop.now(), shop.nikos, maria, { kind: 'call', ...told, at: Temporal.Instant.from(`${on}T10:00:00Z`) }, participants),
  );
const ask = async (day: string, asOfOn = 'infinity') => {
  const worth = { typical: 10_000, of: new Map([[maria, 200_000]]) };
  const asked = { day: Temporal.PlainDate.from(day), asOfOn, customers: [maria], now: shop.now(), worth };
  return (await shop.inside((tx) => reasonsToAct(tx, asked))).get(maria)?.map(({ kind, evidence }) => [kind, evidence]) ?? [];
};

describe('how it went is a reason', () => {
  test('when the pulse fell against what is usual with them', async () => {
    for (const day of ['2026-01-05', '2026-01-12', '2026-01-19']) await log(day, { pulse: 4 });
    expect(await ask('2026-03-02')).toEqual([]);
    await log('2026-02-20', { pulse: 2 });
    expect(await ask('2026-03-02')).toEqual([['conversations.pulse_fell', { pulse: 2, usual: 4, readings: 3, readOn: '2026-02-20' }]]);
  });

  test('when it is read as low again, until somebody has talked to them since', async () => {
    for (const day of ['2026-01-05', '2026-01-12']) await log(day, { pulse: 5 });
    for (const day of ['2026-02-20', '2026-02-24']) await log(day, { pulse: 2 });
    expect(await ask('2026-03-02')).toEqual([['conversations.pulse_fell', { pulse: 2, usual: 5, readings: 2, readOn: '2026-02-24' }]]);
    await log('2026-02-24', { summary: 'the same day' });
    await log('2026-02-25', { reached: false });
    expect(await ask('2026-03-02')).toHaveLength(1);
    await log('2026-02-26', { summary: 'asked what changed' });
    expect(await ask('2026-03-02')).toEqual([]);
  });

  test('when they hardly had a word in three talks', async () => {
    await log('2026-02-01', { listeningPercent: 80 });
    for (const day of ['2026-02-05', '2026-02-12']) await log(day, { listeningPercent: 30 });
    expect(await ask('2026-03-02')).toEqual([]);
    await log('2026-02-19', { listeningPercent: 20 });
    expect(await ask('2026-03-02')).toEqual([
      ['conversations.nobody_listened', { talks: 3, percent: 27, standard: 50, lastOn: '2026-02-19' }],
    ]);
    await log('2026-02-26', { listeningPercent: 60 });
    expect(await ask('2026-03-02')).toEqual([]);
  });

  test('when they had less than the workspace wants, whatever that is', async () => {
    const want = (listeningPercent: number) => shop.request('eleni', 'patch', '/api/workspace', { listeningPercent });
    for (const day of ['2026-02-05', '2026-02-12', '2026-02-19']) await log(day, { listeningPercent: 60 });
    expect(await ask('2026-03-02')).toEqual([]);
    expect(await want(70)).toMatchObject({ status: 200, body: { listeningPercent: 70 } });
    expect(await ask('2026-03-02')).toMatchObject([['conversations.nobody_listened', { percent: 60, standard: 70 }]]);
    expect(await want(40)).toMatchObject({ status: 200 });
    expect(await ask('2026-03-02')).toEqual([]);
    for (const no of [0, 101, 33.3]) expect((await want(no)).status).toBe(422);
    expect((await shop.request('nikos', 'patch', '/api/workspace', { listeningPercent: 90 })).status).toBe(403);
  });

  test('but not on a day before it happened', async () => {
    for (const day of ['2026-01-05', '2026-01-12', '2026-01-19']) await log(day, { pulse: 4, listeningPercent: 30 });
    await log('2026-02-20', { pulse: 1 });
    await shop.inside((tx) => shop.summary.ensureDay(tx, Temporal.PlainDate.from('2026-01-18')));
    expect(await ask('2026-01-18', '2026-01-18')).toEqual([]);
  });
});

describe('who took part', () => {
  test('stands with the touchpoint, and a colleague finds what they were part of', async () => {
    const nare = await shop.customer({ name: 'Nare' });
    await log(
      '2026-02-01',
      { kind: 'meeting', summary: 'with participants' },
      { persons: [nare, maria, nare], colleagues: [shop.eleni, shop.nikos] },
    );
    await log('2026-02-02', { summary: 'alone' });
    const seen = async (query: string) => (await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints?${query}`)).body;
    expect(await seen(`colleague=${shop.eleni}`)).toMatchObject({
      touchpoints: [
        { summary: 'with participants', persons: [{ id: nare, name: 'Nare' }], colleagues: [{ id: shop.eleni, name: 'Eleni' }] },
      ],
    });
    expect((await seen(`colleague=${shop.nikos}`))['touchpoints']).toHaveLength(2);
    expect((await seen('pulse=read'))['touchpoints']).toHaveLength(0);
    expect((await seen('direction=in'))['touchpoints']).toHaveLength(0);
  });

  test.each([
    [{ personIds: ['01890000-0000-7000-8000-000000000001'] }, 'touchpoint.person_unknown'],
    [{ colleagueIds: ['01890000-0000-7000-8000-000000000001'] }, 'touchpoint.colleague_unknown'],
  ])('%j is refused', async (participants, code) => {
    const refused = await shop.request('nikos', 'post', `/api/customers/${maria}/touchpoints`, { kind: 'call', ...participants });
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  test('is offered: the people around the customer and all colleagues', async () => {
    expect((await shop.request('nikos', 'get', `/api/customers/${maria}/participants`)).body).toEqual({
      persons: [],
      colleagues: [
        { id: shop.eleni, name: 'Eleni' },
        { id: shop.nikos, name: 'Nikos' },
      ],
    });
  });
});

describe('correcting', () => {
  test('changes what is named, and the history tells what stood before', async () => {
    const id = await log('2026-02-01', { minutes: 12, summary: 'prefers mornings', pulse: 4 });
    shop.at('2026-03-02T09:00:00Z');
    const corrected = await shop.request('nikos', 'patch', `/api/touchpoints/${id}`, { minutes: 15, summary: 'prefers evenings' });
    expect(corrected).toMatchObject({
      status: 200,
      body: { minutes: 15, summary: 'prefers evenings', pulse: 4, changedAt: '2026-03-02T09:00:00Z' },
    });
    shop.at('2026-03-02T09:05:00Z');
    await shop.request('nikos', 'patch', `/api/touchpoints/${id}`, { colleagueIds: [shop.eleni] });
    expect((await shop.request('eleni', 'get', `/api/touchpoints/${id}/history`)).body).toEqual({
      corrections: [
        { at: '2026-03-02T09:05:00Z', colleague: { id: shop.nikos, name: 'Nikos' }, fields: { colleagues: [[], [shop.eleni]] } },
        {
          at: '2026-03-02T09:00:00Z',
          colleague: { id: shop.nikos, name: 'Nikos' },
          fields: { minutes: [12, 15], summary: ['prefers mornings', 'prefers evenings'] },
        },
      ],
    });
  });

  test('without a change leaves no trace', async () => {
    const id = await log('2026-02-01', { minutes: 12 });
    expect(await shop.request('nikos', 'patch', `/api/touchpoints/${id}`, { minutes: 12 })).toMatchObject({ body: { changedAt: null } });
  });

  test('is for who logged it and for the owner; next door it does not exist', async () => {
    const byEleni = await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call' }));
    const path = `/api/touchpoints/${byEleni}`;
    expect(await shop.request('nikos', 'patch', path, { minutes: 5 })).toMatchObject({
      status: 403,
      body: { code: 'touchpoint.not_allowed' },
    });
    expect(await shop.request('ann', 'patch', path, { minutes: 5 })).toMatchObject({ status: 404, body: { code: 'touchpoint.not_found' } });
    expect(await shop.request('ann', 'get', `${path}/history`)).toMatchObject({ status: 404 });
    expect(await shop.request('eleni', 'patch', `/api/touchpoints/${await log('2026-02-01', {})}`, { minutes: 5 })).toMatchObject({
      status: 200,
    });
  });
});
