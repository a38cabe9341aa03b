import { may } from '#features/access/domain/index.ts';
import { listColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent, recordEvents } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import {
  correctTouchpoint as corrected,
  differences,
  readTouchpoint,
  type Touchpoint,
  type TouchpointCorrection,
  type TouchpointTold,
} from '../domain/index.ts';
import { insertParticipants, listParticipants, replaceParticipants, type Participants } from './participants-store.ts';
import { deleteTouchpoint, findTouchpoint, holdTouchpoint, insertTouchpoints, updateTouchpoint, type TouchpointRow } from './store.ts';

/** Who took part besides the customer and whoever logs it: ids of people and of colleagues. */
export type ParticipantsTold = {
  readonly persons?: readonly string[] | undefined;
  readonly colleagues?: readonly string[] | undefined;
};

/** One touchpoint to log: who had it with whom, and when it is logged. */
export type TouchpointToLog = {
  readonly now: Temporal.Instant;
  readonly colleague: string;
  readonly customer: string;
  readonly told: TouchpointTold;
  readonly participants?: ParticipantsTold | undefined;
};

type Author = Pick<Who, 'colleague' | 'role' | 'only'>;

/**
 * Logs what passed between a customer and a colleague, and answers its id. Refuses what `readTouchpoint` refuses, `customer.not_found`,
 * `touchpoint.person_unknown` and `touchpoint.colleague_unknown`.
 */
export async function logTouchpoint(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: TouchpointTold,
  participants?: ParticipantsTold,
): Promise<string> {
  const [id = ''] = await logTouchpoints(tx, [{ now, colleague, customer, told, participants }]);
  return id;
}

/** The same for many at once, all or none; the ids come back in the order given. */
export async function logTouchpoints(tx: Tx, toLog: readonly TouchpointToLog[]): Promise<string[]> {
  const rows = toLog.map(({ now, colleague, customer, told }) => ({
    ...columnsOf(unwrap(readTouchpoint(told, now))),
    id: newId(now.epochMilliseconds),
    customer_id: customer,
    colleague_id: colleague,
    logged_at: now,
    changed_at: null,
  }));
  const customers = [...new Set(rows.map((row) => row.customer_id))];
  const known = await namesOfCustomers(tx, customers);
  if (customers.some((customer) => !known.has(customer))) throw fail('customer.not_found');
  const others = toLog.map(({ colleague, customer, participants }) => othersThan(participants, colleague, customer));
  await requireParticipants(tx, others);
  await insertTouchpoints(tx, rows);
  await insertParticipants(
    tx,
    rows.map(({ id }, index) => ({ touchpoint: id, persons: others[index]?.persons ?? [], colleagues: others[index]?.colleagues ?? [] })),
  );
  await recordEvents(
    tx,
    rows.map(({ id, customer_id: customer, colleague_id: colleague, logged_at: now, kind, direction, reached, pulse }) => ({
      now,
      event: { kind: 'touchpoint.logged', colleague, customer, subject: id, detail: { kind, direction, reached, pulse } },
    })),
  );
  tx.touch(...customers);
  return rows.map((row) => row.id);
}

/**
 * Corrects a touchpoint, one's own or anybody's as owner of the workspace; what is left out stays. What stood before goes into the event log,
 * field by field. Refuses what `readTouchpoint` refuses, `touchpoint.not_found`, `touchpoint.not_allowed`, `touchpoint.person_unknown` and
 * `touchpoint.colleague_unknown`.
 */
