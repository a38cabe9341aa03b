import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, handOverPromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { readLetters, sendLetter } from '#kit/server/mail/index.ts';
import type { Services } from '#kit/server/services.ts';
import { startMailServer, type MailServer } from '#kit/server/testing/index.ts';
import { sendDigest } from './digests.ts';
import { reminders } from './index.ts';
import { remindWorkspace } from './round.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders]);

let server: MailServer;
let services: Services;
let maria = '';

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => await server.stop());

beforeEach(async () => {
  services = { ...shop.services, config: { ...shop.services.config, mail: server.settings } };
  maria = await shop.customer({ name: 'Maria <b>& Sons</b>' });
  await round();
});

const round = () => remindWorkspace(services, shop.workspace);
const choose = (body: object) => shop.request('eleni', 'patch', '/api/reminder-settings', body);
const write = (day: string) => sendDigest(services, shop.workspace, shop.eleni, Temporal.PlainDate.from(day));
const letters = async () =>
  await shop.inside((tx) => tx.client.query<{ id: string; subject: string; body_text: string; body_html: string }>('select * from letter'));
const digests = async () =>
  (
    await shop.inside((tx) =>
      tx.client.query<{ on: string; outcome: string | null }>('select due_on::text as on, outcome from digest order by 1'),
    )
  ).rows;
const give = (what: string, dueAt: string, to: 'eleni' | 'nikos' = 'eleni') =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop[to], { customer: maria, what, dueAt: Temporal.Instant.from(dueAt) }));

