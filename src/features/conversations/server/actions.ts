import { namesOfCustomers, requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent, recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { readTouchpoint, type TouchpointKind, type TouchpointTold } from '../domain/index.ts';
import { deleteTouchpoint, findTouchpoint, insertTouchpoints, listTouchpoints, type TouchpointRow } from './store.ts';

/** One touchpoint to log: who had it with whom, and when it is logged. */
export type TouchpointToLog = {
  readonly now: Temporal.Instant;
  readonly colleague: string;
  readonly customer: string;
  readonly told: TouchpointTold;
};

/** Logs what passed between a customer and a colleague, and answers its id. Refuses what `readTouchpoint` refuses, and `customer.not_found`. */
export async function logTouchpoint(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: TouchpointTold,
): Promise<string> {
  const [id = ''] = await logTouchpoints(tx, [{ now, colleague, customer, told }]);
  return id;
}

/** The same for many at once, all or none; the ids come back in the order given. */
export async function logTouchpoints(tx: Tx, toLog: readonly TouchpointToLog[]): Promise<string[]> {
  const rows = toLog.map(({ now, colleague, customer, told }) => {
    const { at, ...touchpoint } = unwrap(readTouchpoint(told, now));
    return {
      ...touchpoint,
      id: newId(now.epochMilliseconds),
      customer_id: customer,
      colleague_id: colleague,
      happened_at: at,
      logged_at: now,
    };
  });
  const customers = [...new Set(rows.map((row) => row.customer_id))];
  const known = await namesOfCustomers(tx, customers);
  if (customers.some((customer) => !known.has(customer))) throw fail('customer.not_found');
  await insertTouchpoints(tx, rows);
  await recordEvents(
    tx,
    rows.map(({ id, customer_id: customer, colleague_id: colleague, logged_at: now, kind, direction, reached }) => ({
      now,
      event: { kind: 'touchpoint.logged', colleague, customer, subject: id, detail: { kind, direction, reached } },
    })),
  );
  tx.touch(...customers);
  return rows.map((row) => row.id);
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
