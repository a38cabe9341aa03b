import { namesOfColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { promiseLines } from '#features/promises/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { stillStands, type ReminderKind } from '../domain/index.ts';
import { listReminders, type ReminderRow } from './store.ts';

type Named = { readonly id: string; readonly name: string };

/** A reminder as people read it. */
export type ReminderRead = {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly customer: Named | null;
  readonly promise: {
    readonly id: string;
    readonly what: string;
    readonly dueFrom: Temporal.Instant | null;
    readonly dueAt: Temporal.Instant;
  } | null;
  readonly by: Named | null;
  readonly count: number;
  /** What it says, where it is about neither a promise nor a talk. */
  readonly words: string | null;
  readonly owedAt: Temporal.Instant;
  readonly madeAt: Temporal.Instant;
  readonly lateSeconds: number;
  readonly seenAt: Temporal.Instant | null;
  /** Whether it still asks something of the colleague. */
  readonly stands: boolean;
};

/** Unseen reminders are counted no further. */
export const countedAtMost = 99;

/** What a colleague was reminded of, the latest first, with the cursor of what comes after (null at the end). */
export async function readReminders(
  tx: Tx,
  asked: {
    readonly colleague: string;
    readonly cursor?: string | undefined;
    readonly unseen?: boolean | undefined;
    readonly limit: number;
  },
): Promise<{ reminders: ReminderRead[]; next: string | null }> {
  const { colleague, cursor, unseen, limit } = asked;
  const rows = await listReminders(tx, { colleague, after: readMomentCursor(cursor), unseen, limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.made_at, id: row.id }));
  return { reminders: await describeReminders(tx, shown), next };
}

/** How many of the latest reminders a colleague has not seen that still ask something of them; at most 99. */
export async function countUnseen(tx: Tx, colleague: string): Promise<number> {
  const rows = await listReminders(tx, { colleague, unseen: true, limit: countedAtMost });
  const promises = await linesOf(tx, rows);
  return rows.filter((row) => stillStands(row.kind, row.colleague_id, promises.get(row.promise_id ?? ''))).length;
}

/** Rows with the words that belong to them. */
export async function describeReminders(tx: Tx, rows: readonly ReminderRow[]): Promise<ReminderRead[]> {
  if (rows.length === 0) return [];
  const promises = await linesOf(tx, rows);
  const names = await namesOfCustomers(
    tx,
    rows.flatMap((row) => row.customer_id ?? []),
  );
  const colleagues = await namesOfColleagues(tx);
  const named = (id: string | null, from: ReadonlyMap<string, string>) => (id === null ? null : { id, name: from.get(id) ?? '' });
  return rows.map((row) => {
    const line = promises.get(row.promise_id ?? '');
    return {
      id: row.id,
      kind: row.kind,
      customer: named(row.customer_id, names),
      promise: line ? { id: line.id, what: line.what, dueFrom: line.dueFrom, dueAt: line.dueAt } : null,
      by: named(row.by_id, colleagues),
      count: row.count,
      words: row.words,
      owedAt: row.owed_at,
      madeAt: row.made_at,
      lateSeconds: row.late_seconds,
      seenAt: row.seen_at,
      stands: stillStands(row.kind, row.colleague_id, line),
    };
  });
}

async function linesOf(tx: Tx, rows: readonly ReminderRow[]) {
  return await promiseLines(
    tx,
    rows.flatMap((row) => row.promise_id ?? []),
  );
}
