import { beforeEach, describe, expect, test } from 'vitest';
import { suspendColleague } from '#features/access/server/index.ts';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { customers } from '#features/customers/server/index.ts';
import { changeTags, ensureTagsNamed, people } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { webhooks } from '#features/webhooks/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { automations } from './index.ts';
import { followJob, lookAfterAutomations } from './running.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders, webhooks, customers, automations]);

type Run = {
  customer: { name: string } | null;
  outcome: string;
  why: string | null;
  condition: string | null;
  step: number | null;
  refusal: string | null;
};
type Told = { name: string; trigger: string; filled: object; conditions: string; steps: { action: string; filled: object }[] };

let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria', ownerId: shop.nikos });
});

const callTheUnhappy: Told = {
  name: 'Call the unhappy',
  trigger: 'pulse_read',
  filled: { atMost: 2 },
  conditions: '',
  steps: [{ action: 'promise', filled: { what: 'call', days: 1, by: 'owner' } }],
};

async function automation(change: Partial<Told> = {}): Promise<string> {
  const { status, body } = await shop.request<{ id: string }>('eleni', 'post', '/api/automations', { ...callTheUnhappy, ...change });
  expect([status, body]).toMatchObject([200, {}]);
  return body.id;
}
const follow = (id: string) =>
  followJob.run({ workspace: shop.workspace, input: { follower: id }, services: shop.services, signal: new AbortController().signal });
const pulse = (value: number, customer = maria) =>
  shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, customer, { kind: 'call', at: shop.now(), pulse: value }));
const runsOf = async (id: string) => (await shop.request<{ runs: Run[] }>('eleni', 'get', `/api/automations/${id}/runs`)).body.runs;
const promisesTo = async (customer: string) =>
  (
    await shop.request<{ promises: { what: string; dueAt: string; owner: { id: string }; handed: { to: { id: string } } | null }[] }>(
      'eleni',
      'get',
      `/api/customers/${customer}/promises`,
    )
  ).body.promises;
const tagsOf = async (customer: string) =>
  (await shop.request<{ tags: { name: string }[] }>('eleni', 'get', `/api/customers/${customer}/tags`)).body.tags.map(({ name }) => name);
const listed = async (id: string) =>
  (
    await shop.request<{ automations: { id: string; stoppedWhy: string | null; done: number; owner: { id: string } }[] }>(
      'eleni',
      'get',
      '/api/automations',
    )
  ).body.automations.find((one) => one.id === id);

test('when a pulse falls to two or less, a call is promised within a day and the owner is asked to make it, once', async () => {
  const id = await automation();
  await pulse(2);
  await follow(id);
  await follow(id);
  expect(await promisesTo(maria)).toMatchObject([
    { what: 'call', dueAt: shop.now().add({ hours: 24 }).toString(), owner: { id: shop.eleni } },
  ]);
  expect(await runsOf(id)).toMatchObject([{ customer: { name: 'Maria' }, outcome: 'done', why: null }]);
  expect(await listed(id)).toMatchObject({ done: 1 });
});

test('what does not fit is left alone, and the log says in which respect', async () => {
  const id = await automation({ conditions: 'kind.any=person;key.is=yes' });
  await pulse(4);
  await follow(id);
  shop.at(shop.now().add({ seconds: 1 }).toString());
  await pulse(1);
  await follow(id);
  expect(await promisesTo(maria)).toEqual([]);
  expect((await runsOf(id)).map(({ outcome, why, condition }) => [outcome, why, condition])).toEqual([
    ['not_fitting', 'condition', 'key.is=yes'],
    ['not_fitting', 'trigger', null],
  ]);
});

