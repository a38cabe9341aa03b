import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { statementsOf, type Statements } from './statements.ts';
import { toParameter } from './types.ts';
import type { Prove, Signing } from '../proof.ts';

/** What this process remembers of workspaces beside the database: by what it is, and by workspace until when it counts. */
export type Memory = Map<object, Map<string, { readonly value: unknown; readonly until: number }>>;

/** Whose rows somebody works with, and by what. */
export type Scope = {
  readonly workspace?: string;
  /** Lets an account see its own seats in all workspaces. */
  readonly account?: string;
  /** What somebody acts by, where it is not in person: the id of an API key, `terminal`, or `automation`. */
  readonly via?: string | undefined;
};

/** An open transaction of one workspace. Whoever holds it can read and write that workspace's rows and no others. */
export type Tx = {
  readonly workspace: string;
  /** What its events are done by, as `Scope` says it; null in person. */
  readonly via: string | null;
  /** Typed over one feature's own tables: `tx.over<PromiseTables>()`. */
  over<Tables>(): Kysely<Tables>;
  /** For COPY and statements that a query builder would only hide. */
  readonly client: Statements;
  /**
   * Sends a statement whose outcome nobody waits for: what follows goes behind it on the wire, and so does the commit. Where it fails, the transaction fails with its error.
   */
  send(text: string, values: readonly unknown[]): void;
  /** For `remember`. */
  readonly memory: Memory;
  /** For what goes to the log of events. */
  readonly prove: Prove;
  /** For what is left of those who were erased. */
  readonly trace: Prove;
  /** Runs after the transaction has committed; not at all when it rolls back. */
  afterCommit(run: () => void): void;
  /** Tells whoever has the workspace open what happened, once it has committed. */
  announce(news: News): void;
  /** Says that something about these customers changed: what stands computed about them is refreshed before the commit. */
  touch(...customers: readonly string[]): void;
  /** The same of customers who were made in this transaction: nothing has happened with them yet. */
  touchNew(...customers: readonly string[]): void;
};

/** What happened, as little of it as a screen needs to know what to ask for anew. */
export type News = {
  readonly kind: string;
  readonly customer: string | null;
  readonly colleague: string | null;
};

/** What a transaction collects on its way to the commit. */
export type Pending = {
  readonly news: News[];
  readonly afterCommit: (() => void)[];
  /** Who was touched, and whether they are new and nothing else was said of them. */
  readonly touched: Map<string, 'new' | 'known'>;
  /** What was sent and has not gone well yet. */
  readonly sent: Set<Promise<unknown>>;
};

export function nothingPending(): Pending {
  return { news: [], afterCommit: [], touched: new Map(), sent: new Set() };
}

/** What the transactions of one database share. `via` counts where a scope says nothing of it. */
export type Shared = Signing & { readonly memory: Memory; readonly via?: string | undefined };

export function makeTx(connection: pg.PoolClient, scope: Scope, pending: Pending, { memory, prove, trace, ...shared }: Shared): Tx {
  const { workspace = '', via = shared.via ?? null } = scope;
  const client = statementsOf(connection);
  let builder: Kysely<unknown> | undefined;
  const makeBuilder = () =>
    new Kysely<unknown>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => ({
          init: async () => {},
          acquireConnection: async () => throughClient,
          beginTransaction: refuse,
          commitTransaction: refuse,
          rollbackTransaction: refuse,
          releaseConnection: async () => {},
          destroy: async () => {},
        }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  const throughClient: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const result = await client.query(query.sql, query.parameters.map(toParameter));
      return {
        rows: result.rows as Row[],
        ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
      };
    },
    // oxlint-disable-next-line require-yield -- the interface asks for a generator; streams go through COPY here
    async *streamQuery() {
      throw new Error('large reads go through COPY');
    },
  };
  return {
    workspace,
    via,
    over: <Tables>() => (builder ??= makeBuilder()) as unknown as Kysely<Tables>,
    client,
    send: (text, values) => {
      const sent = client.query(text, values);
      pending.sent.add(sent);
      // What fails stays, for the end of the transaction.
      sent.then(
        () => pending.sent.delete(sent),
        () => {},
      );
    },
    memory,
    prove,
    trace,
    afterCommit: (run) => pending.afterCommit.push(run),
    announce: (news) => pending.news.push(news),
    touch: (...customers) => {
      for (const customer of customers) pending.touched.set(customer, 'known');
    },
    touchNew: (...customers) => {
      for (const customer of customers) pending.touched.set(customer, pending.touched.get(customer) ?? 'new');
    },
  };
}

async function refuse(): Promise<void> {
  throw new Error('a transaction is opened by Database.transaction, around the whole action');
}
