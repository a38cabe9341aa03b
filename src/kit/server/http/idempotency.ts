import { createHash } from 'node:crypto';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '../db/index.ts';

/**
 * Runs an action once for an `Idempotency-Key`: the answer is written in the transaction of what was done, so a retry after a lost
 * answer gets the same answer and does nothing. The same key with another request is refused (`idempotency_key.conflict`).
 */
export async function answerOnce(
  tx: Tx,
  key: string | null,
  colleague: string,
  request: unknown,
  run: () => Promise<unknown>,
): Promise<unknown> {
  if (key === null) return await run();
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([colleague, request]))
    .digest('hex');
  // A second request with the key waits here for the first to commit or to roll back.
  const claimed = await tx.client.query(
    'insert into request_answer (workspace_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing',
    [tx.workspace, key, fingerprint],
  );
  if (claimed.rowCount === 0) {
    const earlier = await tx.client.query<{ fingerprint: string; answer: unknown }>(
      'select fingerprint, answer from request_answer where workspace_id = $1 and key = $2',
      [tx.workspace, key],
    );
    const [before] = earlier.rows;
    if (before?.fingerprint !== fingerprint) throw fail('idempotency_key.conflict');
    return before.answer ?? undefined;
  }
  const answer = await run();
  await tx.client.query('update request_answer set answer = $3 where workspace_id = $1 and key = $2', [
    tx.workspace,
    key,
    answer === undefined ? null : JSON.stringify(answer),
  ]);
  return answer;
}
