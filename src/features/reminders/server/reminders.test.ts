import { beforeEach, describe, expect, test } from 'vitest';
import { insertColleague, suspendColleague } from '#features/access/server/index.ts';
import { cadence, makeRoutine } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import {
  acceptPromise,
  declinePromise,
  givePromise,
  handOverPromise,
  keepPromise,
  leave,
  promises,
  readPromisesTo,
  reopenPromise,
  withdrawHandOver,
} from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import type { ReminderView } from '../api.ts';
import type { z } from 'zod';
import { reminders } from './index.ts';
import { remindEverybody, remindWorkspace } from './round.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders]);

type Listed = { reminders: z.output<typeof ReminderView>[]; unseen: number; next: string | null };

const round = () => remindWorkspace(shop.services, shop.workspace);
const roundLater = async () => {
  shop.at(shop.now().add({ minutes: 1 }).toString());
  return await round();
};
const listed = async (as: 'eleni' | 'nikos' | 'ann' = 'eleni') => (await shop.request<Listed>(as, 'get', '/api/reminders')).body;
const kinds = async (as: 'eleni' | 'nikos' = 'eleni') => (await listed(as)).reminders.map(({ kind }) => kind);
const give = (what: string, dueAt: string, dueFrom?: string) =>
  shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, {
      customer: maria,
      what,
      dueAt: Temporal.Instant.from(dueAt),
      dueFrom: dueFrom === undefined ? null : Temporal.Instant.from(dueFrom),
    }),
  );

const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
const anna = newId();
let maria = '';

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
  await round();
});

describe('a promise', () => {
  test('is reminded of an hour before it falls due, and when it does, each once', async () => {
    const id = await give('call about the coffee', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T10:59:00Z');
    expect(await round()).toBe(0);
    shop.at('2026-03-02T11:00:00Z');
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    const [soon] = (await listed()).reminders;
    expect(soon).toMatchObject({
      kind: 'promise_soon',
      customer: { id: maria, name: 'Maria' },
      promise: { id, what: 'call about the coffee', dueAt: '2026-03-02T12:00:00Z' },
      owedAt: '2026-03-02T11:00:00Z',
      lateSeconds: 0,
      seenAt: null,
      stands: true,
    });
    shop.at('2026-03-02T12:00:30Z');
    await round();
    expect(await kinds()).toEqual(['promise_due', 'promise_soon']);
    expect((await listed()).reminders[0]?.lateSeconds).toBe(30);
  });

  test('with a window is reminded of before the window begins, and at its end', async () => {
    await give('deliver', '2026-03-02T15:00:00Z', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T11:00:00Z');
    await round();
    shop.at('2026-03-02T14:30:00Z');
    await round();
    expect(await kinds()).toEqual(['promise_soon']);
    shop.at('2026-03-02T15:01:00Z');
    await round();
    expect(await kinds()).toEqual(['promise_due', 'promise_soon']);
  });

  test('is reminded of as early as its owner chose, or not before it is due', async () => {
    await give('one', '2026-03-02T12:00:00Z');
    await shop.request('eleni', 'patch', '/api/reminder-settings', { minutesBefore: 120 });
    shop.at('2026-03-02T10:01:00Z');
    expect(await round()).toBe(1);
    await give('another', '2026-03-02T13:00:00Z');
    await shop.request('eleni', 'patch', '/api/reminder-settings', { minutesBefore: 0 });
    shop.at('2026-03-02T12:59:00Z');
    await round();
    expect(await kinds()).toEqual(['promise_due', 'promise_soon']);
  });

  test('that was kept in time is not reminded of, and asks nothing any more where it was', async () => {
    const id = await give('call', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T11:00:00Z');
    await round();
    expect((await listed()).unseen).toBe(1);
    await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, id));
    expect(await listed()).toMatchObject({ unseen: 0, reminders: [{ stands: false }] });
    shop.at('2026-03-02T12:01:00Z');
    expect(await round()).toBe(0);
  });

  test('carries in its own life that Tend reminded, which keeps no colleague from reminding too', async () => {
    const id = await give('call', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T12:00:00Z');
    await round();
    const [promise] = await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined));
    expect(promise?.events.at(-1)).toMatchObject({ kind: 'reminded', colleague: null, to: { id: shop.eleni } });
    expect((await shop.request('nikos', 'post', `/api/promises/${id}/reminded`, {})).status).toBe(200);
  });
});

