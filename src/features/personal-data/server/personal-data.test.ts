import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { learnFacts, people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { openZip } from '#kit/server/tables/workbook/zip.ts';
import { personalData } from './index.ts';

const shop = openShop([workspace, people, conversations, purchases, promises, personalData]);
const folder = mkdtempSync(join(tmpdir(), 'tend-person-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let maria = '';

beforeEach(async () => {
  maria = await shop.customer({
    name: 'Maria Georgiou',
    given: 'Maria',
    family: 'Georgiou',
    email: 'maria@example.com',
    externalId: 'M-4711',
    language: 'fa',
    birthday: { calendar: 'persian', year: 1359, month: 1, day: 1 },
  });
  await shop.bought([
    { customer: maria, on: '2026-01-10', minor: 1250 },
    { customer: maria, on: '2026-02-10', minor: 2000 },
    { customer: null, on: '2026-02-11', minor: 900 },
  ]);
  await shop.inside(async (tx) => {
    const told = {
      kind: 'call',
      direction: 'in',
      reached: true,
      at: shop.now(),
      minutes: 5,
      summary: 'asked about <b>boats</b>',
      pulse: 4,
    } as const;
    await logTouchpoint(tx, shop.now(), shop.nikos, maria, told);
    await givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'the price list', dueAt: shop.now().add({ hours: 48 }) });
    await learnFacts(tx, shop.now(), shop.eleni, maria, [{ kind: 'preference', text: 'likes the sea', uses: ['service'] }]);
  });
});

const path = (format: string) => `/api/customers/${maria}/personal-data?format=${format}`;
const erase = (body: object, as: 'eleni' | 'nikos' | 'ann' = 'eleni') => shop.request(as, 'post', `/api/customers/${maria}/erasure`, body);
const told = { confirm: 'Maria Georgiou', why: 'she asked for it' };
const sums = () =>
  shop.inside(async (tx) => {
    const { rows } = await tx.client.query(
      `select count(*)::int as count, sum(total_minor)::int as total, array_agg(placed_on::text || ' ' || total_minor order by placed_on) as each from purchase where workspace_id = $1`,
      [tx.workspace],
    );
    return rows[0];
  });

describe('everything about a person', () => {
  test('is told on one page in their language, with who did it by name, and what somebody wrote is no markup', async () => {
    const page = await shop.raw('eleni', path('html'));
    expect(page).toContain('<html lang="fa" dir="rtl">');
    for (const text of [
      'Maria Georgiou',
      'maria@example.com',
      'M-4711',
      'likes the sea',
      'the price list',
      'Nikos',
      'قول‌ها',
      '&#60;b&#62;boats',
    ])
      expect(page).toContain(text);
    expect(page).not.toMatch(/personal_data\.command|<b>boats/);
  });

  test('is told to programs as JSON, each part by its name', async () => {
    const file = JSON.parse(await shop.raw('eleni', path('json'))) as Record<string, unknown>;
    expect(file).toMatchObject({
      form: 'tend.personal_data',
      version: 1,
      business: 'Kafeneio',
      about: { id: maria, name: 'Maria Georgiou' },
      person: [{ given: 'Maria', number: 'M-4711', birthday: 'persian:1359-01-01', owner: 'Eleni' }],
      ways_to_reach: [{ kind: 'email', value: 'maria@example.com', label: null }],
      touchpoints: [{ kind: 'call', direction: 'in', summary: 'asked about <b>boats</b>', by: 'Nikos' }],
      promises: [{ what: 'the price list', by: 'Eleni', to: 'Maria Georgiou', state: 'open' }],
      facts: [{ text: 'likes the sea', uses: ['service'] }],
      purchases: [{ totalMinor: 1250 }, { totalMinor: 2000 }],
    });
    expect(JSON.stringify(file)).not.toContain(shop.eleni);
  });

  test('comes with all files as a zip', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const added = await shop.send('eleni', 'post', `/api/customers/${maria}/attachments?name=boat.png&purpose=file`, new Uint8Array(png));
    expect(added.status).toBe(200);
    const answer = await shop.send('eleni', 'get', path('zip'));
    const file = join(folder, 'all.zip');
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    const zip = await openZip(file);
    expect([zip.has('personal-data.html'), zip.has('personal-data.json')]).toEqual([true, true]);
    const directory = (await readFile(file)).toString('latin1');
    const [, name = ''] = /(files\/[0-9a-f]{6}-boat\.png)/.exec(directory) ?? [];
    expect(Buffer.concat(await Array.fromAsync(zip.read(name)))).toEqual(png);
  });

  test('is for whoever has the right, that it was taken is written down, and nobody next door gets it', async () => {
    expect((await shop.send('nikos', 'get', path('json'))).status).toBe(403);
    expect((await shop.send('ann', 'get', path('json'))).status).toBe(404);
    expect((await shop.send('eleni', 'get', path('json'))).status).toBe(200);
    const { rows } = await shop.inside((tx) =>
      tx.client.query("select colleague_id, customer_id from event where kind = 'personal_data.exported'"),
    );
    expect(rows).toEqual([{ colleague_id: shop.eleni, customer_id: maria }]);
  });
});

