import { namesOfColleagues } from '#features/access/server/index.ts';
import { factsOfTouchpoints, namesOfCustomers, requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { listCorrections } from './corrections-store.ts';
import { listParticipants } from './participants-store.ts';
import { findTouchpoint, listTouchpoints, type TimelineRead, type TouchpointRow } from './store.ts';

export type TimelineAsked = Pick<TimelineRead, 'kinds' | 'direction' | 'colleague' | 'withPulse' | 'limit'> & {
  /** The last day that may be known. */
  readonly asOf?: Temporal.PlainDate | undefined;
  readonly cursor?: string | undefined;
};

/** A customer's touchpoints, the latest first, with the cursor of what comes after them (null at the end). */
export async function readTimeline(
  tx: Tx,
  customer: string,
  { asOf, cursor, limit, ...filter }: TimelineAsked,
): Promise<{ touchpoints: TouchpointRow[]; next: string | null }> {
  await requireCustomer(tx, customer);
  const before = asOf && endOfDay(asOf, (await readWorkspace(tx)).timeZone);
  const rows = await listTouchpoints(tx, { ...filter, customer, before, after: readMomentCursor(cursor), limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.happened_at, id: row.id }));
  return { touchpoints: shown, next };
}

/** Touchpoints as they are shown: with who logged them, who took part and what was learned. */
export async function describeTouchpoints(tx: Tx, rows: readonly TouchpointRow[]) {
  const ids = rows.map((row) => row.id);
  const colleagues = await namesOfColleagues(tx);
  const participants = await listParticipants(tx, ids);
  const persons = await namesOfCustomers(
    tx,
    [...participants.values()].flatMap((one) => one.persons),
  );
  const facts = Map.groupBy(await factsOfTouchpoints(tx, ids), ({ touchpoint }) => touchpoint);
  const named = (names: ReadonlyMap<string, string>) => (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    direction: row.direction,
    reached: row.reached,
    at: row.happened_at.toString(),
    minutes: row.minutes,
    summary: row.summary,
    pulse: row.pulse,
    listeningPercent: row.listening_percent,
    colleague: named(colleagues)(row.colleague_id),
    persons: (participants.get(row.id)?.persons ?? []).map(named(persons)),
    colleagues: (participants.get(row.id)?.colleagues ?? []).map(named(colleagues)),
    facts: (facts.get(row.id) ?? []).map(({ id, kind, text }) => ({ id, kind, text })),
    changedAt: row.changed_at?.toString() ?? null,
  }));
}

/** How a touchpoint was corrected, the latest first; `touchpoint.not_found` when there is none. */
export async function readHistory(tx: Tx, id: string) {
  const row = await findTouchpoint(tx, id);
  if (!row) throw fail('touchpoint.not_found');
  const names = await namesOfColleagues(tx);
  return (await listCorrections(tx, row.customer_id, id)).map(({ at, colleague, fields }) => ({
    at: at.toString(),
    colleague: { id: colleague, name: names.get(colleague) ?? '' },
    fields,
  }));
}