describe('of no promise that its owner has not been told of is the reminder lost', () => {
  test('when they choose to hear of them longer before', async () => {
    await give('call', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T10:00:00Z');
    await round();
    expect(await kinds()).toEqual([]);
    await shop.request('eleni', 'patch', '/api/reminder-settings', { minutesBefore: 480 });
    expect([await roundLater(), await roundLater(), await kinds()]).toEqual([1, 0, ['promise_soon']]);
  });

  test('when it becomes theirs while its moment is near, or has come', async () => {
    const near = await give('call', '2026-03-02T12:00:00Z');
    const late = await give('write', '2026-03-02T11:20:00Z');
    for (const id of [near, late])
      await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
    shop.at('2026-03-02T11:30:00Z');
    await round();
    for (const id of [near, late]) await shop.inside((tx) => acceptPromise(tx, shop.now(), shop.nikos, id));
    expect([await roundLater(), await roundLater()]).toEqual([2, 0]);
    expect((await kinds('nikos')).toSorted()).toEqual(['handed_to_you', 'handed_to_you', 'promise_due', 'promise_soon']);
  });

  test('when it is opened again after its moment', async () => {
    const id = await give('call', '2026-03-02T12:00:00Z');
    await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, id));
    shop.at('2026-03-02T14:00:00Z');
    expect(await round()).toBe(0);
    await shop.inside((tx) => reopenPromise(tx, shop.now(), shop.eleni, id));
    expect([await roundLater(), await roundLater(), await kinds()]).toEqual([1, 0, ['promise_due']]);
  });

  test('nor made twice, when it is opened again or comes back to them', async () => {
    const id = await give('call', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T12:00:00Z');
    await round();
    await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, id));
    await shop.inside((tx) => reopenPromise(tx, shop.now(), shop.eleni, id));
    for (const [from, to] of [
      [shop.eleni, shop.nikos],
      [shop.nikos, shop.eleni],
    ] as const) {
      await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: from, mayActForColleagues: false }, id, to));
      await shop.inside((tx) => acceptPromise(tx, shop.now(), to, id));
      await roundLater();
    }
    expect(await kinds()).toEqual(['promise_due']);
    expect(await kinds('nikos')).toContain('promise_due');
  });

  test('however long the server was stopped', async () => {
    await give('call', '2026-03-02T12:00:00Z');
    shop.at('2026-03-20T12:00:00Z');
    expect([await round(), await kinds()]).toEqual([1, ['promise_due']]);
  });
});

describe('a hand-over', () => {
  test('is told to whoever is asked, until they answer', async () => {
    const id = await give('call', '2026-03-09T12:00:00Z');
    await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
    shop.at('2026-03-02T08:01:00Z');
    await round();
    expect(await listed('nikos')).toMatchObject({ unseen: 1, reminders: [{ kind: 'handed_to_you', by: { name: 'Eleni' } }] });
    await shop.inside((tx) => acceptPromise(tx, shop.now(), shop.nikos, id));
    expect((await listed('nikos')).unseen).toBe(0);
  });

  test('that was declined is told to whoever asked', async () => {
    const id = await give('call', '2026-03-09T12:00:00Z');
    await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
    await shop.inside((tx) => declinePromise(tx, shop.now(), shop.nikos, id));
    shop.at('2026-03-02T08:01:00Z');
    await round();
    expect((await listed()).reminders).toMatchObject([{ kind: 'hand_over_declined', by: { name: 'Nikos' }, promise: { id } }]);
    expect(await kinds('nikos')).toEqual([]);
  });
});

