import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '#kit/domain/languages.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { Config } from '../config.ts';
import type { Tx } from '../db/index.ts';
import { newId } from '../ids.ts';
import { enqueueJob, type Job } from '../jobs.ts';
import { watchLongWork } from '../long-work.ts';
import type { Services } from '../services.ts';
import type { ReadingOptions } from '../tables/index.ts';
import { forgetUpload, saveUpload, uploadPath } from '../uploads.ts';
import { fileImportStore, type FileImport } from './file-import-store.ts';
import type { LeftOutTable } from './left-out-file.ts';

type Upload = {
  readonly workspace: string;
  readonly colleague: string;
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array> | null;
};

export type FileToTake<Mapping> = {
  readonly id: string;
  readonly file: string;
  readonly mapping: Mapping;
  /** Who began it; null from the terminal. */
  readonly colleague: string | null;
  /** Where what comes with the file is kept, for whoever keeps any of it. */
  readonly config: Config | undefined;
};

/** What a feature says of the files that it takes in. */
type FileKind<Mapping, Given, Looked, Result> = {
  /** Where they are written down, as `fileImportStore` wants it. */
  readonly table: string;
  /** The name of the job. */
  readonly job: string;
  readonly largestMegabytes: number;
  /** How a file would be read, with what a person said of that. Writes nothing; fails where the file is none of the kind. */
  readonly look: (tx: Tx, now: Temporal.Instant, file: string, given?: Given) => Promise<Looked>;
  /** Takes a file in, all of it within the transaction. Repeating it changes nothing. */
  readonly takeIn: (tx: Tx, now: Temporal.Instant, file: FileToTake<Mapping>, options: ReadingOptions) => Promise<Result>;
  /** What of a file was set aside, to be corrected and brought back. */
  readonly setAside: (id: string, result: Result | null, language: Language) => LeftOutTable;
};

/** Which import, and by what it was begun, where not in person. */
type Input = { readonly import: string; readonly via?: string | undefined };

const cancelled = { code: 'file_import.cancelled', values: {} };

