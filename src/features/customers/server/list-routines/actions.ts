import { followLists, makeRoutine } from '#features/cadence/server/index.ts';
import { todayOf, readWorkspace } from '#features/workspace/server/index.ts';
import { isUuid } from '#kit/domain/ids.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Who } from '#kit/server/identity.ts';
import { living, type SummaryPart } from '#kit/server/summary.ts';
import type { RoutineTold } from '#features/cadence/domain/index.ts';
import { chosenOf, riskBands, stages } from '../../domain/index.ts';
import { findFittingAmong, type ListFilterAsked } from '../list.ts';
import { readView } from '../views/store.ts';

/** More is no list to stay in touch with, but a stage. */
const mostOnList = 100_000;

/**
 * Says how often those of a saved list hear from us, whoever is on it from day to day; answers the routine's id. Refuses a list that the colleague does not see
 * (`saved_view.not_found`), one of more than 100,000 customers (`saved_view.too_long_for_routine` {most}), and what `makeRoutine` refuses.
 */
export async function makeListRoutine(
  tx: Tx,
  now: Temporal.Instant,
  who: Pick<Who, 'colleague' | 'role' | 'only'>,
  view: string,
  told: RoutineTold,
): Promise<string> {
  const row = await readView(tx, view);
  if (!row || (row.colleague_id !== who.colleague && !row.shared)) throw fail('saved_view.not_found');
  const day = todayOf(await readWorkspace(tx), now);
  const most = { most: mostOnList };
  if (!(await findFittingAmong(tx, askedOf(row.state, day), 'all', mostOnList))) throw fail('saved_view.too_long_for_routine', most);
  return await makeRoutine(tx, now, who, { kind: 'list', id: view, name: row.name }, told);
}

/** Tells cadence whom the saved lists hold that have a routine. */
export const listRoutines: SummaryPart = {
  feature: 'customers',
  beginsEmpty: true,
  refresh: async (tx, scope) => {
    if (scope.asOfOn !== living) return;
    await followLists(tx, scope, async (list, among) => {
      const row = await readView(tx, list);
      return row ? await findFittingAmong(tx, askedOf(row.state, scope.day), among, mostOnList) : [];
    });
  },
};

// A list is kept as its address says it: names parted by commas.
function askedOf(state: unknown, day: Temporal.PlainDate): ListFilterAsked {
  const { stage, risk, owner, name, where } = state as Readonly<Record<string, string | undefined>>;
  // Before it was asked for an id, anything was kept as an owner: of such a list nothing is known of its owner.
  const known = owner !== undefined && isUuid(owner) ? owner : undefined;
  return { asOfOn: living, day, stages: chosenOf(stage, stages), risks: chosenOf(risk, riskBands), owner: known, name, where };
}
