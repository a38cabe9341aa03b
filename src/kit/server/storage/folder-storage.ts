import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Storage } from './storage.ts';

/** Files in a folder of this machine, readable by nobody else. */
export function folderStorage(folder: string): Storage {
  const pathOf = (name: string) => join(folder, name);
  return {
    take: async (name, file) => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await moveFile(file, path);
    },
    open: async (name) => {
      const path = pathOf(name);
      if (!(await isThere(path))) return undefined;
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    },
    remove: async (name) => await rm(pathOf(name), { force: true }),
    async *list(workspace) {
      const names = await readdir(pathOf(workspace)).catch(() => []);
      for (const name of names) {
        const written = await stat(join(pathOf(workspace), name)).catch(() => undefined);
        if (!written) continue;
        yield { name: `${workspace}/${name}`, writtenAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(written.mtimeMs)) };
      }
    },
  };
}

/** A rename is seen whole or not at all; from another disk the file is copied beside its place first, and written out before it is named. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    const part = `${to}.part`;
    await copyFile(from, part);
    const written = await open(part, 'r+');
    await written.sync();
    await written.close();
    await rename(part, to);
    await rm(from, { force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
