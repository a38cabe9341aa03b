import { z } from 'zod';
import { RoutineTold } from '#features/cadence/api.ts';
import { route } from '#kit/contract/route.ts';

const part = z.string().max(4000).optional();

/** The state of a list as it stands in its address. */
export const ViewState = z.object({
  sort: part,
  stage: part,
  risk: part,
  owner: z.uuid().optional(),
  name: part,
  where: part,
  /** Columns in their order, with a width where somebody chose one: `name,value:120,owner`. */
  columns: part,
});

export const View = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Seen by everybody in the workspace. */
  shared: z.boolean(),
  /** Made by who asks, who alone may change it. */
  mine: z.boolean(),
  madeBy: z.string(),
  state: ViewState,
});

const params = z.object({ view: z.uuid() });
const told = z.object({ name: z.string().max(80), shared: z.boolean(), state: ViewState });

export const viewsApi = {
  list: route({
    method: 'get',
    path: '/api/views',
    summary: 'The lists of customers that a colleague has saved, and those that others share',
    caller: 'seeCustomers',
    answer: z.object({ views: z.array(View) }),
  }),
  save: route({
    method: 'post',
    path: '/api/views',
    summary: 'Save a list of customers under a name',
    caller: 'workWithCustomers',
    body: told,
    answer: View,
  }),
  change: route({
    method: 'patch',
    path: '/api/views/{view}',
    summary: 'Change a saved list of mine',
    caller: 'workWithCustomers',
    params,
    body: told.partial(),
    answer: View,
  }),
  makeRoutine: route({
    method: 'post',
    path: '/api/views/{view}/routine',
    summary: 'Say how often those on a saved list hear from us, whoever is on it from day to day',
    caller: 'makeRoutinesForMany',
    params,
    body: RoutineTold,
    answer: z.object({ id: z.uuid() }),
  }),
  remove: route({
    method: 'delete',
    path: '/api/views/{view}',
    summary: 'Delete a saved list of mine',
    caller: 'workWithCustomers',
    params,
  }),
};
