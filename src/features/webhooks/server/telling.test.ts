import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { startReceiver, type Receiver } from '#fixtures/receiver.ts';
import { webhooks } from './index.ts';
import { lookAfterWebhooks, tellJob } from './telling.ts';

const shop = openShop([people, conversations, promises, cadence, reminders, webhooks]);
const services = { ...shop.services, config: { ...shop.services.config, webhooksAnywhere: true } };

type Log = {
  deliveries: {
    id: string;
    kind: string;
    state: string;
    nextAt: string | null;
    tries: { status: number | null; failure: string | null; answer: string }[];
  }[];
};

let till: Receiver;
let maria: string;

beforeEach(async () => {
  Object.assign(shop.services.config, { webhooksAnywhere: true });
  // The library looks at the clock of the machine.
  vi.useFakeTimers({ toFake: ['Date'], now: shop.now().epochMilliseconds });
  till = await startReceiver();
  maria = await shop.customer({ name: 'Maria' });
});

afterEach(async () => {
  vi.useRealTimers();
  await till.stop();
});

async function webhook(kinds: readonly string[] | null = null, name = 'Till'): Promise<{ id: string; secret: string }> {
  const made = await shop.request<{ id: string }>('eleni', 'post', '/api/webhooks', { name, url: `${till.url}/tend`, kinds });
  expect(made.status).toBe(200);
  const secret = await shop.request<{ secret: string }>('eleni', 'post', `/api/webhooks/${made.body.id}/secret`);
  return { id: made.body.id, secret: secret.body.secret };
}

const tell = (id: string) =>
  tellJob.run({ workspace: shop.workspace, input: { follower: id }, services, signal: new AbortController().signal });
const promise = (what = 'the list') =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what, dueAt: shop.now().add({ hours: 48 }) }));
const logOf = async (id: string) => (await shop.request<Log>('eleni', 'get', `/api/webhooks/${id}/deliveries`)).body.deliveries;
const standing = async (id: string) =>
  (
    await shop.request<{ webhooks: { id: string; pausedWhy: string | null; waiting: number; givenUp: number }[] }>(
      'eleni',
      'get',
      '/api/webhooks',
    )
  ).body.webhooks.find((one) => one.id === id);
function later(hours: number) {
  shop.at(
    shop
      .now()
      .add({ milliseconds: Math.round(hours * 3_600_000) })
      .toString(),
  );
  vi.setSystemTime(shop.now().epochMilliseconds);
}

test('what happens is told once, by ids alone, and the official library knows that it was us', async () => {
  const { id, secret } = await webhook();
  const given = await promise();
  await tell(id);
  await tell(id);
  const told = till.received.find(({ body }) => body.includes('promise.given'));
  if (!told) throw new Error('a promise was told');
  expect(till.received.filter(({ body }) => body.includes('promise.given'))).toHaveLength(1);
  expect(told).toMatchObject({ path: '/tend', headers: { 'content-type': 'application/json' } });
  expect(new Webhook(secret).verify(told.body, told.headers as Record<string, string>)).toEqual({
    type: 'promise.given',
    timestamp: shop.now().toString(),
    data: {
      id: told.headers['webhook-id'],
      workspace: shop.workspace,
      colleague: shop.eleni,
      customer: maria,
      subject: given,
      detail: { dueAt: shop.now().add({ hours: 48 }).toString() },
    },
  });
  expect(till.received.map(({ body }) => body).join()).not.toMatch(/Maria|the list/);
  expect(() => new Webhook(secret).verify(told.body.replace('given', 'taken'), told.headers as Record<string, string>)).toThrow(
    'No matching signature found',
  );
});

test('only of the kinds that were chosen, from when it was made, and nothing that was rolled back', async () => {
  await promise('before');
  const { id } = await webhook(['promise.given', 'promise.kept']);
  const given = await promise();
  await shop.inside((tx) => keepPromise(tx, shop.now().add({ seconds: 1 }), shop.eleni, given));
  await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call', at: shop.now() }));
  const undone = shop.inside(async (tx) => {
    await givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'never', dueAt: shop.now().add({ hours: 48 }) });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await tell(id);
  expect(till.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['promise.given', 'promise.kept']);
});

