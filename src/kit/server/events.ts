import { newId } from './ids.ts';
import type { Tx } from './db/transaction.ts';

/** Something that happened, told once, in the transaction in which it happened. `kind` is `feature.what_happened`. */
export type Event = {
  readonly kind: string;
  readonly colleague?: string | undefined;
  readonly customer?: string | undefined;
  readonly subject?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export async function recordEvent(tx: Tx, now: Temporal.Instant, event: Event): Promise<void> {
  await tx.client.query(
    `insert into event (workspace_id, id, kind, happened_at, colleague_id, customer_id, subject_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.workspace,
      newId(now.epochMilliseconds),
      event.kind,
      now.toString(),
      event.colleague ?? null,
      event.customer ?? null,
      event.subject ?? null,
      JSON.stringify(event.detail ?? {}),
    ],
  );
}