export async function correctTouchpoint(
  tx: Tx,
  now: Temporal.Instant,
  who: Author,
  id: string,
  correction: TouchpointCorrection,
  participants: ParticipantsTold = {},
): Promise<void> {
  const row = await holdTouchpoint(tx, id);
  requireAuthor(row, who);
  const before = touchpointOf(row);
  const after = unwrap(corrected(before, correction, now));
  const others = othersThan(participants, row.colleague_id, row.customer_id);
  await requireParticipants(tx, [others]);
  const taken = (await listParticipants(tx, [id])).get(id) ?? { persons: [], colleagues: [] };
  const fields = { ...differences(before, after), ...whoDiffers(taken, participants, others) };
  if (Object.keys(fields).length === 0) return;
  await updateTouchpoint(tx, id, { ...columnsOf(after), changed_at: now });
  await replaceParticipants(tx, id, {
    ...(participants.persons ? { persons: others.persons } : {}),
    ...(participants.colleagues ? { colleagues: others.colleagues } : {}),
  });
  await recordEvent(tx, now, {
    kind: 'touchpoint.corrected',
    colleague: who.colleague,
    customer: row.customer_id,
    subject: id,
    detail: { fields },
  });
  tx.touch(row.customer_id);
}

/**
 * Takes back a touchpoint that was logged by mistake: one's own, or anybody's as owner of the workspace (`touchpoint.not_allowed`).
 * `touchpoint.not_found` when there is none.
 */
export async function removeTouchpoint(tx: Tx, now: Temporal.Instant, who: Author, id: string): Promise<void> {
  const row = await findTouchpoint(tx, id);
  requireAuthor(row, who);
  if (!(await deleteTouchpoint(tx, id))) throw fail('touchpoint.not_found');
  await recordEvent(tx, now, {
    kind: 'touchpoint.removed',
    colleague: who.colleague,
    customer: row.customer_id,
    subject: id,
    detail: { kind: row.kind, direction: row.direction, reached: row.reached },
    changes: { summary: [row.summary, null], ...(row.pulse === null ? {} : { pulse: [row.pulse, null] }) },
  });
  tx.touch(row.customer_id);
}

/** Whose conversation it was; undefined when there is no such touchpoint. */
export async function customerOfTouchpoint(tx: Tx, id: string): Promise<string | undefined> {
  return (await findTouchpoint(tx, id))?.customer_id;
}

function requireAuthor(row: TouchpointRow | undefined, who: Author): asserts row is TouchpointRow {
  if (!row) throw fail('touchpoint.not_found');
  if (row.colleague_id !== who.colleague && !may(who, 'actForColleagues')) throw fail('touchpoint.not_allowed');
}

async function requireParticipants(tx: Tx, all: readonly Participants[]): Promise<void> {
  const persons = [...new Set(all.flatMap((one) => one.persons))];
  const known = await namesOfCustomers(tx, persons);
  if (persons.some((person) => !known.has(person))) throw fail('touchpoint.person_unknown', {}, 'personIds');
  if (all.every((one) => one.colleagues.length === 0)) return;
  const colleagues = new Set((await listColleagues(tx)).map((colleague) => colleague.id));
  if (all.some((one) => one.colleagues.some((id) => !colleagues.has(id)))) throw fail('touchpoint.colleague_unknown', {}, 'colleagueIds');
}

// Whoever logs it and the customer take part anyway.
function othersThan(told: ParticipantsTold = {}, colleague: string, customer: string): Participants {
  const others = (ids: readonly string[] | undefined, but: string) => [...new Set(ids ?? [])].filter((id) => id !== but).toSorted();
  return { persons: others(told.persons, customer), colleagues: others(told.colleagues, colleague) };
}

function whoDiffers(before: Participants, told: ParticipantsTold, after: Participants): Readonly<Record<string, unknown>> {
  const changed = (side: keyof Participants) => told[side] !== undefined && before[side].join() !== after[side].join();
  return Object.fromEntries((['persons', 'colleagues'] as const).filter(changed).map((side) => [side, [before[side], after[side]]]));
}

function columnsOf({ at, listeningPercent, ...touchpoint }: Touchpoint) {
  return { ...touchpoint, happened_at: at, listening_percent: listeningPercent };
}

function touchpointOf(row: TouchpointRow): Touchpoint {
  const { kind, direction, reached, happened_at: at, minutes, summary, pulse, listening_percent: listeningPercent } = row;
  return { kind, direction, reached, at, minutes, summary, pulse, listeningPercent };
}
