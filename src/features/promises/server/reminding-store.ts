import type { Tx } from '#kit/server/db/index.ts';
import type { PromiseRow } from './store.ts';

/** A stretch of time, without its beginning. */
export type Span = { readonly after: Temporal.Instant; readonly until: Temporal.Instant };

/** An open promise, as much of it as a reminder says. */
export type PromiseAhead = {
  readonly id: string;
  readonly customer: string;
  readonly owner: string;
  readonly what: string;
  readonly dueFrom: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant;
};

const ahead = 'id, customer_id as customer, owner_id as owner, what, due_from as "dueFrom", due_at as "dueAt"';

// Not `coalesce`: beneath row-level security no index is asked by it.
const beginning = 'case when due_from is null then due_at else due_from end';

/**
 * Open promises of these owners that begin within a stretch of time (windows by their beginning, the others by their moment), whose moment has not come by `now`,
 * and whose owner has been told nothing of it.
 */
export async function listUntoldSoon(
  tx: Tx,
  { after, until }: Span,
  now: Temporal.Instant,
  owners: readonly string[],
): Promise<PromiseAhead[]> {
  const { rows } = await tx.client.query<PromiseAhead>(
    `select ${ahead} from promise
     where workspace_id = $1 and ended_at is null and told is null and ${beginning} > $2::timestamptz and ${beginning} <= $3::timestamptz
       and due_at > $4::timestamptz and owner_id = any($5::uuid[])
     order by ${beginning}, id`,
    [tx.workspace, after.toString(), until.toString(), now.toString(), owners],
  );
  return rows;
}

/** Open promises of these owners whose moment (of a window its end) falls within a stretch of time, and who have not been told that it has come. */
export async function listUntoldDue(tx: Tx, { after, until }: Span, owners: readonly string[]): Promise<PromiseAhead[]> {
  const { rows } = await tx.client.query<PromiseAhead>(
    `select ${ahead} from promise
     where workspace_id = $1 and ended_at is null and told is distinct from 'due' and due_at > $2::timestamptz and due_at <= $3::timestamptz
       and owner_id = any($4::uuid[])
     order by due_at, id`,
    [tx.workspace, after.toString(), until.toString(), owners],
  );
  return rows;
}

export type HandedOver = PromiseAhead & { readonly to: string; readonly handedAt: Temporal.Instant };

/** Promises that somebody was asked to take over within a stretch of time, and has not answered. */
export async function listHandedOver(tx: Tx, { after, until }: Span): Promise<HandedOver[]> {
  const { rows } = await tx.client.query<HandedOver>(
    `select ${ahead}, handed_to_id as to, handed_at as "handedAt" from promise
     where workspace_id = $1 and handed_to_id is not null and handed_at > $2::timestamptz and handed_at <= $3::timestamptz
     order by handed_at, id`,
    [tx.workspace, after.toString(), until.toString()],
  );
  return rows;
}

export type FallenBack = PromiseAhead & {
  readonly event: string;
  readonly how: 'declined' | 'withdrawn';
  readonly at: Temporal.Instant;
  /** Who declined or took it back, and who had asked. */
  readonly by: string;
  readonly askedBy: string;
};

/** Hand-overs that were declined or taken back within a stretch of time, of promises that are open still and with which nobody has been asked since. */
export async function listFallenBack(tx: Tx, { after, until }: Span): Promise<FallenBack[]> {
  const { rows } = await tx.client.query<FallenBack>(
    `select p.id, p.customer_id as customer, p.owner_id as owner, p.what, p.due_from as "dueFrom", p.due_at as "dueAt",
       e.id as event, e.kind as how, e.happened_at as at, e.colleague_id as by, asked.colleague_id as "askedBy"
     from promise_event e
     join promise p on p.workspace_id = e.workspace_id and p.id = e.promise_id and p.ended_at is null
     cross join lateral (
       select a.colleague_id, a.number from promise_event a
       where a.workspace_id = e.workspace_id and a.promise_id = e.promise_id and a.kind = 'handed_over'
       order by a.number desc limit 1
     ) asked
     where e.workspace_id = $1 and e.kind in ('declined', 'withdrawn') and e.happened_at > $2::timestamptz and e.happened_at <= $3::timestamptz
       and asked.number < e.number
     order by e.happened_at, e.id`,
    [tx.workspace, after.toString(), until.toString()],
  );
  return rows;
}

/** Those of these that are open, held until the transaction ends, always in one order. */
export async function holdOpen(tx: Tx, ids: readonly string[]): Promise<PromiseRow[]> {
  const { rows } = await tx.client.query<PromiseRow>(
    'select * from promise where workspace_id = $1 and id = any($2::uuid[]) and ended_at is null order by id for update',
    [tx.workspace, ids],
  );
  return rows;
}

export type PromiseLine = PromiseAhead & { readonly handedTo: string | null; readonly isOpen: boolean };

/** How promises stand, by id. */
export async function findLines(tx: Tx, ids: readonly string[]): Promise<PromiseLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.client.query<PromiseLine>(
    `select ${ahead}, handed_to_id as "handedTo", ended_at is null as "isOpen" from promise where workspace_id = $1 and id = any($2::uuid[])`,
    [tx.workspace, ids],
  );
  return rows;
}