test('while one secret takes the place of another both sign, and after that only the new one', async () => {
  const { id, secret: before } = await webhook(['promise.given']);
  const { body } = await shop.request<{ secret: string }>('eleni', 'post', `/api/webhooks/${id}/secret?keepHours=24`);
  const knows = (secret: string) => {
    const told = till.received.at(-1);
    if (!told) return false;
    try {
      new Webhook(secret).verify(told.body, told.headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };
  await promise();
  await tell(id);
  expect([knows(before), knows(body.secret)]).toEqual([true, true]);
  later(25);
  await promise();
  await tell(id);
  expect([knows(before), knows(body.secret)]).toEqual([false, true]);
});

test('what is refused is told again later, under the same id and in the same words, and holds up nothing else', async () => {
  const { id } = await webhook(['promise.given']);
  await promise('first');
  till.answers.push(500);
  await tell(id);
  const [refused] = await logOf(id);
  expect(refused).toMatchObject({ state: 'waiting', tries: [{ status: 500, failure: null, answer: 'no' }] });
  later(0.001);
  await promise('second');
  await tell(id);
  later(1);
  await tell(id);
  const [first, second, again] = till.received;
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(again?.body).toBe(first?.body);
  expect(second?.headers['webhook-id']).not.toBe(first?.headers['webhook-id']);
  expect((await logOf(id)).map(({ state, tries }) => [state, tries.length])).toEqual([
    ['delivered', 1],
    ['delivered', 2],
  ]);
});

test('one that takes nothing for two days is paused, whoever made it is told, and nothing is lost: on resuming all comes in order', async () => {
  const { id } = await webhook(['promise.given']);
  till.answers.push(...Array.from({ length: 60 }, () => 503));
  const [first, second] = [await promise('first'), (later(0.1), await promise('second'))];
  for (let hour = 0; hour < 60 && (await standing(id))?.pausedWhy === null; hour += 1) {
    await tell(id);
    later(1);
  }
  expect(await standing(id)).toMatchObject({ pausedWhy: 'failing', waiting: 2 });
  const bell = await shop.request<{ reminders: { kind: string; words: string }[] }>('eleni', 'get', '/api/reminders');
  expect(bell.body.reminders[0]).toMatchObject({ kind: 'webhook_paused', words: 'Till' });
  till.received.length = 0;
  const third = await promise('third');
  await tell(id);
  expect(till.received).toEqual([]);
  till.answers.length = 0;
  await shop.request('eleni', 'delete', `/api/webhooks/${id}/pause`);
  await tell(id);
  expect(till.received.map(({ body }) => (JSON.parse(body) as { data: { subject: string } }).data.subject)).toEqual([first, second, third]);
  expect(await standing(id)).toMatchObject({ pausedWhy: null, waiting: 0 });
});

test('one that says it is gone is paused at once', async () => {
  const { id } = await webhook(['promise.given']);
  till.answers.push(410);
  await promise();
  await tell(id);
  expect(await standing(id)).toMatchObject({ pausedWhy: 'gone', waiting: 1 });
});

test('a redirection is not followed, and of an endless answer the beginning is kept', async () => {
  const { id } = await webhook(['promise.given']);
  till.answers.push(
    (answer) => answer.writeHead(302, { location: `${till.url}/elsewhere` }).end(),
    (answer) => {
      answer.writeHead(200);
      const more = (failed?: Error | null): void => {
        if (!failed && answer.socket?.destroyed === false) answer.write('π'.repeat(10_000), more);
      };
      more();
    },
  );
  await promise('first');
  await promise('second');
  await tell(id);
  expect(till.received.map(({ path }) => path)).toEqual(['/tend', '/tend']);
  const log = await logOf(id);
  expect(log.map(({ state }) => state).toSorted()).toEqual(['delivered', 'waiting']);
  expect(log.find(({ state }) => state === 'delivered')?.tries[0]?.answer).toBe('π'.repeat(500));
});

test('where nobody listens it is left alone for a while, and its log says so', async () => {
  const { id } = await webhook(['promise.given']);
  await till.stop();
  await promise('first');
  await promise('second');
  await tell(id);
  const log = await logOf(id);
  expect(log.flatMap(({ tries }) => tries.map(({ status, failure }) => [status, failure]))).toEqual([[null, 'unreachable']]);
  await tell(id);
  expect((await logOf(id)).flatMap(({ tries }) => tries)).toHaveLength(1);
});

test('who was killed in the middle is waited for a minute, and then another takes over', async () => {
  const { id } = await webhook(['promise.given']);
  await promise();
  // Somebody said that they are at it, and never came back.
  await shop.inside(
    async (tx) => await tx.client.query('update webhook set busy_until = $1', [shop.now().add({ seconds: 60 }).toString()]),
  );
  await tell(id);
  expect(till.received).toEqual([]);
  const waitingJobs = () =>
    shop.inside(
      async (tx) =>
        (await tx.client.query<{ name: string; waiting: number }>('select name, waiting from count_jobs()')).rows.find(
          ({ name }) => name === 'webhooks.tell',
        )?.waiting ?? 0,
    );
  later(0.02);
  const before = await waitingJobs();
  await lookAfterWebhooks(services);
  expect(await waitingJobs()).toBe(before + 1);
  await tell(id);
  expect(till.received).toHaveLength(1);
});

test('what was told is forgotten after thirty days', async () => {
  const { id } = await webhook(['promise.given']);
  await promise();
  await tell(id);
  later(29 * 24);
  await lookAfterWebhooks(services);
  expect(await logOf(id)).toHaveLength(1);
  later(2 * 24);
  await lookAfterWebhooks(services);
  expect(await logOf(id)).toHaveLength(0);
});

test('a webhook whose secret cannot be read any more is told nothing, and is paused', async () => {
  const { id } = await webhook(['promise.given']);
  await promise();
  const changed = { ...services, config: { ...services.config, secret: 'another secret' } };
  await tellJob.run({ workspace: shop.workspace, input: { follower: id }, services: changed, signal: new AbortController().signal });
  expect(till.received).toEqual([]);
  expect(await standing(id)).toMatchObject({ pausedWhy: 'failing', waiting: 1 });
});