describe('the digest', () => {
  test('comes at the hour chosen, once a day, and says what is due, what waits and what was kept', async () => {
    await choose({ digest: true, digestHour: 8 });
    const kept = await give('send the list', '2026-03-02T12:00:00Z');
    await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, kept));
    await give('call about the coffee', '2026-03-03T15:00:00Z');
    await give('not for this day', '2026-03-04T15:00:00Z');
    const handed = await give('deliver', '2026-03-09T15:00:00Z', 'nikos');
    await shop.inside((tx) => handOverPromise(tx, shop.now(), { id: shop.nikos, mayActForColleagues: false }, handed, shop.eleni));
    shop.at('2026-03-03T05:59:00Z');
    await round();
    expect(await digests()).toEqual([]);
    shop.at('2026-03-03T06:00:00Z');
    await round();
    await round();
    expect(await digests()).toEqual([{ on: '2026-03-03', outcome: null }]);
    await write('2026-03-03');
    await write('2026-03-03');
    expect(await digests()).toEqual([{ on: '2026-03-03', outcome: 'mailed' }]);
    const { rows } = await letters();
    expect(rows).toHaveLength(1);
    const [{ id, subject, body_text: text, body_html: html } = { id: '', subject: '', body_text: '', body_html: '' }] = rows;
    expect(subject).toBe('Kafeneio: Tuesday 3 Mar 2026');
    expect(text).toContain('call about the coffee\n  by 17:00');
    expect(text).toContain('Nikos asks you to take it over');
    expect(text).toContain('KEPT YESTERDAY');
    expect(text).not.toContain('not for this day');
    expect(html).toContain('Maria &lt;b&gt;&amp; Sons&lt;/b&gt;: call about the coffee');
    expect(html).toMatch(/href="http:\/\/127\.0\.0\.1:1\/promises\/[0-9a-f-]{36}"/);
    const before = server.taken.length;
    await sendLetter(services, shop.workspace, id);
    expect(server.taken).toHaveLength(before + 1);
  });

  test('is written in the language, the calendar and on the clocks of its reader', async () => {
    await choose({ digest: true, digestHour: 8, timeZone: 'Asia/Tehran' });
    await shop.inside((tx) =>
      tx.client.query("update colleague set language = 'fa', calendar = 'persian', digits = 'persian' where id = $1", [shop.eleni]),
    );
    await give('تماس', '2026-03-03T12:30:00Z');
    shop.at('2026-03-03T04:30:00Z');
    await round();
    await write('2026-03-03');
    const [letter] = (await letters()).rows;
    expect(letter?.subject).toContain('سه‌شنبه');
    expect(letter?.subject).toContain('۱۲ اسفند ۱۴۰۴');
    // 12:30 UTC is 16:00 in Tehran.
    expect(letter?.body_text).toContain('۱۶:۰۰');
    expect(letter?.body_html).toContain('dir="rtl"');
  });

  test('with nothing to say is not sent', async () => {
    await choose({ digest: true });
    shop.at('2026-03-03T06:00:00Z');
    await round();
    await write('2026-03-03');
    expect(await digests()).toEqual([{ on: '2026-03-03', outcome: 'nothing_to_say' }]);
    expect((await letters()).rows).toEqual([]);
  });

  test('without mail set up is recorded, and the reminders are there all the same', async () => {
    services = { ...services, config: { ...services.config, mail: undefined } };
    await choose({ digest: true });
    await give('call', '2026-03-03T15:00:00Z');
    shop.at('2026-03-03T15:00:00Z');
    await round();
    await write('2026-03-03');
    expect(await digests()).toEqual([{ on: '2026-03-03', outcome: 'no_mail' }]);
    expect((await shop.request('eleni', 'get', '/api/reminders')).body).toMatchObject({ unseen: 1 });
    expect((await shop.request('eleni', 'get', '/api/reminder-settings')).body).toMatchObject({ mail: { isSetUp: false } });
  });

  test('of a server that was stopped is made later the same day, and of days that are over recorded as missed', async () => {
    await choose({ digest: true, digestHour: 8, digestWeekdays: [1, 2, 3, 4, 5, 6, 7] });
    await give('call', '2026-03-03T15:00:00Z');
    shop.at('2026-03-05T15:00:00Z');
    await round();
    expect(await digests()).toEqual([
      { on: '2026-03-03', outcome: 'missed' },
      { on: '2026-03-04', outcome: 'missed' },
      { on: '2026-03-05', outcome: null },
    ]);
    const { givenUp } = await shop.inside((tx) => readLetters(tx, shop.now().subtract({ hours: 1 })));
    expect(givenUp.map(({ purpose, failure, to_address: to }) => ({ purpose, failure, to }))).toEqual([
      { purpose: 'digest', failure: 'missed', to: 'eleni@example.com' },
      { purpose: 'digest', failure: 'missed', to: 'eleni@example.com' },
    ]);
    expect((await shop.request('eleni', 'get', '/api/reminders')).body).toMatchObject({ reminders: [{ kind: 'promise_due' }] });
  });

  test('that could not be written before its day was over is missed', async () => {
    await choose({ digest: true, digestHour: 23 });
    await give('call', '2026-03-03T15:00:00Z');
    shop.at('2026-03-02T21:00:00Z');
    await round();
    shop.at('2026-03-02T22:30:00Z');
    await write('2026-03-02');
    expect(await digests()).toEqual([{ on: '2026-03-02', outcome: 'missed' }]);
  });

  test('is not owed for hours that passed before it was wished, nor on days that were not chosen', async () => {
    shop.at('2026-03-03T10:00:00Z');
    await choose({ digest: true, digestHour: 8, digestWeekdays: [4] });
    shop.at('2026-03-03T10:01:00Z');
    await round();
    shop.at('2026-03-04T10:00:00Z');
    await round();
    expect(await digests()).toEqual([]);
    shop.at('2026-03-05T06:00:00Z');
    await round();
    expect(await digests()).toEqual([{ on: '2026-03-05', outcome: null }]);
  });

  test('whose hour is moved to a later one comes once on that day', async () => {
    await choose({ digest: true, digestHour: 8 });
    shop.at('2026-03-03T06:00:00Z');
    await round();
    await choose({ digestHour: 12 });
    shop.at('2026-03-03T10:00:00Z');
    await round();
    expect(await digests()).toEqual([{ on: '2026-03-03', outcome: null }]);
  });

  for (const { when, hour, day } of [
    { when: 'in the gap, when clocks are put forward', hour: 3, day: '2026-03-29' },
    { when: 'in the overlap, when clocks are put back', hour: 3, day: '2026-10-25' },
  ])
    test(`comes once at an hour ${when}`, async () => {
      await choose({ digest: true, digestHour: hour, digestWeekdays: [1, 2, 3, 4, 5, 6, 7] });
      await shop.inside((tx) => tx.client.query("update reminder_settings set changed_at = '2026-01-01'"));
      const midnight = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Athens');
      await shop.inside((tx) => tx.client.query('update reminder_progress set done_until = $1', [midnight.toInstant().toString()]));
      for (let minutes = 20; minutes < 24 * 60; minutes += 20) {
        shop.at(midnight.toInstant().add({ minutes }).toString());
        await round();
      }
      expect(await digests()).toEqual([{ on: day, outcome: null }]);
    });

  test('is shown in the terminal as it would be sent', async () => {
    await give('call', '2026-03-02T15:00:00Z');
    expect(await shop.tend('digest')).toContain('Maria <b>& Sons</b>: call');
  });
});