/** The life of files of one kind, from the upload to what became of them. */
export function fileImports<Mapping, Given, Looked, Result>(kind: FileKind<Mapping, Given, Looked, Result>) {
  type Row = FileImport<Mapping, Result>;
  const { table, largestMegabytes } = kind;
  const store = fileImportStore<Mapping, Result>(table);

  async function read(tx: Tx, id: string, lock = false): Promise<Row> {
    const row = await store.find(tx, id, lock);
    if (!row) throw fail('file_import.not_found');
    return row;
  }

  async function requireUnfinished(tx: Tx, id: string, lock = false): Promise<Row> {
    const row = await read(tx, id, lock);
    if (row.finished_at) throw fail('file_import.already_finished');
    return row;
  }

  async function takeIn(tx: Tx, now: Temporal.Instant, file: FileToTake<Mapping>, options: ReadingOptions): Promise<Result> {
    const result = await kind.takeIn(tx, now, file, options);
    await store.finish(tx, file.id, now, { result });
    return result;
  }

  /**
   * The work itself. All of it is one transaction, so a process that dies leaves the state before, and the job is taken up again at the next
   * start. What is wrong with the file is written down as the import's failure; only what may pass by itself is thrown.
   */
  async function run(services: Services, workspace: string, id: string, stopping: AbortSignal, via?: string): Promise<void> {
    const row = await services.database.transaction({ workspace }, (tx) => store.find(tx, id));
    if (!row?.mapping || row.finished_at) return;
    const file = {
      id,
      file: uploadPath(services.config, workspace, id),
      mapping: row.mapping,
      colleague: row.started_by,
      config: services.config,
    };
    const watch = watchLongWork(services, workspace, stopping, (tx, bytes) => store.reportProgress(tx, id, bytes));
    try {
      await services.database.transaction({ workspace, via }, (tx) => takeIn(tx, services.clock(), file, watch));
      await forgetUpload(file.file);
    } catch (error) {
      const failure = watch.cancelled() ? cancelled : error instanceof FailureError ? error.failure : undefined;
      if (stopping.aborted || !failure) throw error;
      await services.database.transaction({ workspace }, (tx) => store.finish(tx, id, services.clock(), { failure }));
      await forgetUpload(file.file);
    } finally {
      await watch.end();
    }
  }

  const job: Job = {
    name: kind.job,
    run: ({ services, workspace, input, signal }) => {
      const { import: id, via } = input as Input;
      return run(services, workspace, id, signal, via);
    },
  };

  return {
    /** Keeps an uploaded file and answers how it would be read. One that cannot be, or is too large (`file_import.too_large`), is not kept. */
    async add(services: Services, { workspace, colleague, fileName, body }: Upload): Promise<{ id: string; looked: Looked }> {
      const id = newId();
      const path = uploadPath(services.config, workspace, id);
      const tooLarge = fail('file_import.too_large', { megabytes: largestMegabytes });
      const fileSize = await saveUpload(path, body, largestMegabytes * 1024 ** 2, tooLarge);
      try {
        return await services.database.transaction({ workspace }, async (tx) => {
          const now = services.clock();
          const looked = await kind.look(tx, now, path);
          await store.insert(tx, { id, fileName, fileSize, addedAt: now, addedBy: colleague });
          return { id, looked };
        });
      } catch (error) {
        await forgetUpload(path);
        throw error;
      }
    },
    /** Looks at an uploaded file again, with some of its reading given by a person. Refuses one that ended (`file_import.already_finished`). */
    async lookAgain(tx: Tx, services: Services, id: string, given: Given): Promise<{ row: Row; looked: Looked }> {
      const row = await requireUnfinished(tx, id);
      return { row, looked: await kind.look(tx, services.clock(), uploadPath(services.config, tx.workspace, id), given) };
    },
    /** Agrees to a reading and lets the work begin. Starting twice changes nothing; one that ended is refused (`file_import.already_finished`). */
    async start(tx: Tx, now: Temporal.Instant, colleague: string, id: string, mapping: Mapping): Promise<Row> {
      const row = await requireUnfinished(tx, id, true);
      if (row.started_at) return row;
      await store.start(tx, id, mapping, now, colleague);
      await enqueueJob(tx, kind.job, { import: id, via: tx.via ?? undefined } satisfies Input, {
        key: `${table} ${id}`,
        queue: `import ${tx.workspace}`,
      });
      return await read(tx, id);
    },
    /** Asks an import to stop. What it has read so far does not stay; one that ended already is left as it ended. */
    async cancel(tx: Tx, services: Services, now: Temporal.Instant, colleague: string, id: string): Promise<Row> {
      const row = await read(tx, id, true);
      await store.cancel(tx, id, now, colleague);
      if (row.started_at) return await read(tx, id);
      await store.finish(tx, id, now, { failure: cancelled });
      // A file that nobody will take in any more holds names for nothing; one under way is forgotten by the work itself.
      const path = uploadPath(services.config, tx.workspace, id);
      tx.afterCommit(() => void forgetUpload(path));
      return await read(tx, id);
    },
    /** One import; refuses what is none (`file_import.not_found`). */
    read,
    /** The latest twenty. */
    latest: async (tx: Tx): Promise<Row[]> => await store.list(tx, 20),
    /** Takes a file of this machine in, within the caller's transaction: nobody has to look at it first. */
    async bring(
      tx: Tx,
      now: Temporal.Instant,
      { file, mapping, config }: Pick<FileToTake<Mapping>, 'file' | 'mapping' | 'config'>,
      options: ReadingOptions = {},
    ): Promise<{ id: string; result: Result }> {
      const id = newId(now.epochMilliseconds);
      await store.insert(tx, { id, fileName: basename(file), fileSize: (await stat(file)).size, addedAt: now, addedBy: null });
      await store.start(tx, id, mapping, now, null);
      return { id, result: await takeIn(tx, now, { id, file, mapping, colleague: null, config }, options) };
    },
    setAside: kind.setAside,
    run,
    job,
  };
}
