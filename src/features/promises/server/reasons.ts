import { listColleagues } from '#features/access/server/index.ts';
import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { promiseDue } from '../domain/index.ts';
import { listDueThen } from './summary-store.ts';

/** Promises to these customers that are due on the day, or were before. */
export async function reasonsToAct(tx: Tx, { day, customers, worth }: ReasonsAsked): Promise<ReasonsFound> {
  const found = new Map<string, Reason[]>();
  const { timeZone } = await readWorkspace(tx);
  const due = await listDueThen(tx, endOfDay(day, timeZone), customers);
  if (due.length === 0) return found;
  const names = new Map((await listColleagues(tx)).map((colleague) => [colleague.id, colleague.name]));
  for (const { customer, ...promise } of due) {
    const reason = promiseDue({ ...promise, ownerName: names.get(promise.owner) ?? '' }, day, timeZone, stakeOf(worth, customer));
    if (reason) found.set(customer, [...(found.get(customer) ?? []), reason]);
  }
  return found;
}
