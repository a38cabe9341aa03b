import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { tinyPng } from '#fixtures/testing/tiny-png.ts';
import { startS3Server, type S3Server } from '#kit/server/testing/s3-server.ts';
import { clearAttachments, people } from '../index.ts';

const shop = openShop([people]);
const folder = shop.services.config.dataFolder;
const stored = join(folder, 'attachments', shop.workspace);

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
type Kept = { id: string; name: string; mediaType: string; size: number; code: string };

async function add(customer: string, name: string, content: Uint8Array<ArrayBuffer>, purpose = 'file'): Promise<Kept & { status: number }> {
  const path = `/api/customers/${customer}/attachments?purpose=${purpose}&name=${encodeURIComponent(name)}`;
  const answer = await shop.send('nikos', 'post', path, content);
  return { status: answer.status, ...((await answer.json()) as Kept) };
}

const list = async (customer: string) =>
  (await shop.request('eleni', 'get', `/api/customers/${customer}/attachments`)).body['attachments'] as Kept[];

describe('a file', () => {
  test('is kept with who brought it and what it is by its bytes, and given back as it came', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const kept = await add(customer, '../τιμές.txt', bytes('coffee 6.00'));
    expect(kept).toMatchObject({ status: 200, name: 'τιμές.txt', mediaType: 'text/plain', size: 11, addedBy: { name: 'Nikos' } });
    expect(await list(customer)).toMatchObject([{ id: kept.id }]);
    const download = await shop.send('eleni', 'get', `/api/attachments/${kept.id}`);
    expect(await download.text()).toBe('coffee 6.00');
    expect(readdirSync(stored)).toEqual([kept.id]);
  });

  test('is never a page of ours, whatever it contains and however it is called', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    for (const [name, content] of [
      ['page.html', '<!doctype html><script>alert(1)</script>'],
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['photo.png', '<script>alert(1)</script>'],
    ] as const) {
      const { id } = await add(customer, name, bytes(content));
      const { headers } = await shop.send('eleni', 'get', `/api/attachments/${id}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; /) as unknown,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox') as unknown,
      });
    }
  });

  test('keeps its name in any script, and a name cannot break out of its header', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const { id } = await add(customer, 'τι"μή\r\nx: y.pdf', bytes('%PDF-1.4'));
    const { headers } = await shop.send('eleni', 'get', `/api/attachments/${id}`);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_____ x_ y.pdf"; filename*=UTF-8''${encodeURIComponent('τι_μή x_ y.pdf')}`,
    );
    expect(headers.get('x')).toBeNull();
  });

  test('sent twice is kept once', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const first = await add(customer, 'a.txt', bytes('the same'));
    expect(await add(customer, 'a.txt', bytes('the same'))).toMatchObject({ id: first.id });
    expect(readdirSync(stored)).toEqual([first.id]);
  });

  test.each([
    ['nothing', new Uint8Array(), 422, 'attachment.empty'],
    ['too large', new Uint8Array(1_000_001), 413, 'attachment.too_large'],
  ])('that is %s is refused and leaves nothing', async (_, content, status, code) => {
    const customer = await shop.customer({ name: 'Maria' });
    expect(await add(customer, 'a.txt', content)).toMatchObject({ status, code });
    expect(await list(customer)).toEqual([]);
    expect(existsSync(stored)).toBe(false);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  test('taken away can be brought back for a day, and is cleared away after it', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const { id } = await add(customer, 'a.txt', bytes('keep me'));
    expect((await shop.request('nikos', 'delete', `/api/attachments/${id}`)).status).toBe(204);
    expect(await list(customer)).toEqual([]);
    expect((await shop.send('eleni', 'get', `/api/attachments/${id}`)).status).toBe(404);
    await clearAttachments(shop.services);
    expect((await shop.request('nikos', 'post', `/api/attachments/${id}/restored`)).status).toBe(204);
    expect(await (await shop.send('eleni', 'get', `/api/attachments/${id}`)).text()).toBe('keep me');

    await shop.request('nikos', 'delete', `/api/attachments/${id}`);
    shop.at('2026-03-03T08:00:01Z');
    expect(await shop.request('nikos', 'post', `/api/attachments/${id}/restored`)).toMatchObject({ status: 404 });
    await clearAttachments(shop.services);
    expect(existsSync(join(stored, id))).toBe(false);
  });
});

