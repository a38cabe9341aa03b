import type { Tx } from '#kit/server/db/index.ts';
import { append } from './change.ts';
import {
  findLines,
  holdOpen,
  listBeginning,
  listDeclined,
  listFallingDue,
  listHandedOver,
  type Declined,
  type HandedOver,
  type PromiseAhead,
  type PromiseLine,
  type Span,
} from './reminding-store.ts';
import { listEvents } from './store.ts';

/** Open promises of these colleagues that begin after one moment and by another: windows by their beginning, the others by their moment. An indexed read. */
export async function promisesBeginning(tx: Tx, span: Span, owners: readonly string[]): Promise<PromiseAhead[]> {
  return owners.length === 0 ? [] : await listBeginning(tx, span, owners);
}

/** What happened to promises after one moment and by another, and calls for a reminder: they fell due, somebody was asked to take them over, or declined to. */
export async function promisesCalling(
  tx: Tx,
  span: Span,
): Promise<{ due: PromiseAhead[]; handedOver: HandedOver[]; declined: Declined[] }> {
  const due = await listFallingDue(tx, span);
  return { due, handedOver: await listHandedOver(tx, span), declined: await listDeclined(tx, span) };
}

/** Writes into the life of promises that Tend has reminded somebody; of those that have ended meanwhile nothing. The colleagues are held already. */
export async function noteReminded(
  tx: Tx,
  reminded: readonly { readonly promise: string; readonly to: string; readonly at: Temporal.Instant }[],
): Promise<void> {
  const latest = new Map(reminded.map((one) => [one.promise, one]));
  const held = await holdOpen(tx, [...latest.keys()]);
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  const events = Map.groupBy(await listEvents(tx, ids), (event) => event.promise_id);
  await append(
    tx,
    held.flatMap(({ id, customer_id: customer }) => {
      const told = latest.get(id);
      if (!told) return [];
      return [{ promise: id, customer, before: events.get(id) ?? [], events: [{ kind: 'reminded', at: told.at, by: null, to: told.to }] }];
    }),
  );
}

/** How promises stand, by their ids: what, whose, by when, who is asked, and whether they are open. */
export async function promiseLines(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PromiseLine>> {
  return new Map((await findLines(tx, [...new Set(ids)])).map((line) => [line.id, line]));
}
