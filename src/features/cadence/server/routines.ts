import { may } from '#features/access/domain/index.ts';
import { listTags, requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace, requestRefresh, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import { readRoutine, type RoutineTerms, type RoutineTold } from '../domain/index.ts';
import { readFloorOf } from './calendar-store.ts';
import {
  columnsOf,
  deleteRoutine,
  holdRoutine,
  insertRoutine,
  targetOf,
  updateRoutine,
  type RoutineRow,
  type Target,
} from './routine-store.ts';

type Doing = Pick<Who, 'colleague' | 'role' | 'only'>;

/**
 * Says how often, and how, a customer or a kind of customers hears from us, and answers the routine's id. Anybody does so for one customer; for a kind of
 * them, which fills everybody's days, whoever has the right to does (`routine.for_many_not_allowed`). Besides what `readRoutine` refuses: `customer.not_found`,
 * `routine.tag_unknown`, and a second one for the same (`routine.already_there`).
 */
export async function makeRoutine(tx: Tx, now: Temporal.Instant, who: Doing, target: Target, told: RoutineTold): Promise<string> {
  requireRightToMany(who, target);
  if (target.kind === 'customer') await requireCustomer(tx, target.id);
  if (target.kind === 'tag' && !(await listTags(tx)).some(({ id }) => id === target.id)) throw fail('routine.tag_unknown', {}, 'target');
  const terms = unwrap(readRoutine(told, await floorFor(tx, target)));
  const id = newId(now.epochMilliseconds);
  const madeOn = todayOf(await readWorkspace(tx), now);
  const row = { id, ...columnsOf(target), ...columnsOfTerms(terms), made_by: who.colleague, made_on: madeOn };
  if (!(await insertRoutine(tx, row))) throw fail('routine.already_there', {}, 'target');
  await tell(tx, now, who, 'cadence.routine_made', id, target, terms);
  return id;
}

/** Changes what is told of a routine; what is left out stays. Refuses what `makeRoutine` refuses, and `routine.not_found`. */
export async function changeRoutine(
  tx: Tx,
  now: Temporal.Instant,
  who: Doing,
  id: string,
  change: { readonly [Key in keyof RoutineTold]?: RoutineTold[Key] | undefined },
): Promise<void> {
  const row = await requireRoutine(tx, id);
  const target = targetOf(row);
  requireRightToMany(who, target);
  const told = {
    everyDays: change.everyDays ?? row.every_days,
    latestDays: change.latestDays ?? row.latest_days,
    channel: change.channel ?? row.channel,
    purpose: change.purpose ?? row.purpose,
  };
  const terms = unwrap(readRoutine(told, await floorFor(tx, target)));
  await updateRoutine(tx, id, columnsOfTerms(terms));
  await tell(tx, now, who, 'cadence.routine_changed', id, target, terms);
}

/** Ends a routine: whom it was for follow the next one that is for them, or the floor. Refuses `routine.not_found` and `routine.for_many_not_allowed`. */
export async function endRoutine(tx: Tx, now: Temporal.Instant, who: Doing, id: string): Promise<void> {
  const target = targetOf(await requireRoutine(tx, id));
  requireRightToMany(who, target);
  await deleteRoutine(tx, id);
  await tell(tx, now, who, 'cadence.routine_ended', id, target);
}

async function requireRoutine(tx: Tx, id: string): Promise<RoutineRow> {
  const row = await holdRoutine(tx, id);
  if (!row) throw fail('routine.not_found');
  return row;
}

function requireRightToMany(who: Doing, target: Target): void {
  if (target.kind !== 'customer' && !may(who, 'makeRoutinesForMany')) throw fail('routine.for_many_not_allowed');
}

// Prospects are no active customers yet; whoever else is named may be one.
async function floorFor(tx: Tx, target: Target): Promise<number | undefined> {
  if (target.kind === 'stage' && target.stage === 'prospect') return undefined;
  return (await readFloorOf(tx)).floorDays;
}

function columnsOfTerms({ everyDays, latestDays, channel, purpose }: RoutineTerms) {
  return { every_days: everyDays, latest_days: latestDays, channel, purpose };
}

/** One customer's row follows at once, those of many with the round that is asked for here. */
async function tell(
  tx: Tx,
  now: Temporal.Instant,
  who: Doing,
  kind: 'cadence.routine_made' | 'cadence.routine_changed' | 'cadence.routine_ended',
  id: string,
  target: Target,
  terms?: RoutineTerms,
): Promise<void> {
  const customer = target.kind === 'customer' ? target.id : undefined;
  await recordEvent(tx, now, { kind, colleague: who.colleague, customer, subject: id, detail: { target, ...(terms ? { terms } : {}) } });
  if (customer === undefined) await requestRefresh(tx);
  else tx.touch(customer);
}
