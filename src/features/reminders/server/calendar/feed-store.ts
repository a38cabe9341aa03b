import type { Tx } from '#kit/server/db/index.ts';

export type Feed = { readonly madeAt: Temporal.Instant; readonly readAt: Temporal.Instant | null };

/** A colleague has one address; a new one takes the place of the one before. */
export async function writeFeed(tx: Tx, now: Temporal.Instant, colleague: string, secretHash: string): Promise<void> {
  await tx.client.query(
    `insert into calendar_feed (workspace_id, colleague_id, secret_hash, made_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, colleague_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at, read_at = null`,
    [tx.workspace, colleague, secretHash, now.toString()],
  );
}

export async function findFeed(tx: Tx, colleague: string): Promise<Feed | undefined> {
  const { rows } = await tx.client.query<Feed>(
    'select made_at as "madeAt", read_at as "readAt" from calendar_feed where workspace_id = $1 and colleague_id = $2',
    [tx.workspace, colleague],
  );
  return rows[0];
}

export async function deleteFeed(tx: Tx, colleague: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('delete from calendar_feed where workspace_id = $1 and colleague_id = $2', [
    tx.workspace,
    colleague,
  ]);
  return rowCount === 1;
}

/** Notes that the calendar was read; a program that reads it every minute is not written down every minute. */
export async function noteRead(tx: Tx, now: Temporal.Instant, colleague: string): Promise<void> {
  await tx.client.query(
    `update calendar_feed set read_at = $3
     where workspace_id = $1 and colleague_id = $2 and (read_at is null or read_at < $3::timestamptz - interval '1 hour')`,
    [tx.workspace, colleague, now.toString()],
  );
}

/** Whose calendar a secret opens, in whatever workspace: asked before it is known which. */
export async function findFeedBySecret(tx: Tx, secretHash: string): Promise<{ workspace: string; colleague: string } | undefined> {
  const { rows } = await tx.client.query<{ workspace: string; colleague: string }>(
    'select workspace, colleague from find_calendar_feed($1)',
    [secretHash],
  );
  return rows[0];
}
