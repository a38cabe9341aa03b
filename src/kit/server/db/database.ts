import pg from 'pg';
import { isUuid } from '#kit/domain/ids.ts';
import { listenForNews, tellNews, type Listening, type NewsHeard } from './news.ts';
import { forgetKept } from './statements.ts';
import { makeTx, nothingPending, type Pending, type Tx } from './transaction.ts';
import { valueParsers } from './types.ts';

export type Scope = {
  readonly workspace?: string;
  /** Lets an account see its own seats in all workspaces. */
  readonly account?: string;
};

/** The application's way to the database: always as a role that cannot bypass row-level security. */
export type Database = {
  transaction<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** For what needs a pool of its own kind (sign-in, jobs). */
  readonly pool: pg.Pool;
  /** Hears what is committed anywhere, in whatever process, on a connection of its own; `lost` when that connection ends by itself. */
  listen(heard: (news: NewsHeard) => void, lost: () => void): Promise<Listening>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly connections?: number;
  readonly name?: string;
  /** Runs inside the transaction, before its commit, when the action touched customers. */
  readonly refreshTouched?: (tx: Tx, customers: readonly string[], newcomers: ReadonlySet<string>) => Promise<void>;
};

/** A statement that the server keeps for a connection does not fit the tables any more: they were changed under a running Tend. */
const planOutlived = '0A000';

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 12,
    types: valueParsers,
    application_name: options.name ?? 'tend',
    // A lost server is noticed by the query that meets it; an idle client's error must not end the process.
    keepAlive: true,
    pipeline: true,
  });
  pool.on('error', () => {});
  return {
    pool,
    transaction: async (scope, run) => {
      const client = await pool.connect();
      const pending = nothingPending();
      let broken: Error | undefined;
      let telling: Promise<void> | undefined;
      try {
        const begun = client.query(`begin; ${scopeStatement(scope)}`);
        // Not waited for here: what follows is sent behind it, and fails where it failed.
        begun.catch(() => {});
        const tx = makeTx(client, scope.workspace ?? '', pending);
        const result = await run(tx);
        await begun;
        await settle(tx, pending, options.refreshTouched);
        await client.query('commit');
        for (const hook of pending.afterCommit) hook();
        telling = tellNews(client, tx.workspace, pending.news);
        return result;
      } catch (error) {
        await client.query('rollback').catch((second: Error) => (broken = second));
        if (error instanceof pg.DatabaseError && error.code === planOutlived) {
          forgetKept();
          broken = error;
        }
        throw error;
      } finally {
        // Nobody waits for the news to be told; the connection does.
        if (telling) void telling.then(() => client.release());
        else client.release(broken);
      }
    },
    listen: async (heard, lost) => await listenForNews({ connectionString: url, application_name: options.name ?? 'tend' }, heard, lost),
    close: () => pool.end(),
  };
}

export async function settle(tx: Tx, pending: Pending, refreshTouched: DatabaseOptions['refreshTouched']): Promise<void> {
  if (pending.touched.size === 0) return;
  const newcomers = [...pending.touched].flatMap(([customer, what]) => (what === 'new' ? [customer] : []));
  await refreshTouched?.(tx, [...pending.touched.keys()], new Set(newcomers));
}

/** One round trip with the `begin`; literals, since SET takes no parameters. */
export function scopeStatement(scope: Scope): string {
  const { workspace = '', account = '' } = scope;
  if (workspace !== '' && !isUuid(workspace)) throw new Error('a workspace is named by its id');
  return `set local tend.workspace = '${workspace}'; set local tend.account = ${pg.escapeLiteral(account)}`;
}
