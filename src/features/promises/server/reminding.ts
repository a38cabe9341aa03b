import type { Tx } from '#kit/server/db/index.ts';
import { append } from './change.ts';
import {
  findLines,
  holdOpen,
  listFallenBack,
  listHandedOver,
  listUntoldDue,
  listUntoldSoon,
  type FallenBack,
  type HandedOver,
  type PromiseAhead,
  type PromiseLine,
  type Span,
} from './reminding-store.ts';
import { listEvents } from './store.ts';

/**
 * Open promises of these colleagues that begin within a stretch of time, windows by their beginning and the others by their moment, that has not come by `now`, and
 * of which their owner has been told nothing: whenever they came to be theirs, and however. An indexed read.
 */
export async function promisesBeginning(
  tx: Tx,
  span: Span,
  now: Temporal.Instant,
  owners: readonly string[],
): Promise<readonly PromiseAhead[]> {
  return owners.length === 0 ? [] : await listUntoldSoon(tx, span, now, owners);
}

/** Open promises of these colleagues whose moment has come within a stretch of time, and who have not been told so. An indexed read. */
export async function promisesDue(tx: Tx, span: Span, owners: readonly string[]): Promise<readonly PromiseAhead[]> {
  return owners.length === 0 ? [] : await listUntoldDue(tx, span, owners);
}

/** Promises that somebody was asked to take over within a stretch of time, and has not answered. An indexed read. */
export async function handOversWaiting(tx: Tx, span: Span): Promise<readonly HandedOver[]> {
  return await listHandedOver(tx, span);
}

/** Hand-overs that fell back to the owner within a stretch of time, declined or taken back, of open promises with which nobody has been asked since. An indexed read. */
export async function handOversFallenBack(tx: Tx, span: Span): Promise<readonly FallenBack[]> {
  return await listFallenBack(tx, span);
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
