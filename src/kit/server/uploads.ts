import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { fail, type FailureError } from '#kit/domain/result.ts';
import type { Config } from './config.ts';

/** Where an uploaded file lies until it has been taken in. Both names are ids that we made. */
export function uploadPath(config: Config, workspace: string, id: string): string {
  return join(config.dataFolder, 'imports', workspace, id);
}

/** Writes an upload to the data folder piece by piece and answers its size. One that breaks off or grows larger than it may (`tooLarge`) leaves nothing. */
export async function saveUpload(
  path: string,
  body: ReadableStream<Uint8Array> | null,
  largest: number,
  tooLarge: FailureError,
): Promise<number> {
  if (!body) throw fail('table_file.empty');
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  let size = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      size += piece.length;
      if (size > largest) done(tooLarge);
      else done(null, piece);
    },
  });
  try {
    await pipeline(Readable.fromWeb(body as WebStream), measure, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await forgetUpload(path);
    throw error;
  }
  return size;
}

export async function forgetUpload(path: string): Promise<void> {
  await rm(path, { force: true });
}