test('everything that it does, each by its own feature', async () => {
  const webhook = await shop.request<{ id: string }>('eleni', 'post', '/api/webhooks', {
    name: 'Till',
    url: 'https://till.example/',
    kinds: [],
  });
  const id = await automation({
    steps: [
      { action: 'set_owner', filled: { to: shop.eleni } },
      { action: 'give_tag', filled: { tag: 'unhappy' } },
      { action: 'start_routine', filled: { channel: 'call', everyDays: 14, purpose: 'ask how it goes' } },
      { action: 'notify', filled: { whom: 'owner', words: 'Look after them' } },
      { action: 'tell_webhook', filled: { webhook: webhook.body.id } },
    ],
  });
  await pulse(1);
  await follow(id);
  expect(await runsOf(id)).toMatchObject([{ outcome: 'done' }]);
  expect((await shop.request('eleni', 'get', `/api/customers/${maria}`)).body).toMatchObject({ owner: { id: shop.eleni } });
  expect(await tagsOf(maria)).toEqual(['unhappy']);
  const bell = await shop.request<{ reminders: { kind: string; words: string }[] }>('eleni', 'get', '/api/reminders');
  expect(bell.body.reminders).toMatchObject([{ kind: 'automation_says', words: 'Look after them', customer: { name: 'Maria' } }]);
  const log = await shop.request<{ deliveries: { kind: string }[] }>('eleni', 'get', `/api/webhooks/${webhook.body.id}/deliveries`);
  expect(log.body.deliveries).toMatchObject([{ kind: 'touchpoint.logged' }]);
});

test('it does all of it or nothing: what a step is refused undoes the steps before, and the log says which and why', async () => {
  const id = await automation({
    steps: [
      { action: 'give_tag', filled: { tag: 'unhappy' } },
      { action: 'set_deputy', filled: { to: shop.nikos } },
    ],
  });
  await pulse(1);
  await follow(id);
  expect(await tagsOf(maria)).toEqual([]);
  const [run] = await runsOf(id);
  expect(run).toMatchObject({ outcome: 'refused', why: 'step', step: 1 });
  expect(run?.refusal).not.toMatch(/^error\./);
});

describe('it goes round in no circle:', () => {
  const tagged = async (name: string) => (await shop.inside((tx) => ensureTagsNamed(tx, shop.now(), shop.eleni, [name])))[0] ?? '';
  const give = (tag: string) => shop.inside((tx) => changeTags(tx, shop.now(), shop.eleni, [maria], { give: [tag], take: [] }));

  test('what two automations do to each other ends where the first would act again', async () => {
    const [one, other] = [await tagged('one'), await tagged('other')];
    const first = await automation({
      name: 'First',
      trigger: 'customer_tagged',
      filled: { tag: one },
      steps: [
        { action: 'notify', filled: { whom: 'owner', words: 'x' } },
        { action: 'give_tag', filled: { tag: 'other' } },
      ],
    });
    const second = await automation({
      name: 'Second',
      trigger: 'customer_tagged',
      filled: { tag: other },
      steps: [{ action: 'give_tag', filled: { tag: 'third' } }],
    });
    const third = await automation({
      name: 'Third',
      trigger: 'customer_tagged',
      filled: { tag: await tagged('third') },
      steps: [{ action: 'give_tag', filled: { tag: 'fourth' } }],
    });
    const fourth = await automation({
      name: 'Fourth',
      trigger: 'customer_tagged',
      filled: { tag: await tagged('fourth') },
      steps: [{ action: 'give_tag', filled: { tag: 'fifth' } }],
    });
    await give(one);
    for (const id of [first, second, third, fourth]) await follow(id);
    const whys: string[][] = [];
    for (const id of [first, second, third, fourth]) whys.push((await runsOf(id)).map(({ outcome, why }) => why ?? outcome));
    // The first also sees the tags that the others gave, which are not its own.
    expect(whys[0]).toContain('done');
    expect(whys[1]).toContain('done');
    expect(whys[2]).toContain('done');
    expect(whys[3]).toContain('too_deep');
    expect(await tagsOf(maria)).not.toContain('fifth');
  });

  test('its own doing sets it off no more', async () => {
    const id = await automation({
      trigger: 'promise_given',
      filled: {},
      steps: [{ action: 'promise', filled: { what: 'again', days: 1, by: 'owner' } }],
    });
    await shop.inside((tx) =>
      givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'first', dueAt: shop.now().add({ hours: 48 }) }),
    );
    await follow(id);
    expect(new Set((await runsOf(id)).map(({ why }) => why))).toEqual(new Set(['own_doing', null]));
    expect(await promisesTo(maria)).toHaveLength(2);
  });

  test('for one customer it acts ten times a day at most', async () => {
    const id = await automation({ steps: [{ action: 'notify', filled: { whom: 'owner', words: 'x' } }] });
    for (let count = 0; count < 12; count += 1) {
      shop.at(shop.now().add({ seconds: 1 }).toString());
      await pulse(1);
    }
    await follow(id);
    const whys = (await runsOf(id)).map(({ why }) => why);
    expect(whys.filter((why) => why === 'too_often_for_customer')).toHaveLength(2);
    expect(whys.filter((why) => why === null)).toHaveLength(10);
  });
});

