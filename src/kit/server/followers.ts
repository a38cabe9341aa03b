import type { EventKind } from '#kit/contract/events.ts';
import { uuidv7 } from '#kit/domain/ids.ts';
import { remember } from './db/remembered.ts';
import type { Tx } from './db/transaction.ts';
import { enqueueJob } from './jobs.ts';

/**
 * Somebody who is called for each event of some kinds (all of them, where none are named), at least once: what they have to follow is written in the transaction in which it
 * happens. There is no cursor that moves along the log, since of two transactions the one that began later may be seen earlier.
 */
export type Follower = { readonly id: string; readonly job: string; readonly kinds: readonly EventKind[] | null };

/** What a follower's job is called with. */
export type FollowInput = { readonly follower: string };

/** An event that a follower took on. */
export type FollowedEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly happenedAt: Temporal.Instant;
  readonly colleague: string | null;
  readonly customer: string | null;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** An event that waited for a follower, and whose doing it was, where it was a follower's. */
export type WaitingEvent = FollowedEvent & { readonly cause: string | null };

const eventColumns = `e.id, e.kind, e.happened_at as "happenedAt", e.colleague_id as colleague, e.customer_id as customer, e.subject_id as subject, e.detail`;

const followers = remember(async (tx): Promise<readonly Follower[]> => {
  const { rows } = await tx.client.query<Follower>('select id, job, kinds from event_follower where workspace_id = $1', [tx.workspace]);
  return rows;
});

/** Begins to follow, or follows other kinds from now on. What waits already stays. */
export async function follow(tx: Tx, { id, job, kinds }: Follower): Promise<void> {
  await tx.client.query(
    `insert into event_follower (workspace_id, id, job, kinds) values ($1, $2, $3, $4)
     on conflict (workspace_id, id) do update set job = excluded.job, kinds = excluded.kinds`,
    [tx.workspace, id, job, kinds],
  );
  followers.forget(tx);
}

/** Follows no more; what waits is forgotten. */
export async function unfollow(tx: Tx, id: string): Promise<void> {
  await tx.client.query('delete from event_follower where workspace_id = $1 and id = $2', [tx.workspace, id]);
  followers.forget(tx);
}

const causes = new WeakMap<Tx, string>();

/** Says whose doing it is what the transaction records from here on, so that followers know what came of themselves. */
export function actBecauseOf(tx: Tx, cause: string): void {
  causes.set(tx, cause);
}

/** Whom a transaction has called already: what it records afterwards is there when they look. */
const called = new WeakMap<Tx, Set<string>>();

/** Lets everybody follow who follows these events. */
export async function callFollowers(tx: Tx, events: readonly { readonly id: string; readonly kind: EventKind }[]): Promise<void> {
  const wanted = (await followers.read(tx)).flatMap((follower) =>
    events
      .filter(({ kind }) => follower.kinds === null || follower.kinds.includes(kind))
      .map((event) => ({ follower_id: follower.id, event_id: event.id, cause_id: causes.get(tx) ?? null })),
  );
  if (wanted.length === 0) return;
  // Whoever has stopped following meanwhile is left out.
  const { rows } = await tx.client.query<{ follower: string; job: string }>(
    `with written as (
       insert into event_waiting (workspace_id, follower_id, event_id, cause_id)
       select $1, f.id, w.event_id, w.cause_id from json_populate_recordset(null::event_waiting, $2) w join event_follower f on f.workspace_id = $1 and f.id = w.follower_id
       returning follower_id
     )
     select f.id as follower, f.job from event_follower f where f.workspace_id = $1 and f.id in (select follower_id from written) order by f.id`,
    [tx.workspace, JSON.stringify(wanted)],
  );
  const before = called.get(tx) ?? new Set();
  called.set(tx, before);
  for (const { follower, job } of rows.filter((one) => !before.has(one.follower))) {
    before.add(follower);
    await callToFollow(tx, job, follower);
  }
}

async function callToFollow(tx: Tx, job: string, follower: string): Promise<void> {
  // Without a key: transactions that wait for each other's row in the queue would happen one after the other.
  await enqueueJob(tx, job, { follower } satisfies FollowInput);
}

/** Calls everybody of a job anew for whom something waits: for the round that makes up for what a killed process left. Answers how many. */
export async function callWaiting(tx: Tx, job: string): Promise<number> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select f.id from event_follower f where f.workspace_id = $1 and f.job = $2
       and exists (select from event_waiting w where w.workspace_id = $1 and w.follower_id = f.id)`,
    [tx.workspace, job],
  );
  for (const { id } of rows) await callToFollow(tx, job, id);
  return rows.length;
}

/**
 * Takes on what waits for a follower, the first first, at most so many: with the commit of the transaction it waits no more. What another process is taking on at the same
 * moment is left to it.
 */
export async function takeWaiting(tx: Tx, follower: string, most: number): Promise<WaitingEvent[]> {
  const { rows } = await tx.client.query<WaitingEvent>(
    // Materialized, or the first few are looked up anew for each row that is deleted, and all are the first.
    `with first as materialized (
       select event_id from event_waiting where workspace_id = $1 and follower_id = $2 order by event_id limit $3 for update skip locked
     ), taken as (
       delete from event_waiting w using first where w.workspace_id = $1 and w.follower_id = $2 and w.event_id = first.event_id
       returning w.event_id, w.cause_id
     )
     select ${eventColumns}, taken.cause_id as cause from taken join event e on e.workspace_id = $1 and e.id = taken.event_id order by e.id`,
    [tx.workspace, follower, most],
  );
  return rows;
}

/** A look back goes no further than so many events, whatever they are of. */
const mostLookedThrough = 100_000;

/** What happened of a kind with customers since a moment, the latest first, at most so many. */
export async function listEventsOf(tx: Tx, kind: EventKind, since: Temporal.Instant, most: number): Promise<FollowedEvent[]> {
  const { rows } = await tx.client.query<FollowedEvent>(
    `select ${eventColumns} from (
       select * from event where workspace_id = $1 and id >= $2 order by id desc limit ${mostLookedThrough}
     ) e where e.kind = $3 and e.customer_id is not null order by e.id desc limit $4`,
    [tx.workspace, uuidv7(since.epochMilliseconds, new Uint8Array(10)), kind, most],
  );
  return rows;
}

/** Events of the log by their ids. */
export async function readEvents(tx: Tx, ids: readonly string[]): Promise<FollowedEvent[]> {
  const { rows } = await tx.client.query<FollowedEvent>(
    `select ${eventColumns} from event e where e.workspace_id = $1 and e.id = any($2::uuid[]) order by e.id`,
    [tx.workspace, ids],
  );
  return rows;
}
