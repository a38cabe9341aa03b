import { beforeEach, describe, expect, test } from 'vitest';
import { listKeyCustomer, people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { conversations, logTouchpoint, reasonsToAct } from './index.ts';
import type { TouchpointTold } from '../domain/index.ts';

const shop = openShop([people, conversations]);
const at = (moment: string) => Temporal.Instant.from(moment);
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

const log = async (told: TouchpointTold, customer = maria) =>
  await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.nikos, customer, told));
type Timeline = { touchpoints: Record<string, unknown>[]; next: string | null };
const timeline = async (query = '') => (await shop.request<Timeline>('nikos', 'get', `/api/customers/${maria}/touchpoints${query}`)).body;
const summaries = async (asOfOn = 'infinity') =>
  await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      `select last_contact_at::text as contact, last_from_us_at::text as us, last_from_them_at::text as them, last_pulse as pulse, last_pulse_at::text as felt
       from customer_summary where workspace_id = $1 and as_of_on = $2 and customer_id = $3`,
      [tx.workspace, asOfOn, maria],
    );
    return rows[0];
  });

describe('logging', () => {
  test('a call stands on the timeline with who made it', async () => {
    const path = `/api/customers/${maria}/touchpoints`;
    const logged = await shop.request('nikos', 'post', path, { kind: 'call', minutes: 12, summary: 'prefers mornings', pulse: 4 });
    expect(logged).toMatchObject({
      status: 200,
      body: {
        kind: 'call',
        direction: 'out',
        reached: true,
        at: '2026-03-02T08:00:00Z',
        minutes: 12,
        pulse: 4,
        colleague: { name: 'Nikos' },
      },
    });
    expect((await timeline()).touchpoints).toEqual([logged.body]);
  });

  test.each([
    [{ kind: 'call', at: '2026-03-03T08:00:00Z' }, 'touchpoint.in_future', 'at'],
    [{ kind: 'call', minutes: 2000 }, 'touchpoint.minutes_unlikely', 'minutes'],
    [{ kind: 'note' }, 'touchpoint.note_empty', 'summary'],
    [{ kind: 'telepathy' }, 'input.invalid', 'kind'],
    [{ kind: 'call', pulse: 'high' }, 'input.invalid', 'pulse'],
    [{ kind: 'call', at: 'yesterday' }, 'input.invalid', 'at'],
  ])('%j is refused', async (body, code, field) => {
    const refused = await shop.request('nikos', 'post', `/api/customers/${maria}/touchpoints`, body);
    expect(refused).toMatchObject({ status: 422, body: { code, field } });
    expect(refused.body['detail']).not.toMatch(/error\./);
  });

  test('a moment may be told with the offset of its place', async () => {
    const logged = await shop.request('nikos', 'post', `/api/customers/${maria}/touchpoints`, {
      kind: 'visit',
      at: '2026-03-02T09:30:00+02:00',
    });
    expect(logged.body['at']).toBe('2026-03-02T07:30:00Z');
  });
});

describe('taking back', () => {
  test('what one logged oneself is gone from timeline and lists', async () => {
    const id = await log({ kind: 'call', pulse: 5 });
    expect(await shop.request('nikos', 'delete', `/api/touchpoints/${id}`)).toMatchObject({ status: 204 });
    expect((await timeline()).touchpoints).toEqual([]);
    expect(await summaries()).toEqual({ contact: null, us: null, them: null, pulse: null, felt: null });
  });

  test('what another logged is for the owner of the workspace to take back', async () => {
    const byEleni = await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, maria, { kind: 'call' }));
    expect(await shop.request('nikos', 'delete', `/api/touchpoints/${byEleni}`)).toMatchObject({
      status: 403,
      body: { code: 'touchpoint.not_allowed' },
    });
    expect(await shop.request('eleni', 'delete', `/api/touchpoints/${await log({ kind: 'call' })}`)).toMatchObject({ status: 204 });
  });
});

describe('the timeline', () => {
  test('is read piece by piece, nothing twice and nothing left out, also where moments are equal', async () => {
    for (let index = 0; index < 7; index++) {
      shop.at(`2026-03-02T08:0${index}:00Z`);
      await log({ kind: 'call', summary: String(index), at: at(`2026-02-0${1 + Math.floor(index / 3)}T10:00:00Z`) });
    }
    const seen: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const piece = await timeline(`?limit=2${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...piece.touchpoints.map((one) => one['summary']));
      next = piece.next;
    }
    expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
  });

  test('shows only the kinds asked for, and nothing after the day looked at', async () => {
    await log({ kind: 'call', at: at('2026-02-01T21:59:00Z') });
    await log({ kind: 'email', at: at('2026-02-01T22:01:00Z') });
    await log({ kind: 'note', summary: 'moved house', at: at('2026-02-03T10:00:00Z') });
    const kinds = async (query: string) => (await timeline(query)).touchpoints.map((one) => one['kind']);
    expect(await kinds('?kinds=email,note')).toEqual(['note', 'email']);
    // One minute after ten in the evening in Greenwich it is the next day in Athens.
    expect(await kinds('?asOf=2026-02-01')).toEqual(['call']);
  });

  test.each([
    'after=nonsense',
    'after=2026-99-99T00:00:00Z~00000000-0000-7000-8000-000000000000',
    'kinds=telepathy',
    'limit=0',
    'limit=1000',
  ])('refuses %s', async (query) => {
    expect(await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints?${query}`)).toMatchObject({ status: 422 });
  });
});

