import type { Config } from '../config.ts';
import { storageOf } from '../storage/index.ts';
import { tendVersion } from '../version.ts';
import { writeArchive, type ArchiveWriter } from './archive.ts';
import { counter, pieceBytes, pieceName, places, type BackupHead, type BackupSums, type Sum } from './contents.ts';
import type { Snapshot } from './snapshot.ts';

export type BackupMade = {
  readonly sizeBytes: number;
  readonly head: BackupHead;
  readonly sums: BackupSums;
  /** Files that rows need and that were nowhere to be found; the first of them. */
  readonly missing: readonly string[];
};

/** So many of them are named. */
const mostNamed = 100;

/**
 * Writes everything of the installation into one file, while it goes on: the rows of one moment, and the files that belong to them. Memory does not grow with what there is.
 * A file that rows need and that is not there is told, and keeps the rest from nobody. Refused: `backup.under_way`, `backup.unwritable`, `backup.disk_full`; then there is no file.
 */
export async function makeBackup(options: {
  readonly file: string;
  readonly openSnapshot: () => Promise<Snapshot>;
  readonly config: Pick<Config, 'dataFolder' | 'storage' | 'secret'>;
  readonly now: Temporal.Instant;
  /** Encrypts. */
  readonly passphrase?: string | undefined;
  readonly withSecret: boolean;
  readonly signal?: AbortSignal | undefined;
}): Promise<BackupMade> {
  const { now, config, withSecret, signal } = options;
  const snapshot = await options.openSnapshot();
  let archive: ArchiveWriter | undefined;
  try {
    archive = await writeArchive(options.file, { passphrase: options.passphrase, modifiedAt: new Date(now.epochMilliseconds) });
    const { migrations, tables } = snapshot;
    const head: BackupHead = {
      format: 1,
      version: tendVersion(),
      madeAt: now.toString(),
      migrations: [...migrations],
      tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
      hasSecret: withSecret,
    };
    await archive.add(places.head, json(head));
    if (withSecret) await archive.add(places.secret, new TextEncoder().encode(config.secret));
    const sums: Record<string, Sum> = {};
    for (const table of tables) {
      signal?.throwIfAborted();
      sums[table.name] = await addPieces(archive, `tables/${table.name}`, snapshot.rows(table), counter(), signal);
    }
    const jobs = await addPieces(archive, places.jobs, linesOf(snapshot.jobs), counter(), signal);
    const { missing, ...files } = await addFiles(archive, snapshot, config, signal);
    const all: BackupSums = { tables: sums, jobs, files: { ...files, missing: missing.length } };
    await archive.add(places.sums, json(all));
    return { sizeBytes: await archive.finish(), head, sums: all, missing: missing.slice(0, mostNamed) };
  } catch (error) {
    await archive?.abandon();
    throw error;
  } finally {
    await snapshot.close();
  }
}

// What was stored after the moment of the rows belongs to nobody in them, and does no harm.
async function addFiles(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  config: Pick<Config, 'dataFolder' | 'storage'>,
  signal: AbortSignal | undefined,
): Promise<Sum & { count: number; missing: string[] }> {
  const storage = storageOf(config);
  const sum = counter();
  const missing: string[] = [];
  let count = 0;
  for (const workspace of snapshot.workspaces) {
    const needed = new Set(await snapshot.neededFiles(workspace));
    for await (const { name } of storage.list(workspace)) {
      const bytes = name.endsWith('.part') ? undefined : await storage.open(name);
      if (!bytes) continue;
      count += 1;
      sum.add(new TextEncoder().encode(name));
      await addPieces(archive, `files/${name}`, bytes, sum, signal);
      needed.delete(name);
    }
    if (needed.size > 0) missing.push(...needed.intersection(await snapshot.stillNeededFiles(workspace)));
  }
  return { ...sum.sum(), count, missing };
}

async function addPieces(
  archive: ArchiveWriter,
  of: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sum: ReturnType<typeof counter>,
  signal: AbortSignal | undefined,
): Promise<Sum> {
  let [number, size] = [0, 0];
  let waiting: Uint8Array[] = [];
  const flush = async () => {
    signal?.throwIfAborted();
    const piece = Buffer.concat(waiting);
    sum.add(piece);
    await archive.add(pieceName(of, ++number), piece);
    [waiting, size] = [[], 0];
  };
  for await (const part of content) {
    for (let from = 0; from < part.length; from += pieceBytes) {
      // The stream may use its memory again for what comes next.
      waiting.push(Buffer.from(part.subarray(from, from + pieceBytes)));
      size += Math.min(pieceBytes, part.length - from);
      if (size >= pieceBytes) await flush();
    }
  }
  // A file of nothing is a file all the same.
  if (size > 0 || (number === 0 && of.startsWith('files/'))) await flush();
  return sum.sum();
}

function* linesOf(values: readonly unknown[]): Iterable<Uint8Array> {
  for (const value of values) yield new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
