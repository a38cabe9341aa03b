import type { z } from 'zod';
import { namesOfColleagues } from '#features/access/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Erasure } from '../api.ts';
import type { ErasureRow } from './erasure-store.ts';

/** Erasures as they travel. */
export async function erasureAnswers(tx: Tx, rows: readonly ErasureRow[]): Promise<z.input<typeof Erasure>[]> {
  const names = await namesOfColleagues(tx);
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    why: row.why,
    askedBy: row.asked_by === null ? null : { id: row.asked_by, name: names.get(row.asked_by) ?? '' },
    askedAt: row.asked_at.toString(),
    dueOn: row.due_on.toString(),
    doneAt: row.done_at?.toString() ?? null,
    purchases: row.purchases,
    cancelledAt: row.cancelled_at?.toString() ?? null,
  }));
}

export async function erasureAnswer(tx: Tx, row: ErasureRow): Promise<z.input<typeof Erasure>> {
  const [answer] = await erasureAnswers(tx, [row]);
  if (!answer) throw new Error('one row has one answer');
  return answer;
}
