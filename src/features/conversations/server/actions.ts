import { requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { readTouchpoint, type TouchpointKind, type TouchpointTold } from '../domain/index.ts';
import { deleteTouchpoint, findTouchpoint, insertTouchpoint, listTouchpoints, type TouchpointRow } from './store.ts';

/** Logs what passed between a customer and a colleague, and answers its id. Refuses what `readTouchpoint` refuses, and `customer.not_found`. */
export async function logTouchpoint(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: TouchpointTold,
): Promise<string> {
  const touchpoint = unwrap(readTouchpoint(told, now));
  await requireCustomer(tx, customer);
  const id = newId(now.epochMilliseconds);
  const { kind, direction, reached, at, minutes, summary, pulse } = touchpoint;
  await insertTouchpoint(tx, {
    id,
    customer_id: customer,
    colleague_id: colleague,
    kind,
    direction,
    reached,
    happened_at: at,
    minutes,
    summary,
    pulse,
    logged_at: now,
  });
  await recordEvent(tx, now, { kind: 'touchpoint.logged', colleague, customer, subject: id, detail: { kind, direction, reached } });
  tx.touch(customer);
  return id;
}

/**
 * Takes back a touchpoint that was logged by mistake: one's own, or anybody's as owner of the workspace (`touchpoint.not_allowed`).
 * `touchpoint.not_found` when there is none.
 */
export async function removeTouchpoint(
  tx: Tx,
  now: Temporal.Instant,
  who: { colleague: string; role: 'owner' | 'colleague' },
  id: string,
): Promise<void> {
  const touchpoint = await findTouchpoint(tx, id);
  if (!touchpoint) throw fail('touchpoint.not_found');
  if (touchpoint.colleague_id !== who.colleague && who.role !== 'owner') throw fail('touchpoint.not_allowed');
  if (!(await deleteTouchpoint(tx, id))) throw fail('touchpoint.not_found');
  await recordEvent(tx, now, {
    kind: 'touchpoint.removed',
    colleague: who.colleague,
    customer: touchpoint.customer_id,
    subject: id,
    detail: { kind: touchpoint.kind, direction: touchpoint.direction, reached: touchpoint.reached },
  });
  tx.touch(touchpoint.customer_id);
}

/** Whose conversation it was; undefined when there is no such touchpoint. */
export async function customerOfTouchpoint(tx: Tx, id: string): Promise<string | undefined> {
  return (await findTouchpoint(tx, id))?.customer_id;
}

export type TimelineAsked = {
  readonly kinds?: readonly TouchpointKind[] | undefined;
  /** The last day that may be known. */
  readonly asOf?: Temporal.PlainDate | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A customer's touchpoints, the latest first, with the cursor of what comes after them (null at the end). */
export async function readTimeline(
  tx: Tx,
  customer: string,
  asked: TimelineAsked,
): Promise<{ touchpoints: TouchpointRow[]; next: string | null }> {
  await requireCustomer(tx, customer);
  const before = asked.asOf && endOfDay(asked.asOf, (await readWorkspace(tx)).timeZone);
  const rows = await listTouchpoints(tx, {
    customer,
    kinds: asked.kinds,
    before,
    after: readMomentCursor(asked.cursor),
    limit: asked.limit + 1,
  });
  const { shown, next } = pageOf(rows, asked.limit, (row) => ({ at: row.happened_at, id: row.id }));
  return { touchpoints: shown, next };
}
