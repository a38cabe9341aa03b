import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { createTarDecoder, createTarPacker } from 'modern-tar';
import { fail, FailureError } from '#kit/domain/result.ts';
import { pieceBytes } from './contents.ts';

export type ArchiveWriter = {
  add(name: string, content: Uint8Array): Promise<void>;
  /** All of it is on the disk, under its name; answers its size. */
  finish(): Promise<number>;
  /** Nothing of it stays. */
  abandon(): Promise<void>;
};

/**
 * As age does by itself costs 256 MB of memory, once, to whoever writes and to whoever guesses; half of that is what OWASP asks for passphrases, and leaves a
 * small server standing.
 */
const scryptWorkFactor = 17;

/** Writes an archive beside its place, and puts it there when it is whole. Refused: `backup.unwritable`, `backup.disk_full`. */
export async function writeArchive(path: string, options: { passphrase?: string | undefined; modifiedAt: Date }): Promise<ArchiveWriter> {
  const part = `${path}.part`;
  const { readable, controller } = createTarPacker();
  const compressed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const tar = fromWeb(readable);
  let failure: unknown;
  const streams =
    options.passphrase === undefined
      ? [pipeline(tar, compressed, createWriteStream(part, { mode: 0o600 }))]
      : await encrypted(tar, compressed, part, options.passphrase);
  const written = Promise.all(streams).catch((error: unknown) => {
    failure ??= error;
    controller.error(error);
  });
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw unwritable(path, failure ?? error);
    }
  };
  return {
    add: async (name, content) =>
      await told(async () => {
        const body = controller.add({ name, size: content.length, mode: 0o600, mtime: options.modifiedAt }).getWriter();
        await body.write(content);
        await body.close();
      }),
    finish: async () => {
      let size = 0;
      await told(async () => {
        controller.finalize();
        await written;
        if (failure !== undefined) throw new Error('the archive was not written', { cause: failure });
        size = await syncFile(part);
        await rename(part, path);
        await syncFolder(dirname(path));
      });
      return size;
    },
    abandon: async () => {
      controller.error(new Error('the archive was given up'));
      await written;
      await rm(part, { force: true }).catch(() => {});
    },
  };
}

async function encrypted(tar: Readable, compressed: ReturnType<typeof createZstdCompress>, part: string, passphrase: string) {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(passphrase);
  const sealed = await encrypter.encrypt(toWeb(compressed));
  return [pipeline(tar, compressed), pipeline(fromWeb(sealed), createWriteStream(part, { mode: 0o600 }))];
}

async function syncFile(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

// A name that was just given is only safe once its folder is; not every system lets a folder be written out.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

function unwritable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return fail('backup.disk_full', { file: path });
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return fail('backup.unwritable', { file: path, reason: code });
  return error instanceof Error ? error : new Error(String(error));
}

export type ArchiveEntry = { readonly name: string; readonly content: Uint8Array };

const ageMark = 'age-encryption.org/';

/** Whether a file is encrypted; refuses what is no backup at all (`backup.missing`, `backup.no_backup`). */
async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw fail('backup.missing', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : '' });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ageMark.length), 0, ageMark.length, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.toString('latin1') === ageMark) return true;
    if (bytesRead < 4 || start.readUInt32LE(0) !== 0xfd2fb528) throw fail('backup.no_backup', { file: path });
    return false;
  } finally {
    await file.close();
  }
}

/**
 * Every entry of an archive in its order, and nothing of one that is damaged, cut off or not ours to read: `backup.passphrase_needed`,
 * `backup.passphrase_wrong`, `backup.damaged`.
 */
export async function* readArchive(path: string, passphrase: string | undefined): AsyncGenerator<ArchiveEntry> {
  const isSealed = await isEncrypted(path);
  if (isSealed && passphrase === undefined) throw fail('backup.passphrase_needed', { file: path });
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const compressed = isSealed ? fromWeb(await decrypted(file, path, passphrase ?? '')) : file;
  const tar = createZstdDecompress();
  const unpacked = pipeline(compressed, tar);
  unpacked.catch(() => {});
  try {
    const entries = toWeb(tar).pipeThrough(createTarDecoder({ strict: true }));
    for await (const { header, body } of entries) {
      if (header.size > 4 * pieceBytes) throw fail('backup.damaged', { file: path });
      yield { name: header.name, content: new Uint8Array(await new Response(body).arrayBuffer()) };
    }
    await unpacked;
  } catch (error) {
    throw error instanceof FailureError ? error : fail('backup.damaged', { file: path });
  } finally {
    file.destroy();
    tar.destroy();
  }
}

async function decrypted(file: Readable, path: string, passphrase: string): Promise<ReadableStream<Uint8Array>> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(toWeb(file));
  } catch (error) {
    const isOther = error instanceof Error && /no identity matched/.test(error.message);
    throw fail(isOther ? 'backup.passphrase_wrong' : 'backup.damaged', { file: path });
  }
}

// The streams of the web are one thing when it runs, and two to the checker of types: Node's, and those of the browser, which the libraries name.
function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as WebStream);
}

// Loaded by whoever encrypts: a server at rest does without its curves.
async function age() {
  return await import('age-encryption');
}