describe('the row of a customer', () => {
  test('knows the last time each way, and how they felt; attempts and notes are no contact', async () => {
    await log({ kind: 'call', at: at('2026-01-10T10:00:00Z'), pulse: 4 });
    await log({ kind: 'email', at: at('2026-01-20T10:00:00Z') });
    await log({ kind: 'message', direction: 'in', at: at('2026-01-15T10:00:00Z'), pulse: 2 });
    await log({ kind: 'call', reached: false, at: at('2026-01-25T10:00:00Z') });
    await log({ kind: 'note', summary: 'thinks of moving', at: at('2026-01-28T10:00:00Z') });
    expect(await summaries()).toEqual({
      contact: '2026-01-15 10:00:00+00',
      us: '2026-01-20 10:00:00+00',
      them: '2026-01-15 10:00:00+00',
      pulse: 2,
      felt: '2026-01-15 10:00:00+00',
    });
  });

  test('of a past day does not know what came later', async () => {
    await log({ kind: 'call', at: at('2026-01-10T10:00:00Z'), pulse: 4 });
    await log({ kind: 'call', at: at('2026-01-20T10:00:00Z'), pulse: 1 });
    await shop.inside((tx) => shop.summary.ensureDay(tx, Temporal.PlainDate.from('2026-01-19')));
    expect(await summaries('2026-01-19')).toMatchObject({ contact: '2026-01-10 10:00:00+00', pulse: 4 });
  });

  test('is not written again when nothing changed', async () => {
    await log({ kind: 'call', pulse: 4 });
    const version = () =>
      shop.inside(async (tx) => (await tx.client.query<{ ctid: string }>('select ctid::text from customer_summary')).rows);
    const before = await version();
    await shop.inside(
      (tx) => conversations.summary?.refresh(tx, { day: shop.today(), asOfOn: 'infinity', customers: 'all' }) ?? Promise.resolve(),
    );
    expect(await version()).toEqual(before);
  });
});

test('a timeline of a day to come is refused', async () => {
  const tomorrow = await shop.request('nikos', 'get', `/api/customers/${maria}/touchpoints?asOf=2026-03-03`);
  expect(tomorrow).toMatchObject({ status: 422, body: { code: 'workspace.day_to_come' } });
});

describe('a key customer not heard from', () => {
  const ask = async (day: string, customers = [maria]) =>
    await shop.inside((tx) =>
      reasonsToAct(tx, {
        day: Temporal.PlainDate.from(day),
        asOfOn: 'infinity',
        customers,
        now: shop.now(),
        worth: { typical: 10_000, of: new Map([[maria, 200_000]]) },
      }),
    );
  const list = async () =>
    await shop.inside((tx) =>
      listKeyCustomer(tx, shop.now(), shop.eleni, maria, {
        reason: 'Brings half the street',
        reviewOn: Temporal.PlainDate.from('2026-12-01'),
      }),
    );

  test('is a reason after the days the workspace allows, and a call that reached her ends it', async () => {
    shop.at('2026-01-05T08:00:00Z');
    await list();
    await log({ kind: 'call', at: at('2026-01-04T08:00:00Z') });
    expect((await ask('2026-02-04')).get(maria)).toBeUndefined();
    expect((await ask('2026-02-05')).get(maria)).toMatchObject([
      { kind: 'conversations.key_customer_unheard', evidence: { days: 31, limit: 30, lastOn: '2026-01-05', heard: 'no' } },
    ]);
    shop.at('2026-02-05T08:00:00Z');
    await log({ kind: 'call', reached: false });
    expect((await ask('2026-02-05')).size).toBe(1);
    await log({ kind: 'call' });
    expect((await ask('2026-02-05')).size).toBe(0);
  });

  test('is none for a customer who is not on the list', async () => {
    expect((await ask('2026-12-31')).size).toBe(0);
    expect((await ask('2026-12-31', [])).size).toBe(0);
  });
});

test('the shop next door can neither read, write nor take back on a timeline', async () => {
  const id = await log({ kind: 'call', summary: 'secret' });
  const path = `/api/customers/${maria}/touchpoints`;
  expect(await shop.request('ann', 'get', path)).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
  expect(await shop.request('ann', 'post', path, { kind: 'call' })).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
  expect(await shop.request('ann', 'delete', `/api/touchpoints/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'touchpoint.not_found' },
  });
  expect((await timeline()).touchpoints).toHaveLength(1);
});
