import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The statements of one connection. Those that are sent without waiting follow each other on the wire, and are answered in their order. */
export type Statements = {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
  /** `COPY … FROM STDIN`, with the rows in pieces. */
  copyIn(statement: string, rows: Iterable<Buffer | string>): Promise<void>;
  /** `COPY … TO STDOUT`, piece by piece. */
  copyOut(statement: string, take: (piece: Buffer) => void): Promise<void>;
};

export function statementsOf(client: pg.PoolClient): Statements {
  return {
    query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
      corkForNow(client);
      return values ? client.query<Row>({ ...nameOf(text), text, values: [...values] }) : client.query<Row>(text);
    },
    copyIn: (statement, rows) => alone(client, () => pipeline(Readable.from(rows), client.query(copyFrom(statement)))),
    copyOut: (statement, take) => alone(client, () => pipeline(client.query(copyTo(statement)), writable(take))),
  };
}

const corked = new WeakSet<pg.PoolClient>();

/** Everything that is sent before the program waits for something goes to the server in one piece. */
export function corkForNow(client: pg.PoolClient): void {
  if (corked.has(client)) return;
  const { stream } = client.connection;
  corked.add(client);
  stream.cork();
  process.nextTick(() => {
    corked.delete(client);
    stream.uncork();
  });
}

/** So often has a statement to be asked before the server is told to keep it. */
const often = 3;
/** The server keeps each of them for each connection. */
const mostKept = 200;
const asked = new Map<string, number>();
const names = new Map<string, string>();
let generation = 0;

/** From now on every statement is kept under a name that no connection knows yet: what they keep was made for tables that have changed since. */
export function forgetKept(): void {
  names.clear();
  generation++;
}

/** What is asked again and again is read and planned once a connection, and then only carried out. */
function nameOf(text: string): { name?: string } {
  const name = names.get(text);
  if (name !== undefined) return { name };
  if (names.size >= mostKept) return {};
  const times = (asked.get(text) ?? 0) + 1;
  if (times > often) {
    asked.delete(text);
    names.set(text, `s${generation}_${names.size}`);
  } else {
    if (asked.size >= 10 * mostKept) asked.clear();
    asked.set(text, times);
  }
  return {};
}

// What is copied is on the wire behind its statement, so no other may be: the connection waits for answers as long.
async function alone(client: pg.PoolClient, copy: () => Promise<void>): Promise<void> {
  await client.query('');
  Object.assign(client, { pipeline: false });
  try {
    await copy();
  } finally {
    Object.assign(client, { pipeline: true });
  }
}

function writable(take: (piece: Buffer) => void): Writable {
  return new Writable({
    write: (piece: Buffer, _, done) => {
      take(piece);
      done();
    },
  });
}
