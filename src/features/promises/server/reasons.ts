import { namesOfColleagues } from '#features/access/server/index.ts';
import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handOverWaiting, promiseDue } from '../domain/index.ts';
import { listAskingThen, type OpenThen } from './summary-store.ts';

/** Promises to these customers that are due on the day, or were before, and those that wait for a colleague to take them over. */
export async function reasonsToAct(tx: Tx, { day, customers, worth }: ReasonsAsked): Promise<ReasonsFound> {
  const found = new Map<string, Reason[]>();
  const { timeZone } = await readWorkspace(tx);
  const asking = await listAskingThen(tx, endOfDay(day, timeZone), customers);
  if (asking.length === 0) return found;
  const names = await namesOfColleagues(tx);
  for (const promise of asking) {
    const reasons = reasonsOf(promise, names, day, timeZone, stakeOf(worth, promise.customer));
    if (reasons.length > 0) found.set(promise.customer, [...(found.get(promise.customer) ?? []), ...reasons]);
  }
  return found;
}

function reasonsOf(
  { handedTo, handedAt, ...promise }: OpenThen,
  names: ReadonlyMap<string, string>,
  day: Temporal.PlainDate,
  timeZone: string,
  stake: number,
): readonly Reason[] {
  const named = { ...promise, ownerName: names.get(promise.owner) ?? '' };
  const due = promiseDue(named, day, timeZone, stake);
  const handed =
    handedTo !== null && handedAt !== null ? { ...named, to: handedTo, toName: names.get(handedTo) ?? '', handedAt } : undefined;
  return [...(due ? [due] : []), ...(handed ? handOverWaiting(handed, day, timeZone, stake) : [])];
}
