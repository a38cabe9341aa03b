import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { isUuid } from '#kit/domain/ids.ts';
import { signingOf, type Signing } from '../proof.ts';
import { listenForNews, tellNews, type Listening, type NewsHeard } from './news.ts';
import { corkForNow, forgetKept } from './statements.ts';
import { makeTx, nothingPending, type Pending, type Scope, type Shared, type Tx } from './transaction.ts';
import { valueParsers } from './types.ts';

/** The application's way to the database: always as a role that cannot bypass row-level security. */
export type Database = {
  transaction<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for what only reads: nothing has to begin or to be committed, so each statement is the only message. Where it turns out to write after
   * all (a look at something sensitive is written down, the rows of a past day are made), it runs again as a transaction.
   */
  read<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T>;
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
  /** Without it keys are used that are thrown away, where nobody will ask for what was signed with them. */
  readonly signing?: Signing;
  /** What everything is done by that is done here, unless a scope says otherwise: `terminal`. */
  readonly via?: string;
};

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const signing = options.signing ?? signingOf({ secret: randomBytes(32).toString('hex') });
  const shared: Shared = { memory: new Map(), ...signing, via: options.via };
  const poolOf = (settings: string) => {
    const pool = new pg.Pool({
      connectionString: url,
      max: options.connections ?? 12,
      types: valueParsers,
      application_name: options.name ?? 'tend',
      // A lost server is noticed by the query that meets it; an idle client's error must not end the process.
      keepAlive: true,
      pipeline: true,
      ...(settings === '' ? {} : { options: settings }),
    });
    pool.on('error', () => {});
    return pool;
  };
  const pool = poolOf('');
  const readers = poolOf('-c default_transaction_read_only=on');

  async function transaction<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const pending = nothingPending();
    let broken: Error | undefined;
    let telling: Promise<void> | undefined;
    try {
      const begun = sendAlong(client, `begin; ${scopeStatement(scope, 'transaction')}`);
      const tx = makeTx(client, scope, pending, shared);
      const result = await run(tx);
      await settle(tx, pending, options.refreshTouched);
      // Behind all that was sent and not waited for. A commit of what has failed is a rollback, and no error.
      const [committed] = await Promise.all([client.query('commit'), begun, ...pending.sent]);
      if (committed.command !== 'COMMIT') throw new Error('a statement failed whose error nobody passed on');
      for (const hook of pending.afterCommit) hook();
      telling = tellNews(client, tx.workspace, pending.news);
      return result;
    } catch (error) {
      await client.query('rollback').catch((second: Error) => (broken = second));
      const cause = await causeOf(error, pending);
      if (hasOutlivedPlan(cause)) broken = cause;
      throw cause;
    } finally {
      // Nobody waits for the news to be told; the connection does.
      if (telling) void telling.then(() => client.release());
      else client.release(broken);
    }
  }

  /** Whose rows each reading connection shows. */
  const shown = new WeakMap<pg.PoolClient, string>();

  async function read<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await readers.connect();
    const pending = nothingPending();
    const wanted = scopeStatement(scope, 'session');
    let broken: Error | undefined;
    try {
      if (shown.get(client) !== wanted) {
        shown.delete(client);
        // What is answered before this has succeeded is never given to anybody.
        const told = sendAlong(client, wanted);
        const result = await run(makeTx(client, scope, pending, shared));
        await told;
        shown.set(client, wanted);
        return await settled(result, pending);
      }
      return await settled(await run(makeTx(client, scope, pending, shared)), pending);
    } catch (error) {
      if (hasOutlivedPlan(error)) broken = error;
      else if (!wouldWrite(error)) throw error;
    } finally {
      client.release(broken);
    }
    return await transaction(scope, run);
  }

  return {
    pool,
    transaction,
    read,
    listen: async (heard, lost) => await listenForNews({ connectionString: url, application_name: options.name ?? 'tend' }, heard, lost),
    close: async () => {
      await Promise.all([pool.end(), readers.end()]);
    },
  };
}

async function settled<T>(result: T, pending: Pending): Promise<T> {
  await Promise.all(pending.sent);
  for (const hook of pending.afterCommit) hook();
  return result;
}

// Not waited for where it is sent: what follows goes behind it, and fails where it failed.
function sendAlong(client: pg.PoolClient, text: string): Promise<unknown> {
  corkForNow(client);
  const sent = client.query(text);
  sent.catch(() => {});
  return sent;
}

/** Why a transaction failed: what was sent before and failed, where what came behind it only says that the transaction is no good any more. */
export async function causeOf(failure: unknown, { sent }: Pending): Promise<unknown> {
  if (!(failure instanceof pg.DatabaseError) || failure.code !== '25P02') return failure;
  const before = (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
  return before ? before.reason : failure;
}

/** A statement that the server keeps for a connection does not fit the tables any more: they were changed under a running Tend. */
function hasOutlivedPlan(error: unknown): error is pg.DatabaseError {
  if (!(error instanceof pg.DatabaseError) || error.code !== '0A000') return false;
  forgetKept();
  return true;
}

/** Whether somebody who may only read tried to write. */
export function wouldWrite(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25006';
}

export async function settle(tx: Tx, pending: Pending, refreshTouched: DatabaseOptions['refreshTouched']): Promise<void> {
  if (pending.touched.size === 0) return;
  const newcomers = [...pending.touched].flatMap(([customer, what]) => (what === 'new' ? [customer] : []));
  await refreshTouched?.(tx, [...pending.touched.keys()], new Set(newcomers));
}

/** One message with what it is sent along with; literals, since SET takes no parameters. */
export function scopeStatement(scope: Scope, lasting: 'transaction' | 'session'): string {
  const { workspace = '', account = '' } = scope;
  if (workspace !== '' && !isUuid(workspace)) throw new Error('a workspace is named by its id');
  const set = lasting === 'transaction' ? 'set local' : 'set';
  return `${set} tend.workspace = '${workspace}'; ${set} tend.account = ${pg.escapeLiteral(account)}`;
}
