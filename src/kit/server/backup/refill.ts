import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo, type CopyStreamQuery } from 'pg-copy-streams';
import { fail } from '#kit/domain/result.ts';
import { counter, type BackupHead, type BackupSums } from './contents.ts';
import { readFittings } from './fittings.ts';
import type { QueuedJob } from './snapshot.ts';
import { appliedMigrations, copyInStatement, copyOutStatement, plainText, type TableShape } from './tables.ts';

/** Whoever loads rows into an empty database. */
export type Refill = {
  /** The next piece of a table's rows; those of one table come one after the other. */
  rows(table: string, piece: Uint8Array): Promise<void>;
  job(job: QueuedJob): Promise<void>;
};

/**
 * Loads everything of a backup into a database whose schema is that of the backup and which is empty, in one transaction: afterwards each table reads, byte by byte, as it was
 * written, or nothing has changed. Leaves a word that what the backup may have missed is still to be settled.
 */
export async function refill(
  ownerUrl: string,
  head: BackupHead,
  file: string,
  now: Temporal.Instant,
  feed: (into: Refill) => Promise<BackupSums>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tend restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`begin; ${plainText}`);
    const { takeOff, putBack } = await readFittings(client);
    for (const statement of takeOff) await client.query(statement);
    await refuseUnlessEmpty(client);
    // What migrations put in by themselves stands among the rows too.
    await client.query(`truncate ${head.tables.map(({ name }) => `public."${name}"`).join(', ')}`);
    const into = loader(client, head.tables);
    const sums = await feed(into);
    await into.end();
    for (const table of head.tables) {
      const { sha256 } = await sumOf(client, table);
      if (sha256 !== sums.tables[table.name]?.sha256) throw fail('backup.reads_otherwise', { file, table: table.name });
    }
    for (const statement of putBack) await client.query(statement);
    await client.query(
      'create table if not exists public.restoration (restored_at timestamptz primary key, backup_made_at timestamptz not null, settled_at timestamptz)',
    );
    await client.query('insert into public.restoration (restored_at, backup_made_at) values ($1, $2)', [now.toString(), head.madeAt]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Whether nobody works with a database yet, even where Tend was started on it before. */
export async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rowCount: begun } = await client.query(`select 1 where to_regclass('public.account') is not null`);
  if (begun === 0) {
    // One of which the first start was cut off has a list of migrations.
    const isOurs = (await appliedMigrations(client)).length > 0;
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::integer as count from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    );
    return isOurs || rows[0]?.count === 0;
  }
  // An account is closed to nobody, and there is no workspace without one.
  const { rows } = await client.query<{ count: number }>('select (select count(*) from public.account)::integer as count');
  return rows[0]?.count === 0;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    'select ((select count(*) from public.account) + (select count(*) from public.workspace))::integer as count',
  );
  if (rows[0]?.count !== 0) throw fail('backup.not_empty');
}

function loader(client: pg.Client, tables: readonly TableShape[]): Refill & { end(): Promise<void> } {
  let current: { readonly table: string; readonly stream: CopyStreamQuery; readonly ended: Promise<void> } | undefined;
  const end = async () => {
    const last = current;
    current = undefined;
    last?.stream.end();
    await last?.ended;
  };
  return {
    rows: async (name, piece) => {
      if (current?.table !== name) {
        await end();
        const table = tables.find((one) => one.name === name);
        if (!table) throw new Error(`${name} is no table of the backup`);
        const stream = client.query(copyFrom(copyInStatement(table)));
        const ended = finished(stream);
        ended.catch(() => {});
        current = { table: name, stream, ended };
      }
      const { stream, ended } = current;
      // A connection that is lost meanwhile ends the stream, and takes nothing any more.
      const taken = new Promise<void>((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(error) : resolve()));
      });
      await Promise.race([taken, ended]);
    },
    job: async ({ name, payload, queue, key, runAt, maxAttempts, priority }) => {
      await end();
      await client.query(
        `select graphile_worker.add_job($1, $2::json, queue_name := $3, run_at := $4::timestamptz, max_attempts := $5, job_key := $6, priority := $7)`,
        [name, JSON.stringify(payload), queue, runAt, maxAttempts, key, priority],
      );
    },
    end,
  };
}

async function sumOf(client: pg.Client, table: TableShape): Promise<{ sha256: string }> {
  const sum = counter();
  for await (const piece of client.query(copyTo(await copyOutStatement(client, table)))) sum.add(piece as Uint8Array);
  return sum.sum();
}
