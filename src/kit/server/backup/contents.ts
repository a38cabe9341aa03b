import { createHash } from 'node:crypto';
import { z } from 'zod';

/*
 * A backup is a tar archive, compressed by zstd, and encrypted by age where there is a passphrase: each can be undone by the tool of that name.
 *
 *   tend.json                          what follows, and for which schema
 *   secret                             the installation's secret, only where it was asked for
 *   tables/NAME.000001                 the rows as COPY writes them, in pieces
 *   jobs.000001                        the queue of jobs, one as JSON a line
 *   files/WORKSPACE/ID.000001          attached files, in pieces
 *   checksums.json                     what came before, counted: whoever reads this far has read all of it
 */

/** No piece is larger, so that neither side holds more of the file at once. */
export const pieceBytes = 1024 * 1024;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const Head = z.object({
  format: z.literal(1),
  /** The version of Tend that wrote it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** What the schema consists of, in order: the names of the migrations, with their checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })),
  hasSecret: z.boolean(),
});
export type BackupHead = z.infer<typeof Head>;

const Sum = z.object({ lines: z.number().int(), bytes: z.number().int(), sha256: z.string() });
export type Sum = z.infer<typeof Sum>;

const Sums = z.object({
  tables: z.record(name, Sum),
  jobs: Sum,
  files: Sum.extend({
    count: z.number().int(),
    /** Files that rows need and that were not there. */
    missing: z.number().int().default(0),
  }),
});
export type BackupSums = z.infer<typeof Sums>;

export const places = { head: 'tend.json', secret: 'secret', sums: 'checksums.json', jobs: 'jobs' } as const;

/** What an entry's name says: what it is a piece of, and which. */
export type Place =
  | { readonly kind: 'head' | 'secret' | 'sums' }
  | { readonly kind: 'jobs'; readonly piece: number }
  | { readonly kind: 'table' | 'file'; readonly of: string; readonly piece: number };

export function placeOf(path: string): Place | undefined {
  if (path === places.head) return { kind: 'head' };
  if (path === places.secret) return { kind: 'secret' };
  if (path === places.sums) return { kind: 'sums' };
  const found = /^(?:(jobs)|tables\/([a-z_][a-z0-9_]*)|files\/([0-9a-f-]{36}\/[0-9A-Za-z_-]{1,100}))\.(\d{6,9})$/.exec(path);
  if (!found) return undefined;
  const [, jobs, table, file, number] = found;
  const piece = Number(number);
  if (jobs !== undefined) return { kind: 'jobs', piece };
  return table === undefined ? { kind: 'file', of: file ?? '', piece } : { kind: 'table', of: table, piece };
}

export function pieceName(of: string, piece: number): string {
  return `${of}.${String(piece).padStart(6, '0')}`;
}

export function readHead(bytes: Uint8Array): BackupHead | undefined {
  return parse(Head, bytes);
}

export function readSums(bytes: Uint8Array): BackupSums | undefined {
  return parse(Sums, bytes);
}

function parse<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** Counts what goes by. Rows as COPY writes them, and jobs, are one line each. */
export function counter(): { add(piece: Uint8Array): void; sum(): Sum } {
  const hash = createHash('sha256');
  let [lines, bytes] = [0, 0];
  return {
    add: (piece) => {
      hash.update(piece);
      bytes += piece.length;
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
    },
    sum: () => ({ lines, bytes, sha256: hash.copy().digest('hex') }),
  };
}
