import type { EventKind } from '#kit/contract/events.ts';
import { randomUUID } from 'node:crypto';
import type { Changes } from '#kit/domain/changes.ts';
import { newId } from './ids.ts';
import { digestOf, proofOf } from './proof.ts';
import { callFollowers } from './followers.ts';
import type { Tx } from './db/transaction.ts';

/** Something that happened, told once, in the transaction in which it happened. */
export type Event = {
  readonly kind: EventKind;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  readonly subject?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What became different, for the audit log alone: neither live updates nor webhooks tell it. */
  readonly changes?: Changes | undefined;
  /** Somebody only looked: nobody's screen has to follow. */
  readonly isLook?: boolean;
};

/** An event as it stands in the log. */
export type LoggedEvent = {
  readonly id: string;
  readonly happenedAt: Temporal.Instant;
  readonly colleague: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** What happened with a customer, of one kind, the latest first. */
export async function listEvents(tx: Tx, wanted: { customer: string; kind: EventKind; limit: number }): Promise<LoggedEvent[]> {
  const { rows } = await tx.client.query<LoggedEvent>(
    `select id, happened_at as "happenedAt", colleague_id as colleague, detail from event
     where workspace_id = $1 and customer_id = $2 and kind = $3 order by id desc limit $4`,
    [tx.workspace, wanted.customer, wanted.kind, wanted.limit],
  );
  return rows;
}

export async function recordEvent(tx: Tx, now: Temporal.Instant, event: Event): Promise<void> {
  await recordEvents(tx, [{ now, event }]);
}

/** Several at once, each at its own moment, in one statement. */
export async function recordEvents(tx: Tx, happened: readonly { now: Temporal.Instant; event: Event }[]): Promise<void> {
  for (const { event } of happened) {
    if (!event.isLook) tx.announce({ kind: event.kind, customer: event.customer ?? null, colleague: event.colleague ?? null });
  }
  const rows = happened.map(({ now, event }) => toRow(tx, now, event));
  // Nobody waits for it; the commit does.
  tx.send(
    `with told as (
       insert into event (workspace_id, id, kind, happened_at, colleague_id, customer_id, subject_id, via, detail, changes, salt, digest, proof)
       select $1, id, kind, happened_at, colleague_id, customer_id, subject_id, via, detail, changes, salt, digest, proof
       from json_populate_recordset(null::event, $2) returning id
     )
     insert into event_unsealed (workspace_id, event_id) select $1, id from told`,
    [tx.workspace, JSON.stringify(rows)],
  );
  await callFollowers(tx, rows);
}

function toRow(tx: Tx, now: Temporal.Instant, event: Event) {
  const id = newId(now.epochMilliseconds);
  // As the database keeps it, and as it will read it again.
  const happenedAt = now.round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
  const part = JSON.parse(JSON.stringify({ detail: event.detail ?? {}, changes: event.changes ?? null })) as {
    readonly detail: unknown;
    readonly changes: unknown;
  };
  const salt = randomUUID();
  const digest = digestOf(part, salt);
  const { kind, customer = null, subject = null } = event;
  const { via } = tx;
  // Nobody is signed in at the terminal: in whose name something was done there is what somebody said.
  const colleague = via === 'terminal' ? null : (event.colleague ?? null);
  return {
    id,
    kind,
    happened_at: happenedAt.toString(),
    colleague_id: colleague,
    customer_id: customer,
    subject_id: subject,
    via,
    ...part,
    salt: digest === null ? null : salt,
    digest: digest === null ? null : `\\x${digest}`,
    proof: `\\x${proofOf(tx.prove, tx.workspace, { id, kind, happenedAt, colleague, customer, subject, via }, digest)}`,
  };
}

/**
 * Empties what events said of customers, or of anybody before a moment; that they happened stays. Whoever calls writes down that it was done and why, since
 * otherwise the audit log counts it as tampering. Answers how many events were emptied.
 */
export async function forgetEventDetails(
  tx: Tx,
  { customers = [], before }: { readonly customers?: readonly string[]; readonly before?: Temporal.Instant },
): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>('select forget_event_details($1::uuid[], $2::timestamptz) as count', [
    customers,
    before?.toString() ?? null,
  ]);
  return rows[0]?.count ?? 0;
}
