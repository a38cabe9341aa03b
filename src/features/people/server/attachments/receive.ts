import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Config } from '#kit/server/config.ts';
import { readPhoto } from '../../domain/index.ts';

/** A file that has come in and lies on this machine, not yet in the storage. */
export type Received = {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
};

/** What of the settings says where files lie. */
export type Receiving = Pick<Config, 'dataFolder' | 'storage'>;

/** Where files lie while they come in. */
export function incomingFolder(config: Receiving): string {
  return join(config.dataFolder, 'incoming');
}

/**
 * Writes what comes in to this machine, piece by piece, and finds out by its bytes what it is. A photo is rebuilt from what shows the picture.
 * Refused, and nothing left behind: `attachment.empty`, `attachment.too_large`, and what `readPhoto` refuses.
 */
export async function receive(
  config: Receiving,
  id: string,
  purpose: 'file' | 'photo',
  body: ReadableStream<Uint8Array> | null,
): Promise<Received> {
  await mkdir(incomingFolder(config), { recursive: true, mode: 0o700 });
  const path = join(incomingFolder(config), id);
  try {
    await write(path, body, config.storage.largestMegabytes);
    const mediaType = purpose === 'photo' ? await rebuildPhoto(path) : await sniff(path);
    return { path, mediaType, ...(await measure(path)) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(path: string, body: ReadableStream<Uint8Array> | null, megabytes: number): Promise<void> {
  if (!body) throw fail('attachment.empty');
  let size = 0;
  const count = new Transform({
    transform(piece: Buffer, _, done) {
      size += piece.length;
      if (size > megabytes * 1_000_000) done(fail('attachment.too_large', { megabytes }));
      else done(null, piece);
    },
  });
  await pipeline(Readable.fromWeb(body as WebStream), count, createWriteStream(path, { mode: 0o600 }));
  if (size === 0) throw fail('attachment.empty');
}

async function rebuildPhoto(path: string): Promise<string> {
  const picture = unwrap(readPhoto(new Uint8Array(await readFile(path))));
  await writeFile(path, picture.bytes);
  return picture.mediaType;
}

async function sniff(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const start = buffer.subarray(0, bytesRead);
    // Loaded when the first file comes: it knows some hundred kinds.
    const { fileTypeFromBuffer } = await import('file-type');
    const known = await fileTypeFromBuffer(start);
    return known?.mime ?? (isText(start) ? 'text/plain' : 'application/octet-stream');
  } finally {
    await file.close();
  }
}

/** Whatever is readable as text is no more than text to us: pages and drawings with scripts are not told apart from letters. */
function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    // The last character may have been cut.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function measure(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path);
  for await (const piece of file.createReadStream()) {
    hash.update(piece as Buffer);
    size += (piece as Buffer).length;
  }
  return { size, sha256: hash.digest('hex') };
}