test('it stops when whoever it belongs to leaves or may not do it any more, says so, and acts again for whoever saves it', async () => {
  const manager = async (role: string) =>
    await shop.inside((tx) => tx.client.query('update colleague set role = $1 where id = $2', [role, shop.nikos]));
  await manager('manager');
  const id = await automation();
  await shop.inside((tx) => tx.client.query('update automation set owner_id = $1', [shop.nikos]));
  await manager('reader');
  await pulse(1);
  await follow(id);
  expect(await listed(id)).toMatchObject({ stoppedWhy: 'right_lost', owner: { id: shop.nikos } });
  expect(await promisesTo(maria)).toEqual([]);
  const bell = await shop.request<{ reminders: { kind: string; words: string }[] }>('eleni', 'get', '/api/reminders');
  expect(bell.body.reminders[0]).toMatchObject({ kind: 'automation_stopped', words: 'Call the unhappy' });
  await pulse(1);
  await follow(id);
  expect(await runsOf(id)).toEqual([]);
  expect((await shop.request<{ code: string }>('eleni', 'delete', `/api/automations/${id}/pause`)).body.code).toBe(
    'automation.has_stopped',
  );
  await shop.request('eleni', 'put', `/api/automations/${id}`, callTheUnhappy);
  expect(await listed(id)).toMatchObject({ stoppedWhy: null, owner: { id: shop.eleni } });
  await manager('colleague');
  await pulse(1);
  await follow(id);
  expect(await promisesTo(maria)).toHaveLength(1);
});

test('and when they leave', async () => {
  const id = await automation();
  await shop.inside((tx) => tx.client.query('update automation set owner_id = $1', [shop.nikos]));
  await shop.inside((tx) => suspendColleague(tx, shop.now(), shop.eleni, shop.nikos));
  await pulse(1);
  await follow(id);
  expect(await listed(id)).toMatchObject({ stoppedWhy: 'owner_left' });
  const told = await shop.inside((tx) => tx.client.query("select colleague_id from reminder where kind = 'automation_stopped'"));
  expect(told.rows).toEqual([{ colleague_id: shop.eleni }]);
});

test('while it is paused everything passes it by', async () => {
  const id = await automation();
  await shop.request('eleni', 'put', `/api/automations/${id}/pause`);
  await pulse(1);
  await follow(id);
  await shop.request('eleni', 'delete', `/api/automations/${id}/pause`);
  await follow(id);
  expect(await runsOf(id)).toEqual([]);
  await pulse(1);
  await follow(id);
  expect(await runsOf(id)).toHaveLength(1);
});

test('a kind of event that it does not follow, another workspace, and what was rolled back mean nothing to it', async () => {
  const id = await automation();
  const promise = await shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'x', dueAt: shop.now().add({ hours: 9 }) }),
  );
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, promise));
  const undone = shop.inside(async (tx) => {
    await logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call', at: shop.now(), pulse: 1 });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await follow(id);
  expect(await runsOf(id)).toEqual([]);
});

test('what waits for it when a process was killed is called again by the round of the minute', async () => {
  await automation();
  await pulse(1);
  const jobs = () =>
    shop.inside(
      async (tx) =>
        (await tx.client.query<{ name: string; waiting: number }>('select name, waiting from count_jobs()')).rows.find(
          ({ name }) => name === 'automations.follow',
        )?.waiting ?? 0,
    );
  const before = await jobs();
  await lookAfterAutomations(shop.services);
  expect(await jobs()).toBe(before + 1);
});
