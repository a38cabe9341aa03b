import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { Language } from '#kit/domain/languages.ts';
import { fail } from '#kit/domain/result.ts';
import type { CommandContext } from '../cli/command.ts';
import type { Tx } from '../db/index.ts';
import { translate } from '../messages.ts';
import type { ReadingOptions } from '../tables/index.ts';
import type { FileToTake } from './file-imports.ts';
import { leftOutPieces, type LeftOutTable } from './left-out-file.ts';

/**
 * How a file is to be read as far as it was said: in a JSON file, all or part of it, and by `told`, the options, which weigh more. Refuses what
 * does not fit (`file_import.mapping_unusable` {field}).
 */
export async function mappingFrom<Given>(
  schema: z.ZodType<Given>,
  file: string | undefined,
  told: Readonly<Record<string, string | undefined>>,
): Promise<Given> {
  const said = Object.entries(told).filter(([, value]) => value !== undefined);
  const given = schema.safeParse({ ...(file === undefined ? {} : await mappingIn(file)), ...Object.fromEntries(said) });
  if (!given.success) throw fail('file_import.mapping_unusable', { field: given.error.issues[0]?.path.join('.') ?? '' });
  return given.data;
}

async function mappingIn(file: string): Promise<object> {
  try {
    const parsed = JSON.parse(await readFile(file, 'utf8')) as { mapping?: object };
    // The whole answer of a dry run is taken as well as the mapping in it.
    return parsed.mapping ?? parsed;
  } catch {
    throw fail('file_import.mapping_unusable', { field: file });
  }
}

type Bringing<Mapping, Result> = {
  readonly bring: (
    tx: Tx,
    now: Temporal.Instant,
    what: Pick<FileToTake<Mapping>, 'file' | 'mapping' | 'config'>,
    options: ReadingOptions,
  ) => Promise<{ readonly id: string; readonly result: Result }>;
  /** What of a file was set aside. */
  readonly setAside: (id: string, result: Result, language: Language) => LeftOutTable;
};

/** Takes a file in as a whole or not at all, and shows how far it is. What was set aside goes into the file named `setAside`, where one is. */
export async function bringFile<Mapping, Result>(
  context: CommandContext,
  imports: Bringing<Mapping, Result>,
  { file, mapping, setAside }: { readonly file: string; readonly mapping: Mapping; readonly setAside: string | undefined },
): Promise<Result> {
  const { terminal, language, signal } = context;
  const services = await context.services();
  const workspace = await context.workspace();
  const { size } = await stat(file);
  const label = translate(language, 'file_import.progress', { file: basename(file) });
  const onProgress = (bytes: number) => terminal.progress(label, bytes / Math.max(1, size));
  // Opened before the work, which would be a pity to have done where nobody may write; and left as it is until then, since it may be the file itself.
  const aside = setAside === undefined ? undefined : await open(setAside, 'a', 0o600);
  const { id, result } = await services.database.transaction({ workspace }, (tx) =>
    imports.bring(tx, services.clock(), { file, mapping, config: services.config }, { signal, onProgress }),
  );
  terminal.progressDone();
  await aside?.truncate();
  if (aside) await pipeline(leftOutPieces(services.database, workspace, imports.setAside(id, result, language)), aside.createWriteStream());
  return result;
}

/** Says something as JSON, or in lines for people. */
export function report<T>(
  { terminal, language }: CommandContext,
  { json }: { readonly json?: true },
  value: T,
  lines: (value: T, language: Language) => readonly string[],
): void {
  if (json) return terminal.printJson(value);
  for (const line of lines(value, language)) terminal.print(line);
}
