import ICAL from 'ical.js';
import { beforeEach, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { askForTime, givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { makeLimits, makeRouter } from '#kit/server/http/index.ts';
import { reminders } from '../index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders]);

/** A calendar program: signed in nowhere. */
const program = makeRouter({
  handlers: reminders.handlers ?? [],
  services: shop.services,
  limits: makeLimits({ signedOutChanges: 1000, any: 100_000 }),
  may: () => false,
  identify: async () => undefined,
});

const dueAt = Temporal.Instant.from('2026-03-06T08:00:00Z');
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

const promised = (what: string, told: Partial<Parameters<typeof givePromise>[3]> = {}) =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what, dueAt, ...told }));

async function subscribe(as: 'eleni' | 'nikos' | 'ann' = 'eleni'): Promise<string> {
  const { status, body } = await shop.request<{ path: string }>(as, 'post', '/api/calendar-feed');
  expect(status).toBe(200);
  return body.path;
}

const read = async (path: string, headers: Record<string, string> = {}) => await program.request(path, { headers });

async function entriesAt(path: string) {
  const text = await (await read(path)).text();
  const parts = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  return parts.map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      summary: event.summary,
      from: event.startDate.toString(),
      until: event.endDate.toString(),
      isUtc: event.startDate.zone === ICAL.Timezone.utcTimezone,
      sequence: Number(part.getFirstPropertyValue('sequence')),
      changed: String(part.getFirstPropertyValue('last-modified')),
      stamp: String(part.getFirstPropertyValue('dtstamp')),
      transparent: part.getFirstPropertyValue('transp') === 'TRANSPARENT',
      url: String(part.getFirstPropertyValue('url')),
    };
  });
}

test('what one promised stands in one’s calendar as the half hour before it is due, or as its window, and makes nobody busy', async () => {
  const invoice = await promised('Send the invoice');
  await promised('Call about the grinder', { dueFrom: Temporal.Instant.from('2026-03-06T06:00:00Z') });
  const entries = (await entriesAt(await subscribe())).toSorted((one, other) => (one.summary < other.summary ? -1 : 1));
  expect(entries.map(({ summary, from, until }) => [summary, from, until])).toEqual([
    ['Call about the grinder (Maria)', '2026-03-06T06:00:00Z', '2026-03-06T08:00:00Z'],
    ['Send the invoice (Maria)', '2026-03-06T07:30:00Z', '2026-03-06T08:00:00Z'],
  ]);
  expect(entries.every(({ transparent, isUtc }) => transparent && isUtc)).toBe(true);
  expect(entries[1]?.url).toBe(`http://localhost/promises/${invoice}`);
  expect(entries[1]?.stamp).toBe('2026-03-02T08:00:00Z');
});

test('more time is a later version of the same entry, and what has ended is gone', async () => {
  const [moved, kept] = [await promised('Send the invoice'), await promised('Look for a gasket')];
  const path = await subscribe();
  const before = (await entriesAt(path)).find(({ summary }) => summary.startsWith('Send'));
  shop.at('2026-03-03T09:00:00Z');
  await shop.inside((tx) => askForTime(tx, shop.now(), shop.eleni, moved, { from: null, at: dueAt.add({ hours: 24 }) }));
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, kept));
  const after = await entriesAt(path);
  expect(after.map(({ uid, sequence, until, changed }) => [uid, sequence, until, changed])).toEqual([
    [before?.uid, 1, '2026-03-07T08:00:00Z', '2026-03-03T09:00:00Z'],
  ]);
});

test('whom one is to talk to stands there for the whole day', async () => {
  await shop.bought([{ customer: maria, on: '2026-02-20' }]);
  const routine = { everyDays: 14, latestDays: 21, channel: 'call', purpose: 'How the new grinder works' };
  await shop.request('eleni', 'post', '/api/routines', { ...routine, target: { kind: 'customer', customerId: maria } });
  const entries = await entriesAt(await subscribe());
  expect(entries).toHaveLength(1);
  expect(entries[0]?.summary).toBe('Call Maria');
  expect(entries[0]?.from).toMatch(/^2026-03-\d\d$/);
  expect(Temporal.PlainDate.from(entries[0]?.from ?? '').until(entries[0]?.until ?? '').days).toBe(1);
});

test('whatever is written comes through, in lines that every program can read', async () => {
  const what = 'Στείλε; τον «κατάλογο», 250 γρ.\\ και\nμετά τηλεφώνησε στην κυρία Παπαδοπούλου για τη συντήρηση της μηχανής του καφέ 🌱🌱';
  await promised(what);
  const path = await subscribe();
  const [entry] = await entriesAt(path);
  // A line break in what was promised is a space already.
  expect(entry?.summary).toBe(`${what.replace('\n', ' ')} (Maria)`);
  const text = await (await read(path)).text();
  const lines = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test('an address that was never made, was ended or replaced, or whose colleague has left, says that there is nothing', async () => {
  await promised('Send the invoice');
  const first = await subscribe();
  const second = await subscribe();
  expect((await read(first)).status).toBe(404);
  expect((await read(second)).status).toBe(200);
  expect((await read(second.replace('.ics', ''))).status).toBe(404);
  expect((await read(`/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
  await shop.inside((tx) =>
    tx.client.query('update colleague set suspended_at = now(), suspended_by = $2 where id = $1', [shop.eleni, shop.nikos]),
  );
  expect((await read(second)).status).toBe(404);
  await shop.inside((tx) => tx.client.query('update colleague set suspended_at = null, suspended_by = null where id = $1', [shop.eleni]));
  expect((await shop.request('eleni', 'delete', '/api/calendar-feed')).status).toBe(204);
  expect((await read(second)).status).toBe(404);
  expect((await shop.request('eleni', 'delete', '/api/calendar-feed')).status).toBe(404);
});

test('the secret is told once and kept nowhere', async () => {
  const secret = /[\w-]{43}/.exec(await subscribe())?.[0] ?? '';
  const kept = await shop.inside(async (tx) => {
    const rows = await tx.client.query(
      'select to_jsonb(f)::text as row from calendar_feed f union all select to_jsonb(r)::text from request_answer r union all select to_jsonb(e)::text from event e',
    );
    return JSON.stringify(rows.rows);
  });
  expect(secret).toHaveLength(43);
  expect(kept).toContain('calendar_feed.made');
  expect(kept).not.toContain(secret);
  const { body } = await shop.request<{ feed: { readAt: string | null } }>('eleni', 'get', '/api/calendar-feed');
  expect(body.feed.readAt).toBeNull();
  expect(JSON.stringify(body)).not.toContain(secret);
});

test('a calendar holds what its colleague promised, not what others did, least of all next door', async () => {
  await promised('Send the invoice');
  expect(await entriesAt(await subscribe('nikos'))).toEqual([]);
  expect(await entriesAt(await subscribe('ann'))).toEqual([]);
});

test('a program that has it already is told so, and what is in between keeps nothing', async () => {
  await promised('Send the invoice');
  const path = await subscribe();
  const first = await read(path);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const etag = first.headers.get('etag') ?? '';
  expect((await read(path, { 'if-none-match': `W/${etag}` })).status).toBe(304);
  await promised('Look for a gasket');
  expect((await read(path, { 'if-none-match': etag })).status).toBe(200);
});

test('a program that asks without end is slowed down', async () => {
  const path = await subscribe('nikos');
  const statuses = new Set<number>();
  for (let count = 0; count < 62; count += 1) statuses.add((await read(path)).status);
  expect(statuses).toEqual(new Set([200, 429]));
});
