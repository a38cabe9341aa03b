import { mayBeEntrusted } from '#features/access/domain/index.ts';
import { listColleagues, letColleagueBack, suspendColleague } from '#features/access/server/index.ts';
import { handOverCustomers, readCare } from '#features/people/server/index.ts';
import { requestRefresh } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { assign, standingOf, type PromiseEvent } from '../domain/index.ts';
import { append, toEvent } from './change.ts';
import { countOpenByColleague, holdPromisesOf, listEvents } from './store.ts';

/** What hangs on a colleague: customers whom they answer and stand in for, open promises, and those that they are asked to take over. */
export type Held = { readonly owned: number; readonly deputized: number; readonly promises: number; readonly asked: number };

/**
 * Lets a colleague leave, in one transaction: their customers and their open promises go to another, who answers for them from now on and may hand them
 * over in turn; what they were asked to take over stays with whoever asked; and the door is closed. What they missed until now counts for them. Refuses
 * what `handOverCustomers` and `suspendColleague` refuse.
 */
export async function leave(
  tx: Tx,
  now: Temporal.Instant,
  by: string,
  { colleague, to }: { readonly colleague: string; readonly to: string },
): Promise<Held> {
  const { owned, deputized } = await handOverCustomers(tx, now, by, { from: colleague, to });
  const rows = await holdPromisesOf(tx, colleague);
  const before = Map.groupBy(
    await listEvents(
      tx,
      rows.map(({ id }) => id),
    ),
    (event) => event.promise_id,
  );
  await append(
    tx,
    rows.map(({ id, customer_id: customer, owner_id: owner }) => {
      const known = before.get(id) ?? [];
      const withdrawn: readonly PromiseEvent[] = [{ kind: 'withdrawn', at: now, by }];
      const events = owner === colleague ? assign(standingOf(known.map(toEvent)), by, to, now) : withdrawn;
      return { promise: id, customer, before: known, events };
    }),
  );
  await suspendColleague(tx, now, by, colleague);
  // The lists of the day belong to somebody else now, of however many customers.
  await requestRefresh(tx);
  const promises = rows.filter(({ owner_id: owner }) => owner === colleague).length;
  return { owned, deputized, promises, asked: rows.length - promises };
}

/** Lets a colleague in again. What was handed over stays where it is. */
export async function comeBack(tx: Tx, now: Temporal.Instant, by: string, colleague: string): Promise<void> {
  await letColleagueBack(tx, now, by, colleague);
}

export type ColleagueHeld = Held & {
  readonly id: string;
  readonly name: string;
  readonly leftAt: Temporal.Instant | null;
  readonly mayLeave: boolean;
  /** Whether what hangs on another may be handed to them. */
  readonly mayTakeOver: boolean;
};

/** What hangs on each colleague. `by` is who looks: nobody lets themselves out. */
export async function readHeld(tx: Tx, by: string): Promise<ColleagueHeld[]> {
  const care = new Map((await readCare(tx)).map(({ id, owned, deputized }) => [id, { owned, deputized }]));
  const open = await countOpenByColleague(tx);
  return (await listColleagues(tx)).map(({ id, name, role, suspended_at: leftAt }) => ({
    id,
    name,
    ...(care.get(id) ?? { owned: 0, deputized: 0 }),
    ...(open.get(id) ?? { promises: 0, asked: 0 }),
    leftAt,
    mayLeave: leftAt === null && id !== by,
    mayTakeOver: leftAt === null && mayBeEntrusted({ role }),
  }));
}
