import type { Tx } from '#kit/server/db/index.ts';

export type Correction = {
  readonly at: Temporal.Instant;
  readonly colleague: string;
  /** Each field that changed, with what stood before and what stood then. */
  readonly fields: Record<string, [unknown, unknown]>;
};

/** What the event log says about a touchpoint, the latest first; the last hundred. */
export async function listCorrections(tx: Tx, customer: string, touchpoint: string): Promise<Correction[]> {
  const { rows } = await tx.client.query<Correction>(
    `select happened_at as at, colleague_id as colleague, detail->'fields' as fields from event
     where workspace_id = $1 and customer_id = $2 and subject_id = $3 and kind = 'touchpoint.corrected'
     order by id desc limit 100`,
    [tx.workspace, customer, touchpoint],
  );
  return rows;
}