describe('a photo', () => {
  test('is shown, and takes the place of the one before, which can be brought back', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const first = await add(customer, 'a.png', tinyPng(), 'photo');
    expect(first).toMatchObject({ status: 200, mediaType: 'image/png' });
    const { headers } = await shop.send('eleni', 'get', `/api/attachments/${first.id}`);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('content-disposition')).toMatch(/^inline; /);
    const second = await add(customer, 'b.png', tinyPng(), 'photo');
    expect((await list(customer)).map(({ id }) => id)).toEqual([second.id]);
    await shop.request('nikos', 'post', `/api/attachments/${first.id}/restored`);
    expect((await list(customer)).map(({ id }) => id)).toEqual([first.id]);
  });

  test('that is a script is refused, and leaves nothing', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    for (const content of ['<script>alert(1)</script>', '\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'GIF89a']) {
      expect(await add(customer, 'photo.png', bytes(content), 'photo')).toMatchObject({ status: 422, code: 'attachment.not_an_image' });
    }
    expect(existsSync(stored)).toBe(false);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });
});

describe('where a storage speaks S3', () => {
  const account = { bucket: 'tend', region: 'eu-central-1', key: 'AKIDTEST', secret: 'a/secret+of=tests' };
  let server: S3Server;
  const kept = () => [...server.objects.keys()];

  beforeAll(async () => {
    server = await startS3Server(account);
    Object.assign(shop.services.config.storage, { s3: { ...account, endpoint: server.endpoint } });
  });
  afterAll(async () => {
    Object.assign(shop.services.config.storage, { s3: undefined });
    await server.stop();
  });

  test('a file lies there alone, comes back as it came, and is gone a day after it was taken away', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const { id } = await add(customer, 'τιμές.txt', bytes('coffee 6.00'));
    expect(kept()).toEqual([`${shop.workspace}/${id}`]);
    expect([existsSync(stored), readdirSync(join(folder, 'incoming'))]).toEqual([false, []]);
    expect(await (await shop.send('eleni', 'get', `/api/attachments/${id}`)).text()).toBe('coffee 6.00');
    expect(await add(customer, 'τιμές.txt', bytes('coffee 6.00'))).toMatchObject({ id });
    expect(await add(customer, 'photo.png', bytes('<script>alert(1)</script>'), 'photo')).toMatchObject({ status: 422 });
    expect(kept()).toHaveLength(1);

    await shop.request('nikos', 'delete', `/api/attachments/${id}`);
    await clearAttachments(shop.services);
    expect((await shop.request('nikos', 'post', `/api/attachments/${id}/restored`)).status).toBe(204);
    expect(await (await shop.send('eleni', 'get', `/api/attachments/${id}`)).text()).toBe('coffee 6.00');
    await shop.request('nikos', 'delete', `/api/attachments/${id}`);
    shop.at('2026-03-03T08:00:01Z');
    await clearAttachments(shop.services);
    expect([kept(), server.refused()]).toEqual([[], 0]);
  });
});

test('bytes that a killed upload left without a row are cleared away after a day, and no others', async () => {
  const customer = await shop.customer({ name: 'Maria' });
  const { id } = await add(customer, 'a.txt', bytes('keep me'));
  const [old, young] = ['0195572a-0000-7000-8000-00000000000a', '0195572a-0000-7000-8000-00000000000b'];
  const longAgo = new Date('2026-02-01T00:00:00Z');
  mkdirSync(join(folder, 'incoming'), { recursive: true });
  for (const path of [join(stored, old), join(stored, young), join(stored, id), join(folder, 'incoming', old)]) {
    writeFileSync(path, 'left over');
    utimesSync(
      path,
      path.endsWith(young) ? new Date('2026-03-02T07:00:00Z') : longAgo,
      path.endsWith(young) ? new Date('2026-03-02T07:00:00Z') : longAgo,
    );
  }
  await clearAttachments(shop.services);
  expect(readdirSync(stored).toSorted()).toEqual([id, young].toSorted());
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('the shop next door can neither bring, see, fetch nor take away a file', async () => {
  const customer = await shop.customer({ name: 'Maria' });
  const { id } = await add(customer, 'a.txt', bytes('ours alone'));
  expect((await shop.send('ann', 'post', `/api/customers/${customer}/attachments?name=x`, bytes('x'))).status).toBe(404);
  expect((await shop.send('ann', 'get', `/api/attachments/${id}`)).status).toBe(404);
  for (const [method, path] of [
    ['get', `/api/customers/${customer}/attachments`],
    ['delete', `/api/attachments/${id}`],
    ['post', `/api/attachments/${id}/restored`],
  ] as const) {
    expect(await shop.request('ann', method, path)).toMatchObject({ status: 404 });
  }
  expect(await (await shop.send('eleni', 'get', `/api/attachments/${id}`)).text()).toBe('ours alone');
});
