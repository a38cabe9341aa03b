import { listChanged, listForgotten } from '#features/cadence/server/index.ts';
import { tidyLine } from '#features/people/domain/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { conditionsOf } from '../conditions.ts';
import { deleteView, findView, insertView, isNameTaken, updateView, type ViewRow } from './store.ts';

export type ViewTold = { readonly name: string; readonly shared: boolean; readonly state: { readonly where?: string | undefined } };

/**
 * Keeps a list under a name. Refuses one without a name (`saved_view.name_missing`), a name that the colleague gave to another already
 * (`saved_view.name_taken`), and conditions that cannot be asked (as `readConditions`).
 */
export async function saveView(tx: Tx, now: Temporal.Instant, colleague: string, told: ViewTold): Promise<string> {
  const id = newId(now.epochMilliseconds);
  const row = { id, colleague_id: colleague, changed_at: now, ...(await tidy(tx, told)) };
  if (!(await insertView(tx, row))) throw nameTaken(row.name);
  return id;
}

/** Changes what is told of a view of one's own; refuses what `saveView` refuses, and that of another colleague (`saved_view.not_found`). */
export async function changeView(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  change: { readonly [Key in keyof ViewTold]?: ViewTold[Key] | undefined },
): Promise<void> {
  const row = await requireOwn(tx, colleague, id);
  const { name = row.name, shared = row.shared, state = row.state as ViewTold['state'] } = change;
  const told = await tidy(tx, { name, shared, state });
  if (await isNameTaken(tx, colleague, told.name, id)) throw nameTaken(told.name);
  await updateView(tx, { ...row, ...told, changed_at: now });
  await listChanged(tx, id, told.name);
}

/** Forgets a view of one's own, and the routine of those on it; one that is gone already stays gone. */
export async function removeView(tx: Tx, colleague: string, id: string): Promise<void> {
  await requireOwn(tx, colleague, id);
  await deleteView(tx, id);
  await listForgotten(tx, id);
}

async function tidy(tx: Tx, { name, shared, state }: ViewTold): Promise<ViewTold> {
  const tidied = tidyLine(name);
  if (tidied === null) throw fail('saved_view.name_missing', {}, 'name');
  await conditionsOf(tx, state.where);
  return { name: tidied, shared, state };
}

async function requireOwn(tx: Tx, colleague: string, id: string): Promise<ViewRow> {
  const row = await findView(tx, id);
  if (row?.colleague_id !== colleague) throw fail('saved_view.not_found');
  return row;
}

function nameTaken(name: string): Error {
  return fail('saved_view.name_taken', { name }, 'name');
}
