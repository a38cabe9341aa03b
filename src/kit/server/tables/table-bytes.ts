import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fail } from '#kit/domain/result.ts';

export type ReadingOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Told the bytes of the file read so far; of a compressed file, the compressed ones. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

const pieceSize = 65_536;

/** Whether a file is gzip, and its size. Fails with `table_file.unreadable` or `table_file.empty`. */
export async function examineFile(file: string): Promise<{ size: number; compressed: boolean }> {
  try {
    await using handle = await open(file, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) throw fail('table_file.unreadable', { reason: 'not a file' });
    const magic = Buffer.alloc(2);
    await handle.read(magic, 0, 2, 0);
    if (stat.size === 0) throw fail('table_file.empty');
    return { size: stat.size, compressed: magic[0] === 0x1f && magic[1] === 0x8b };
  } catch (error) {
    throw asFailure(error);
  }
}

/** The bytes of a file, decompressed when it is gzip, in pieces. Memory stays bounded: the next piece is read when this one is used up. */
export async function* readBytes(file: string, options: ReadingOptions = {}): AsyncGenerator<Buffer> {
  const { compressed } = await examineFile(file);
  options.signal?.throwIfAborted();
  const source = createReadStream(file, { highWaterMark: pieceSize });
  const stream = compressed ? decompressed(source) : source;
  try {
    for await (const piece of stream) {
      options.signal?.throwIfAborted();
      if (!(piece instanceof Buffer)) continue;
      options.onProgress?.(source.bytesRead);
      yield piece;
    }
  } catch (error) {
    throw asFailure(error);
  } finally {
    source.destroy();
    stream.destroy();
  }
}

function decompressed(source: ReadStream): NodeJS.ReadableStream & { destroy(): void } {
  const gunzip = createGunzip({ chunkSize: pieceSize });
  // Errors of either reach the reader through the last stream of the pipeline.
  pipeline(source, gunzip, () => {});
  return gunzip;
}

function asFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return fail('table_file.broken_archive');
  if (code === 'ENOENT') return fail('table_file.missing');
  if (/^E[A-Z]+$/.test(code)) return fail('table_file.unreadable', { reason: code });
  return error;
}
