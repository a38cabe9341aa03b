import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startS3Server, type S3Server } from '../testing/s3-server.ts';
import { storageOf, type Storage } from './index.ts';

const account = { bucket: 'files of tests'.replaceAll(' ', '-'), region: 'eu-central-1', key: 'AKIDTEST', secret: 'a/secret+of=tests' };
const folder = mkdtempSync(join(tmpdir(), 'tend-storage-'));
let server: S3Server;

beforeAll(async () => {
  server = await startS3Server(account);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function fileWith(text: string): string {
  const path = join(folder, `incoming-${Math.abs(text.length * 7919)}`);
  writeFileSync(path, text);
  return path;
}

async function textOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string | undefined> {
  return stream && (await new Response(stream).text());
}

const places: readonly (readonly [string, () => Storage])[] = [
  ['the data folder', () => storageOf({ dataFolder: folder, storage: { largestMegabytes: 1, s3: undefined } })],
  ['S3', () => storageOf({ dataFolder: folder, storage: { largestMegabytes: 1, s3: { ...account, endpoint: server.endpoint } } })],
];

describe.each(places)('%s', (_, open) => {
  test('takes a file over, gives it back and forgets it', async () => {
    const storage = open();
    const file = fileWith('a list of prices: καφές');
    await storage.take('w1/a', file, 'text/plain');
    expect(existsSync(file)).toBe(false);
    expect(await textOf(await storage.open('w1/a'))).toBe('a list of prices: καφές');
    await storage.remove('w1/a');
    await storage.remove('w1/a');
    expect(await storage.open('w1/a')).toBeUndefined();
  });

  test('tells what lies under a workspace, page after page, and nothing of another', async () => {
    const storage = open();
    const names = ['w2/a', 'w2/b', 'w2/c', 'w2/d', 'w2/e'];
    for (const name of [...names, 'w3/a']) await storage.take(name, fileWith(name), 'text/plain');
    const found = [];
    for await (const { name, writtenAt } of storage.list('w2')) {
      expect(writtenAt).toBeInstanceOf(Temporal.Instant);
      found.push(name);
    }
    expect(found.toSorted()).toEqual(names);
    for await (const { name } of storage.list('nobody')) expect(name).toBeUndefined();
  });
});

test('a storage that does not know our secret says so instead of losing the file', async () => {
  const s3 = { ...account, secret: 'another', endpoint: server.endpoint };
  const storage = storageOf({ dataFolder: folder, storage: { largestMegabytes: 1, s3 } });
  const file = fileWith('not to be lost');
  await expect(storage.take('w1/b', file, 'text/plain')).rejects.toThrow('403');
  expect(existsSync(file)).toBe(true);
  expect(server.refused()).toBe(1);
});
