import { newId } from './ids.ts';
import type { Tx } from './db/transaction.ts';

/** Something that happened, told once, in the transaction in which it happened. `kind` is `feature.what_happened`. */
export type Event = {
  readonly kind: string;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  readonly subject?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
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
export async function listEvents(tx: Tx, wanted: { customer: string; kind: string; limit: number }): Promise<LoggedEvent[]> {
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
  const rows = happened.map(({ now, event }) => ({
    id: newId(now.epochMilliseconds),
    kind: event.kind,
    happened_at: now.toString(),
    colleague_id: event.colleague ?? null,
    customer_id: event.customer ?? null,
    subject_id: event.subject ?? null,
    detail: event.detail ?? {},
  }));
  await tx.client.query(
    `insert into event (workspace_id, id, kind, happened_at, colleague_id, customer_id, subject_id, detail)
     select $1, id, kind, happened_at, colleague_id, customer_id, subject_id, detail from json_populate_recordset(null::event, $2)`,
    [tx.workspace, JSON.stringify(rows)],
  );
}