describe('a hand-over that falls back without an answer', () => {
  const askNikos = async () => {
    const id = await give('call', '2026-03-09T12:00:00Z');
    await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
    return id;
  };

  test('because who was asked has left is told to its owner', async () => {
    await shop.inside((tx) => insertColleague(tx, { ...seat, id: anna, name: 'Anna', email: 'anna@example.com', role: 'owner' }));
    const id = await askNikos();
    await shop.inside((tx) => leave(tx, shop.now(), anna, { colleague: shop.nikos, to: anna }));
    expect([await roundLater(), await roundLater()]).toEqual([1, 0]);
    expect(await listed()).toMatchObject({
      unseen: 1,
      reminders: [{ kind: 'hand_over_withdrawn', by: { name: 'Anna' }, promise: { id }, stands: true }],
    });
  });

  test('is told to nobody where its owner took it back, nor where it went to somebody else at once', async () => {
    const id = await askNikos();
    await shop.inside((tx) => withdrawHandOver(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id));
    await askNikos();
    await shop.inside(async (tx) => {
      await insertColleague(tx, { ...seat, id: anna, name: 'Anna', email: 'anna@example.com', role: 'owner' });
      await leave(tx, shop.now(), anna, { colleague: shop.eleni, to: shop.nikos });
    });
    shop.at('2026-03-02T08:01:00Z');
    await round();
    const made = await shop.inside((tx) => tx.client.query("select 1 from reminder where kind = 'hand_over_withdrawn'"));
    expect(made.rows).toEqual([]);
  });
});

describe('the talks of a day', () => {
  test('are told in the morning, when the colleague begins to work, all in one', async () => {
    const who = { colleague: shop.eleni, role: 'owner' } as const;
    const told = { everyDays: 30, channel: 'call', purpose: 'to talk' } as const;
    await shop.inside((tx) => makeRoutine(tx, shop.now(), who, { kind: 'customer', id: maria }, told));
    await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
    const planned = await shop.request<{ contacts: { on: string }[] }>('eleni', 'get', '/api/cadence/planned?until=2026-05-01');
    const [on = ''] = planned.body.contacts.map((one) => one.on);
    expect(on).not.toBe('');
    // Nine o'clock in Athens, in winter and in summer.
    const nine = Temporal.PlainDateTime.from(`${on}T09:00`).toZonedDateTime('Europe/Athens').toInstant();
    shop.at(nine.subtract({ minutes: 1 }).toString());
    const before = await round();
    shop.at(nine.toString());
    expect([before, await round(), await round()]).toEqual([0, 1, 0]);
    expect((await listed()).reminders[0]).toMatchObject({ kind: 'talks_today', count: 1, customer: { id: maria }, promise: null });
  });
});

describe('after the server was stopped', () => {
  test('everything that was owed meanwhile is made once, with how late it is', async () => {
    await give('call', '2026-03-03T12:00:00Z');
    await give('write', '2026-03-04T12:00:00Z');
    shop.at('2026-03-04T11:30:00Z');
    expect(await round()).toBe(2);
    const [one, other] = (await listed()).reminders.toSorted((a, b) => a.owedAt.localeCompare(b.owedAt));
    expect(one).toMatchObject({ kind: 'promise_due', lateSeconds: 23.5 * 3600 });
    expect(other).toMatchObject({ kind: 'promise_soon', lateSeconds: 1800 });
  });

  test('nothing is lost and nothing made twice, however often and long it was stopped', async () => {
    const moments = Array.from({ length: 60 }, (_, index) => shop.now().add({ minutes: 61 + index * 37 }));
    for (const dueAt of moments) await give('call', dueAt.toString());
    for (const minutes of [3, 1, 400, 2, 2, 77, 900, 1, 60, 1200]) {
      shop.at(shop.now().add({ minutes }).toString());
      await round();
    }
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ due: number; promises: number }>(
        "select count(*)::int as due, count(distinct promise_id)::int as promises from reminder where kind = 'promise_due'",
      ),
    );
    expect(rows).toEqual([{ due: moments.length, promises: moments.length }]);
  });

  test('what was on its way into the database when the last round ended is found by the next', async () => {
    shop.at('2026-03-02T09:00:00Z');
    const id = await give('call', '2026-03-09T12:00:00Z');
    await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
    await shop.inside((tx) => tx.client.query("update reminder_progress set done_until = '2026-03-02T09:00:02Z'"));
    shop.at('2026-03-02T09:01:00Z');
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
  });
});