describe('erasing a person', () => {
  test('leaves every sale and every sum as it was, without a name', async () => {
    const before = await sums();
    expect(await erase(told)).toMatchObject({ status: 200, body: { purchases: 2, customerId: maria, askedBy: { name: 'Eleni' } } });
    expect(await sums()).toEqual(before);
    const { rows } = await shop.inside((tx) =>
      tx.client.query('select distinct customer_id from purchase where workspace_id = $1', [tx.workspace]),
    );
    expect(rows).toEqual([{ customer_id: null }]);
    expect(await shop.request('eleni', 'get', `/api/customers/${maria}`)).toMatchObject({ status: 404 });
    expect((await shop.request<{ found: unknown[] }>('eleni', 'get', '/api/find?text=georgiou&limit=5')).body.found).toEqual([]);
  });

  test('keeps that it was done, by whom, when and why, and the log says nothing else of it any more', async () => {
    await shop.request('eleni', 'patch', `/api/customers/${maria}`, { note: 'has a boat called Thetis' });
    await erase(told);
    expect((await shop.request('eleni', 'get', '/api/erasures')).body).toMatchObject({
      erasures: [{ why: 'she asked for it', askedBy: { name: 'Eleni' }, doneAt: '2026-03-02T08:00:00Z', purchases: 2 }],
    });
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ text: string }>("select e::text as text from event e where customer_id = $1 and kind <> 'personal_data.erased'", [
        maria,
      ]),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ text }) => /Thetis|fields|dueAt/.test(text))).toEqual([]);
  });

  test('asks for the name and for a reason, and is not for everybody', async () => {
    expect(await erase({ ...told, confirm: 'Maria' })).toMatchObject({
      status: 422,
      body: { code: 'erasure.not_confirmed', field: 'confirm' },
    });
    expect(await erase({ ...told, why: ' ' })).toMatchObject({ status: 422, body: { code: 'erasure.without_reason' } });
    expect(await erase({ ...told, afterDays: 1000 })).toMatchObject({ status: 422 });
    expect(await erase(told, 'nikos')).toMatchObject({ status: 403 });
    expect(await erase(told, 'ann')).toMatchObject({ status: 404 });
    expect(await shop.request('eleni', 'get', `/api/customers/${maria}`)).toMatchObject({ status: 200 });
  });

  test('says what speaks against it', async () => {
    expect((await shop.request('eleni', 'get', `/api/customers/${maria}/erasure`)).body).toMatchObject({
      name: 'Maria Georgiou',
      holds: [{ kind: 'open_promises', count: 1 }],
      waiting: null,
    });
  });

  test('can wait for some days, can be taken back until then, and is done on its day', async () => {
    expect(await erase({ ...told, afterDays: 7 })).toMatchObject({ body: { doneAt: null, dueOn: '2026-03-09' } });
    expect(await erase({ ...told, afterDays: 3 })).toMatchObject({ status: 409, body: { code: 'erasure.already_waiting' } });
    expect(await shop.request('eleni', 'delete', `/api/customers/${maria}/erasure`)).toMatchObject({ status: 204 });
    expect(await shop.request('eleni', 'delete', `/api/customers/${maria}/erasure`)).toMatchObject({ status: 404 });
    shop.at('2026-03-02T08:01:00Z');
    await erase({ ...told, afterDays: 7 });
    const [duty] = personalData.duties ?? [];
    shop.at('2026-03-08T20:00:00Z');
    await duty?.run(shop.services, new AbortController().signal);
    expect(await shop.request('eleni', 'get', `/api/customers/${maria}`)).toMatchObject({ status: 200 });
    // Half past midnight in Athens.
    shop.at('2026-03-08T22:30:00Z');
    await duty?.run(shop.services, new AbortController().signal);
    expect(await shop.request('eleni', 'get', `/api/customers/${maria}`)).toMatchObject({ status: 404 });
    await duty?.run(shop.services, new AbortController().signal);
    expect((await shop.request<{ erasures: unknown[] }>('eleni', 'get', '/api/erasures')).body.erasures).toMatchObject([
      { doneAt: '2026-03-08T22:30:00Z' },
      { cancelledAt: '2026-03-02T08:00:00Z' },
    ]);
  });

  test('takes those along who were merged into the person, with all that was kept to undo it', async () => {
    const double = await shop.customer({ name: 'Μαρία Γεωργίου', phone: '+306941234567' });
    await shop.request('eleni', 'post', `/api/duplicates/${maria}/${double}/merge`, {});
    await erase(told);
    const left = await shop.inside(async (tx) => {
      const { rows } = await tx.client.query<{ text: string }>(
        `select m::text as text from customer_merge m union all select r::text from customer_merge_row r union all
         select e::text from event e where e.kind not like 'personal_data.%'`,
      );
      return rows.filter(({ text }) => /Γεωργίου|6941234567/.test(text));
    });
    expect(left).toEqual([]);
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ id: string }>("select customer_id as id from event where kind = 'personal_data.erased'"),
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual([maria, double].toSorted());
  });

  test('goes from the rows of files that were set aside, and from letters that wait, and from no others', async () => {
    await shop.inside(async (tx) => {
      await tx.client.query(
        `insert into purchase_import (workspace_id, id, file_name, file_size, added_at) values ($1, $2, 'sales.csv', 1, now())`,
        [tx.workspace, maria],
      );
      await tx.client.query(
        `insert into purchase_import_set_aside (workspace_id, import_id, line, reason, cells)
         values ($1, $2, 1, 'no_total', '{1,MARIA@example.com,x}'), ($1, $2, 2, 'no_total', '{2,m-4711,x}'), ($1, $2, 3, 'no_total', '{3,other@example.com,x}')`,
        [tx.workspace, maria],
      );
      await tx.client.query(
        `insert into letter (workspace_id, id, purpose, to_address, subject, body_text, body_html, made_at, give_up_at)
         values ($1, $2, 'digest', 'eleni@example.com', 'Today', 'Call MARIA GEORGIOU and Petros', '<p>Maria Georgiou</p>', now(), now() + interval '1 hour')`,
        [tx.workspace, maria],
      );
    });
    await erase(told);
    const { rows } = await shop.inside((tx) =>
      tx.client.query(
        `select (select array_agg(line) from purchase_import_set_aside where workspace_id = $1) as lines,
           (select body_text from letter where workspace_id = $1) as text, (select body_html from letter where workspace_id = $1) as html`,
        [tx.workspace],
      ),
    );
    expect(rows).toEqual([{ lines: [3], text: 'Call … and Petros', html: '<p>…</p>' }]);
  });

  test('from the terminal asks for the same', async () => {
    await expect(shop.tend('person erase', 'maria georgiou', '--confirm', 'no', '--why', 'x')).rejects.toMatchObject({
      failure: { code: 'erasure.not_confirmed' },
    });
    const file = join(folder, 'maria.json');
    await shop.tend('person export', 'maria georgiou', file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ about: { name: 'Maria Georgiou' } });
    expect(await shop.tend('person erase', 'maria georgiou', '--confirm', 'Maria Georgiou', '--why', 'by letter')).toContain(
      '2 purchases stay',
    );
    expect(await shop.tend('person erasures')).toContain('by letter');
    await expect(shop.tend('person export', 'maria georgiou')).rejects.toMatchObject({ failure: { code: 'customer.not_found' } });
  });
});
