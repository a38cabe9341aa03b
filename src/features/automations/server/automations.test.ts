import { beforeEach, describe, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { customers } from '#features/customers/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { webhooks } from '#features/webhooks/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { languages } from '#kit/domain/languages.ts';
import { intlOf } from '#kit/server/messages.ts';
import { automations } from './index.ts';
import { followJob } from './running.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders, webhooks, customers, automations]);

const told = {
  name: 'Call the unhappy',
  trigger: 'pulse_read',
  filled: { atMost: 2 },
  conditions: '',
  steps: [{ action: 'notify', filled: { whom: 'owner', words: 'Call them' } }],
};
type List = { automations: { id: string; name: string; owner: { name: string }; pausedAt: string | null }[] };

const make = (change: object = {}, as: 'eleni' | 'nikos' = 'eleni') =>
  shop.request<{ id: string; code: string; field: string }>(as, 'post', '/api/automations', { ...told, ...change });
const list = async (as: 'eleni' | 'ann' = 'eleni') => (await shop.request<List>(as, 'get', '/api/automations')).body.automations;

let maria: string;
beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

test('an automation is for those who make automations, and of another workspace for nobody', async () => {
  const { id } = (await make()).body;
  expect((await make({}, 'nikos')).status).toBe(403);
  expect(await list('ann')).toEqual([]);
  for (const [method, path, body] of [
    ['put', '', told],
    ['delete', '', undefined],
    ['put', '/pause', undefined],
    ['delete', '/pause', undefined],
    ['get', '/runs', undefined],
  ] as const)
    expect([method, path, (await shop.request('ann', method, `/api/automations/${id}${path}`, body)).status]).toEqual([method, path, 404]);
  expect(await list()).toMatchObject([{ name: 'Call the unhappy', owner: { name: 'Eleni' }, pausedAt: null }]);
});

test.each([
  [{ name: ' ' }, 'automation.name_missing', 'name'],
  [{ trigger: 'full_moon' }, 'automation.trigger_unknown', 'trigger'],
  [{ filled: { atMost: 0 } }, 'blank.unusable', 'filled.atMost'],
  [{ filled: {} }, 'blank.missing', 'filled.atMost'],
  [{ steps: [] }, 'automation.no_steps', 'steps'],
  [{ steps: Array.from({ length: 6 }, () => told.steps[0]) }, 'automation.too_many_steps', 'steps'],
  [{ steps: [{ action: 'dance', filled: {} }] }, 'automation.action_unknown', 'steps.0.action'],
  [{ steps: [{ action: 'notify', filled: { whom: 'everybody', words: 'x' } }] }, 'blank.unusable', 'steps.0.filled.whom'],
  [{ conditions: 'shoe_size.atLeast=40' }, 'customers.field_unknown', 'where'],
])('%j is refused', async (change, code, field) => {
  expect((await make(change)).body).toMatchObject({ code, field });
});

test('of two who change what they both read, the second is told; what an automation was before stands in the log', async () => {
  const { id } = (await make()).body;
  const path = `/api/automations/${id}`;
  const seen = await shop.send('eleni', 'get', path);
  const version = seen.headers.get('etag') ?? '';
  expect(await seen.json()).toMatchObject({ id, name: told.name, done: 0 });
  const put = (name: string) => shop.request<{ code: string }>('eleni', 'put', path, { ...told, name }, { 'if-match': version });
  expect((await put('Call them at once')).status).toBe(204);
  const late = await put('Never call them');
  expect([late.status, late.body.code]).toEqual([412, 'record.overtaken']);
  expect((await shop.request('eleni', 'get', `/api/automations/${shop.eleni}`)).status).toBe(404);
  const { rows } = await shop.inside((tx) => tx.client.query("select changes from event where kind = 'automation.changed'"));
  expect(rows).toEqual([{ changes: { name: [told.name, 'Call them at once'] } }]);
});

test('what cannot be tried out is refused as it would be when it is made', async () => {
  const tried = async (change: object) =>
    (await shop.request<{ code: string }>('eleni', 'post', '/api/automations/trials', { ...told, ...change })).body.code;
  expect(await tried({ trigger: 'full_moon' })).toBe('automation.trigger_unknown');
  expect(await tried({ filled: {} })).toBe('blank.missing');
  expect(await tried({ conditions: 'shoe_size.atLeast=40' })).toBe('customers.field_unknown');
});

test('there are no more than fifty of them', async () => {
  for (let count = 0; count < 50; count += 1) await make({ name: `Number ${count}` });
  expect((await make()).body.code).toBe('automation.too_many');
});

test('it can be tried out on the last thirty days, and does nothing', async () => {
  const pulse = (value: number, daysAgo: number) =>
    shop.inside((tx) => {
      const at = shop.now().subtract({ hours: 24 * daysAgo });
      return logTouchpoint(tx, at, shop.eleni, maria, { kind: 'call', at, pulse: value });
    });
  await pulse(1, 40);
  await pulse(2, 20);
  await pulse(4, 10);
  await pulse(1, 5);
  const tried = async (change: object = {}) =>
    (
      await shop.request<{ looked: number; count: number; fitting: { customer: { name: string }; happenedAt: string }[] }>(
        'eleni',
        'post',
        '/api/automations/trials',
        { ...told, ...change },
      )
    ).body;
  expect(await tried()).toMatchObject({ looked: 3, count: 2, fitting: [{ customer: { name: 'Maria' } }, { customer: { name: 'Maria' } }] });
  expect(await tried({ conditions: 'key.is=yes' })).toMatchObject({ looked: 3, count: 0, fitting: [] });
  expect(await list()).toEqual([]);
  const bell = await shop.request<{ reminders: unknown[] }>('eleni', 'get', '/api/reminders');
  expect(bell.body.reminders).toEqual([]);
});

test('the terminal lists, tells the log of, pauses and resumes', async () => {
  const { id } = (await make()).body;
  await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call', at: shop.now(), pulse: 1 }));
  await followJob.run({
    workspace: shop.workspace,
    input: { follower: id },
    services: shop.services,
    signal: new AbortController().signal,
  });
  expect(await shop.tend('automations')).toMatch(/Call the unhappy +Active +Eleni +1/);
  expect(await shop.tend('automations log', 'Call the unhappy')).toMatch(/Maria +Done/);
  await shop.tend('automations pause', 'Call the unhappy');
  expect(await shop.tend('automations')).toContain('Paused');
  await shop.tend('automations resume', id);
  expect(await shop.tend('automations')).toContain('Active');
  expect(JSON.parse(await shop.tend('automations log', id, '--done', '--json'))).toMatchObject({ runs: [{ outcome: 'done' }] });
  await expect(shop.tend('automations log', 'nobody')).rejects.toThrow('automation.not_found');
});

test('removed, it is gone with its log, and what it did stays', async () => {
  const { id } = (await make()).body;
  expect((await shop.request('eleni', 'delete', `/api/automations/${id}`)).status).toBe(204);
  expect(await list()).toEqual([]);
  expect((await shop.request('eleni', 'delete', `/api/automations/${id}`)).status).toBe(404);
});

describe('every trigger and action', () => {
  const { triggers, actions } = shop.services.automation;
  const words = [
    ...triggers.flatMap(({ id, blanks }) => [`automation.when.${id}`, ...blanks.map((blank) => `automation.blank.${id}.${blank.id}`)]),
    ...actions.flatMap(({ id, blanks }) => [`automation.then.${id}`, ...blanks.map((blank) => `automation.blank.${id}.${blank.id}`)]),
    ...[...triggers, ...actions].flatMap(({ id, blanks }) =>
      blanks.flatMap((blank) => (blank.kind === 'choice' ? blank.choices.map((choice) => `automation.choice.${id}.${choice}`) : [])),
    ),
  ];

  test('has a name of its own, and follows a kind of event that there is', () => {
    const ids = [...triggers, ...actions].map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(triggers.length).toBeGreaterThan(8);
    expect(actions.length).toBeGreaterThan(5);
    const kinds = new Set([...shop.services.events.values()].flatMap((catalogue) => Object.keys(catalogue)));
    expect(triggers.filter(({ event }) => !kinds.has(event))).toEqual([]);
  });

  test.each(languages)('is said in words, with all its blanks (%s)', (language) => {
    const { messages } = intlOf(language);
    expect(words.filter((key) => !(key in messages))).toEqual([]);
  });
});
