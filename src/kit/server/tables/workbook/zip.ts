import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fail } from '#kit/domain/result.ts';
import type { ReadingOptions } from '../table-bytes.ts';

/** What an archive may come to: far more than any honest table, far less than what fills a memory or a disk. */
const most = { entries: 10_000, directory: 8_388_608, unpacked: 1_073_741_824, ratio: 250, ratioFrom: 33_554_432 };

type Entry = { readonly packed: number; readonly offset: number; readonly method: number };

export type Zip = {
  has(name: string): boolean;
  /** The bytes of a part, unpacked piece by piece. */
  read(name: string, options?: ReadingOptions): AsyncGenerator<Buffer>;
};

/**
 * Opens a zip by its directory at the end of the file. What is unpacked is counted as it comes, whatever the directory claims, so that
 * no archive unfolds to more than it may: `table_file.workbook_too_large`. Fails with `table_file.broken_archive` where it is none.
 */
export async function openZip(file: string): Promise<Zip> {
  const entries = await readDirectory(file);
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    async *read(name, { signal, onProgress } = {}) {
      const entry = entries.get(name);
      if (!entry || (entry.method !== 0 && entry.method !== 8)) throw fail('table_file.broken_archive');
      const start = await startOf(file, entry.offset);
      if (entry.packed === 0) return;
      const source = createReadStream(file, { start, end: start + entry.packed - 1, highWaterMark: 65_536 });
      const inflate = createInflateRaw({ chunkSize: 65_536 });
      // Errors of either reach the reader through the last stream of the pipeline.
      const stream = entry.method === 0 ? source : pipeline(source, inflate, () => {});
      let size = 0;
      try {
        for await (const piece of stream as AsyncIterable<Buffer>) {
          signal?.throwIfAborted();
          size += piece.length;
          unpacked += piece.length;
          if (unpacked > most.unpacked || (size > most.ratioFrom && size > source.bytesRead * most.ratio))
            throw fail('table_file.workbook_too_large');
          onProgress?.(start + source.bytesRead);
          yield piece;
        }
      } catch (error) {
        throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') ? fail('table_file.broken_archive') : error;
      } finally {
        source.destroy();
        inflate.destroy();
      }
    },
  };
}

async function readDirectory(file: string): Promise<Map<string, Entry>> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const tail = Buffer.alloc(Math.min(size, 65_557));
  await handle.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > tail.length) throw fail('table_file.broken_archive');
  const [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > most.entries || length > most.directory) throw fail('table_file.workbook_too_large');
  if (from + length > size) throw fail('table_file.broken_archive');
  const directory = Buffer.alloc(length);
  await handle.read(directory, 0, length, from);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= length && directory.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extra, comment] = [
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
    ];
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

async function startOf(file: string, offset: number): Promise<number> {
  await using handle = await open(file, 'r');
  const head = Buffer.alloc(30);
  const { bytesRead } = await handle.read(head, 0, 30, offset);
  if (bytesRead < 30 || head.readUInt32LE(0) !== 0x04034b50) throw fail('table_file.broken_archive');
  return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}
