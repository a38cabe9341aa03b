import { createHash } from 'node:crypto';
import type { Route } from '#kit/contract/route.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '../db/index.ts';

/** Whose key it is, and what was asked with it. Two callers may choose the same key: neither hears of the other. */
export type Asked = { readonly key: string | null; readonly caller: string; readonly request: unknown };

/** A device without a connection repeats what it has kept for two weeks. */
const rememberedFor = { hours: 24 * 16 };
const longestKey = 255;

/**
 * Runs an action once for an `Idempotency-Key` of a caller: the answer is written in the transaction of what was done, so a retry after a lost
 * answer gets the same answer and does nothing. The same key with another request is refused (`idempotency_key.conflict`), and so is a repetition where
 * the answer was a secret (`idempotency_key.already_answered`), of which nothing is kept.
 */
export async function answerOnce(tx: Tx, route: Route, { key, caller, request }: Asked, run: () => Promise<unknown>): Promise<unknown> {
  if (key === null) return await run();
  if (key.length > longestKey) throw fail('idempotency_key.too_long', { maximum: longestKey });
  const fingerprint = digest(JSON.stringify([route.method, route.path, request]));
  const kept = digest(`${caller} ${key}`);
  // A second request with the key waits here for the first to commit or to roll back.
  const claimed = await tx.client.query(
    'insert into request_answer (workspace_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing',
    [tx.workspace, kept, fingerprint],
  );
  if (claimed.rowCount === 0) {
    const earlier = await tx.client.query<{ fingerprint: string; answer: unknown }>(
      'select fingerprint, answer from request_answer where workspace_id = $1 and key = $2',
      [tx.workspace, kept],
    );
    const [before] = earlier.rows;
    if (before?.fingerprint !== fingerprint) throw fail('idempotency_key.conflict');
    if (route.answersSecret) throw fail('idempotency_key.already_answered');
    return before.answer ?? undefined;
  }
  const answer = await run();
  if (answer === undefined || route.answersSecret) return answer;
  tx.send('update request_answer set answer = $3 where workspace_id = $1 and key = $2', [tx.workspace, kept, JSON.stringify(answer)]);
  return answer;
}

/** Forgets the answers that nobody asks for again. */
export async function forgetOldAnswers(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx.client.query('delete from request_answer where workspace_id = $1 and answered_at < $2', [
    tx.workspace,
    now.subtract(rememberedFor).toString(),
  ]);
}

/** Forgets the answers that speak of these, who are not to be remembered. */
export async function forgetAnswersAbout(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.client.query("delete from request_answer where workspace_id = $1 and answer::text ~ array_to_string($2::text[], '|')", [
    tx.workspace,
    ids,
  ]);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