test('who has left is reminded of nothing', async () => {
  const id = await give('call', '2026-03-02T12:00:00Z');
  await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.eleni, mayActForColleagues: true }, id, shop.nikos));
  await shop.inside((tx) => suspendColleague(tx, shop.now(), shop.eleni, shop.nikos));
  shop.at('2026-03-02T08:01:00Z');
  await round();
  const { rows } = await shop.inside((tx) => tx.client.query('select 1 from reminder where colleague_id = $1', [shop.nikos]));
  expect(rows).toEqual([]);
});

test('a workspace in which something goes wrong holds up no other', async () => {
  await give('call', '2026-03-02T12:00:00Z');
  await remindEverybody(shop.services);
  await shop.nextDoor((tx) => tx.client.query("update workspace set time_zone = 'Nowhere/AtAll'"));
  shop.at('2026-03-02T12:00:00Z');
  await expect(remindEverybody(shop.services)).rejects.toThrow('time zone');
  expect(await kinds()).toEqual(['promise_due']);
});

describe('looking at reminders', () => {
  test('one or all of them are marked as seen, those of others never', async () => {
    await give('call', '2026-03-02T12:00:00Z');
    await give('write', '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T12:00:00Z');
    await round();
    const [first] = (await listed()).reminders;
    expect((await shop.request('nikos', 'post', '/api/reminders/seen', { reminderIds: [first?.id] })).status).toBe(200);
    expect((await listed()).unseen).toBe(2);
    expect((await shop.request('eleni', 'post', '/api/reminders/seen', { reminderIds: [first?.id] })).body).toEqual({ unseen: 1 });
    expect((await shop.request('eleni', 'post', '/api/reminders/seen', {})).body).toEqual({ unseen: 0 });
    expect((await listed()).reminders.map(({ seenAt }) => seenAt)).not.toContain(null);
  });

  test('are read page by page, and by nobody of another workspace', async () => {
    for (const what of ['one', 'two', 'three']) await give(what, '2026-03-02T12:00:00Z');
    shop.at('2026-03-02T12:00:00Z');
    await round();
    const first = await shop.request<Listed>('eleni', 'get', '/api/reminders?limit=2');
    const rest = await shop.request<Listed>('eleni', 'get', `/api/reminders?limit=2&after=${encodeURIComponent(first.body.next ?? '')}`);
    const found = [...first.body.reminders, ...rest.body.reminders].map(({ promise }) => promise?.what ?? '');
    expect(new Set(found)).toEqual(new Set(['one', 'two', 'three']));
    expect(rest.body.next).toBeNull();
    expect(await listed('ann')).toEqual({ reminders: [], unseen: 0, next: null });
    expect((await shop.request('eleni', 'get', '/api/reminders?after=nowhere')).body).toMatchObject({ code: 'input.invalid' });
  });
});

test('how one is reminded refuses what cannot be', async () => {
  const refused = async (body: unknown) => (await shop.request('eleni', 'patch', '/api/reminder-settings', body)).body;
  expect(await refused({ minutesBefore: 7 })).toMatchObject({ code: 'reminder.time_before_unknown', field: 'minutesBefore' });
  expect(await refused({ digestWeekdays: [] })).toMatchObject({ code: 'reminder.no_day', field: 'digestWeekdays' });
  expect(await refused({ timeZone: '+02:00' })).toMatchObject({ code: 'reminder.time_zone_unknown', field: 'timeZone' });
  expect(await refused({ digestHour: 24 })).toMatchObject({ code: 'input.too_big', field: 'digestHour' });
});

test('the terminal makes and lists reminders', async () => {
  await give('call', '2026-03-02T12:00:00Z');
  shop.at('2026-03-02T12:00:00Z');
  expect(await shop.tend('reminders make')).toBe('1 reminder made.');
  expect(await shop.tend('reminders make')).toBe('Nobody had to be reminded.');
  expect(await shop.tend('reminders')).toContain('Maria: “call” was promised by');
  expect(JSON.parse(await shop.tend('reminders', '--json'))).toMatchObject({ unseen: 1 });
});
