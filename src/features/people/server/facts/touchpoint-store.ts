import type { Tx } from '#kit/server/db/index.ts';
import type { FactKind } from '../../domain/index.ts';

export type FactOfTouchpoint = { readonly touchpoint: string; readonly id: string; readonly kind: FactKind; readonly text: string };

/** What was learned in conversations and still holds, without what is sensitive: that is looked at with the customer's facts, where looks are noted. */
export async function factsOfTouchpoints(tx: Tx, touchpoints: readonly string[]): Promise<FactOfTouchpoint[]> {
  if (touchpoints.length === 0) return [];
  const { rows } = await tx.client.query<FactOfTouchpoint>(
    `select touchpoint_id as touchpoint, id, kind, text from fact
     where workspace_id = $1 and touchpoint_id = any($2::uuid[]) and retired_at is null and sensitivity <> 'sensitive' order by id`,
    [tx.workspace, touchpoints],
  );
  return rows;
}
