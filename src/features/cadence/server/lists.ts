import { requestRefresh } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryScope } from '#kit/server/summary.ts';
import { cadenceSummary } from './plan.ts';
import { deleteRoutineOfList, listListRoutines, renameListOf, replaceMembers } from './list-store.ts';

/**
 * Saved lists belong to a feature above, which knows whom they hold: it asks here which lists have a routine, and tells whom each of them holds, of all customers or
 * of those that something happened with. Days are planned for who came and who left.
 */
export async function followLists(
  tx: Tx,
  scope: SummaryScope,
  whoIsOn: (list: string, among: SummaryScope['customers']) => Promise<readonly string[] | undefined>,
): Promise<void> {
  const changed = new Set<string>();
  for (const { routine, list } of await listListRoutines(tx)) {
    const members = await whoIsOn(list, scope.customers);
    if (!members) continue;
    for (const customer of await replaceMembers(tx, routine, members, scope.customers)) changed.add(customer);
  }
  if (changed.size > 0) await cadenceSummary.refresh(tx, { ...scope, customers: [...changed] });
}

/** The list is called or made otherwise now; who came and who left is looked up in the round that is asked for here. */
export async function listChanged(tx: Tx, list: string, name: string): Promise<void> {
  if (await renameListOf(tx, list, name)) await requestRefresh(tx);
}

/** The list is gone, and its routine with it; who followed it has another, or the floor, after the next round. */
export async function listForgotten(tx: Tx, list: string): Promise<void> {
  if (await deleteRoutineOfList(tx, list)) await requestRefresh(tx);
}
