import { namesOfColleagues } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { ViewState, viewsApi } from '../../api/views.ts';
import { makeListRoutine } from '../list-routines/actions.ts';
import { changeView, removeView, saveView } from './actions.ts';
import { listViews } from './store.ts';

export const viewHandlers: readonly Handler[] = [
  handle(viewsApi.list, async ({ tx, who }) => ({ views: await viewsOf(tx, who.colleague) })),
  handle(viewsApi.save, async ({ tx, now, who, body }) => await answer(tx, who.colleague, await saveView(tx, now, who.colleague, body))),
  handle(viewsApi.change, async ({ tx, now, who, params, body }) => {
    await changeView(tx, now, who.colleague, params.view, body);
    return await answer(tx, who.colleague, params.view);
  }),
  handle(viewsApi.makeRoutine, async ({ tx, now, who, params, body }) => ({ id: await makeListRoutine(tx, now, who, params.view, body) })),
  handle(viewsApi.remove, async ({ tx, who, params }) => await removeView(tx, who.colleague, params.view)),
];

async function viewsOf(tx: Tx, colleague: string) {
  const names = await namesOfColleagues(tx);
  return (await listViews(tx, colleague)).map(({ id, name, shared, colleague_id: maker, state }) => ({
    id,
    name,
    shared,
    mine: maker === colleague,
    madeBy: names.get(maker) ?? '',
    state: ViewState.parse(state),
  }));
}

async function answer(tx: Tx, colleague: string, id: string) {
  const view = (await viewsOf(tx, colleague)).find((one) => one.id === id);
  if (!view) throw fail('saved_view.not_found');
  return view;
}
