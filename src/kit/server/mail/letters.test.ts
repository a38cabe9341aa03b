import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import type { Services } from '../services.ts';
import { bareServices, startMailServer, testConfig, useTestDatabase, type MailServer } from '../testing/index.ts';
import { postLetter, readLetters, sendLetter } from './index.ts';

const database = useTestDatabase();
const workspace = newId();
const logged: string[] = [];
let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
let server: MailServer;
let services: Services;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => await server.stop());

beforeEach(async () => {
  now = Temporal.Instant.from('2026-03-02T08:00:00Z');
  server.behave('take');
  services = bareServices({
    config: { ...testConfig('/tmp/tend-letters'), mail: server.settings },
    database,
    clock: () => now,
    log: pino({ level: 'debug' }, { write: (line) => void logged.push(line) }),
  });
  await database.transaction({ workspace }, (tx) =>
    tx.client.query("insert into workspace (workspace_id, name, language, currency, time_zone) values ($1, 'W', 'en', 'EUR', 'UTC')", [
      workspace,
    ]),
  );
});

const post = () =>
  database.transaction({ workspace }, (tx) =>
    postLetter(tx, now, {
      purpose: 'digest',
      to: 'maria@example.com',
      subject: 'Σήμερα\r\nBcc: everybody@example.com',
      text: 'Good morning',
      html: '<p>Good morning</p>',
      giveUpAt: now.add({ hours: 12 }),
    }),
  );
const send = (id: string) => sendLetter(services, workspace, id);
const letters = () => database.transaction({ workspace }, (tx) => readLetters(tx, now.subtract({ hours: 1 })));
const delays = async () => {
  const { rows } = await database.transaction({ workspace }, (tx) =>
    tx.client.query<{ waiting: number }>('select waiting from count_jobs()'),
  );
  return rows;
};

describe('a letter', () => {
  test('leaves once, whole, and what it said is forgotten here', async () => {
    const before = server.taken.length;
    const id = await post();
    expect((await letters()).waiting).toBe(1);
    await send(id);
    await send(id);
    expect(server.taken).toHaveLength(before + 1);
    const [letter = ''] = server.taken.slice(-1);
    expect(letter).toContain('To: maria@example.com');
    expect(letter).toContain('From: Tend <tend@example.com>');
    expect(letter).toContain(`Message-ID: <${id}@example.com>`);
    expect(letter).toContain('Auto-Submitted: auto-generated');
    expect(letter).toMatch(/text\/plain[^]+text\/html/);
    // A line break in a subject begins no header of its own.
    expect(letter).not.toMatch(/^Bcc:/m);
    expect(await letters()).toMatchObject({ waiting: 0, lastSentAt: now, givenUp: [] });
    const { rows } = await database.transaction({ workspace }, (tx) => tx.client.query('select subject, body_text, body_html from letter'));
    expect(rows).toEqual([{ subject: null, body_text: null, body_html: null }]);
  });

  test('that the receiver’s server refuses for good is given up at once, with what it said', async () => {
    server.behave('refuse');
    await send(await post());
    expect((await letters()).givenUp).toMatchObject([{ failure: 'refused', answer: '550 5.1.1 no such mailbox here', attempts: 1 }]);
    expect((await letters()).waiting).toBe(0);
    expect(logged.join()).toContain('a letter could not be sent');
    expect(logged.join()).not.toContain('maria');
  });

  test('that is put off is tried again, less and less often, and given up with the reason', async () => {
    server.behave('put off');
    const id = await post();
    await send(id);
    expect(await letters()).toMatchObject({ waiting: 1, givenUp: [] });
    expect(await delays()).not.toEqual([]);
    now = now.add({ hours: 11, minutes: 59 });
    await send(id);
    expect((await letters()).givenUp).toMatchObject([{ failure: 'deferred', answer: '451 4.2.1 busy, come back later' }]);
  });

  test('is taken by the second try when the mail server died in the middle of the first', async () => {
    const before = server.taken.length;
    server.behave('die');
    const id = await post();
    await send(id);
    expect(server.taken).toHaveLength(before);
    expect(await letters()).toMatchObject({ waiting: 1, givenUp: [] });
    server.behave('take');
    await send(id);
    expect(server.taken).toHaveLength(before + 1);
    expect((await letters()).waiting).toBe(0);
  });

  test('waits where nobody answers at the mail server, or it does not know us', async () => {
    const id = await post();
    services = { ...services, config: { ...services.config, mail: { ...server.settings, port: 1 } } };
    await send(id);
    expect(await letters()).toMatchObject({ waiting: 1 });
    server.behave('refuse the login');
    services = { ...services, config: { ...services.config, mail: server.settings } };
    await send(id);
    now = now.add({ hours: 12 });
    await send(id);
    expect((await letters()).givenUp).toMatchObject([{ failure: 'login_refused' }]);
  });

  test('that was being sent when Tend was ended is not sent twice, and that is told', async () => {
    const before = server.taken.length;
    const id = await post();
    await database.transaction({ workspace }, (tx) => tx.client.query('update letter set begun_at = $1', [now.toString()]));
    await send(id);
    expect((await letters()).givenUp).toEqual([]);
    now = now.add({ minutes: 5 });
    await send(id);
    expect(server.taken).toHaveLength(before);
    expect((await letters()).givenUp).toMatchObject([{ failure: 'outcome_unknown' }]);
  });

  test('waits for the mail to be set up, as long as it is worth sending', async () => {
    services = { ...services, config: { ...services.config, mail: undefined } };
    const id = await post();
    await send(id);
    expect((await letters()).waiting).toBe(1);
    now = now.add({ hours: 13 });
    await send(id);
    expect((await letters()).givenUp).toMatchObject([{ failure: 'not_set_up' }]);
  });
});
