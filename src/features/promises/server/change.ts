import { holdColleagues, requireEntrustable, type HeldColleagues } from '#features/access/server/index.ts';
import { tidyLine } from '#features/people/domain/index.ts';
import { fail, type Result } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { after, standingOf, type PromiseEvent, type PromiseStanding } from '../domain/index.ts';
import { refusedTo } from './refusal.ts';
import { appendEvents, findPromise, holdPromise, listEvents, saveStandings, type PromiseEventRow } from './store.ts';

/** What is said with an event, and the conversation in which it happened. */
export type Said = {
  readonly note?: string | undefined;
  readonly touchpoint?: string | undefined;
  /** When it was told, where that is later than it happened: the event log has this moment. */
  readonly toldAt?: Temporal.Instant | undefined;
};

/** What somebody decides about a promise as it stands, and about those concerned who are here: one event, or several that belong together. */
export type Decide = (promise: PromiseStanding, here: HeldColleagues) => Result<PromiseEvent | readonly PromiseEvent[]>;

/** Who does something to a promise, and who is asked. */
export type Who = { readonly by: string; readonly to?: string | undefined };

/**
 * Lets something happen to a promise, held until the transaction ends; before it the colleagues concerned, in which order they are held when one of them
 * leaves too. Refuses `promise.not_found`, what the decision refuses (telling who was quicker), somebody who has left (`access.forbidden`), and to ask one who is not here
 * (`promise_hand_over.to_unknown`) or may not work with customers (`access.colleague_only_reads`).
 */
export async function changePromise(tx: Tx, id: string, who: Who, decide: Decide, said: Said = {}): Promise<void> {
  const found = await findPromise(tx, id);
  if (!found) throw fail('promise.not_found');
  const here = await requireColleagues(tx, who, [found.owner_id, ...(found.handed_to_id === null ? [] : [found.handed_to_id])]);
  const row = await holdPromise(tx, id);
  if (!row) throw fail('promise.not_found');
  const before = await listEvents(tx, [id]);
  const decision = decide(standingOf(before.map(toEvent)), here);
  if (!decision.ok) throw await refusedTo(tx, who.by, decision.failure);
  await append(tx, [{ promise: id, customer: row.customer_id, before, events: [decision.value].flat(), said }]);
  tx.touch(row.customer_id);
}

/** Holds whoever acts, whoever is asked, and others concerned, so that none of them leaves meanwhile; answers who of them is here. */
export async function requireColleagues(tx: Tx, { by, to }: Who, others: readonly string[] = []): Promise<HeldColleagues> {
  const here = await holdColleagues(tx, [by, ...(to === undefined ? [] : [to]), ...others], 'stay');
  if (!here.has(by)) throw fail('access.forbidden');
  if (to !== undefined) requireEntrustable(here, to, { unknown: 'promise_hand_over.to_unknown', field: 'toId' });
  return here;
}

export type Appended = {
  readonly promise: string;
  readonly customer: string;
  /** What has happened so far, in its order. */
  readonly before: readonly PromiseEventRow[];
  readonly events: readonly PromiseEvent[];
  readonly said?: Said;
};

/** Writes what happened to promises, what follows from it, and tells everybody; a handful of statements for however many. */
export async function append(tx: Tx, all: readonly Appended[]): Promise<void> {
  await saveStandings(
    tx,
    all.flatMap(({ promise, before, events }) => {
      const last = events.at(-1);
      if (!last) return [];
      return [{ id: promise, standing: standingOf([...before.map(toEvent), ...events]), changedAt: last.at }];
    }),
  );
  await writeEvents(tx, all);
}

/** The same for a promise whose row has just been written. */
export async function writeEvents(tx: Tx, all: readonly Appended[]): Promise<void> {
  const rows = all.flatMap(({ promise, before, events, said }) =>
    events.map((event, index) => ({
      id: newId(event.at.epochMilliseconds),
      promise_id: promise,
      number: before.length + index + 1,
      kind: event.kind,
      happened_at: event.at,
      colleague_id: event.by,
      to_id: receiverOf(event, [...before.map(toEvent), ...events.slice(0, index)]),
      due_from: 'due' in event ? event.due.from : null,
      due_at: 'due' in event ? event.due.at : null,
      // What is said belongs to the first of what happens together.
      touchpoint_id: index === 0 ? (said?.touchpoint ?? null) : null,
      note: index === 0 ? tidyLine(said?.note) : null,
    })),
  );
  await appendEvents(tx, rows);
  const about = new Map(all.map((one) => [one.promise, one]));
  await recordEvents(
    tx,
    rows.map((row) => ({
      now: about.get(row.promise_id)?.said?.toldAt ?? row.happened_at,
      event: {
        kind: `promise.${row.kind}`,
        colleague: row.colleague_id ?? undefined,
        customer: about.get(row.promise_id)?.customer,
        subject: row.promise_id,
        detail: { ...(row.due_at ? { dueAt: row.due_at.toString() } : {}), ...(row.to_id ? { to: row.to_id } : {}) },
      },
    })),
  );
}

/** Who was asked or reminded; of an acceptance, whose it is now. */
function receiverOf(event: PromiseEvent, before: readonly PromiseEvent[]): string | null {
  if ('to' in event) return event.to;
  return event.kind === 'accepted' ? after(standingOf(before), event).owner : null;
}

export function toEvent({ kind, happened_at: at, colleague_id: by, ...row }: PromiseEventRow): PromiseEvent {
  if (kind === 'reminded') {
    if (!row.to_id) throw new Error('who is reminded stands with the event');
    return { kind, at, by, to: row.to_id };
  }
  if (by === null) throw new Error('only reminding is done by nobody in particular');
  switch (kind) {
    case 'given':
    case 'time_asked':
    case 'called_anyway':
      if (!row.due_at) throw new Error('a moment that was promised stands with its event');
      return { kind, at, by, due: { from: row.due_from, at: row.due_at } };
    case 'handed_over':
      if (!row.to_id) throw new Error('who was asked stands with the event');
      return { kind, at, by, to: row.to_id };
    default:
      return { kind, at, by };
  }
}
