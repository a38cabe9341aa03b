import { handle, type Handler } from '#kit/server/http/index.ts';
import { tagsApi } from '../../api/tags.ts';
import { requireCustomer } from '../actions.ts';
import { addTags, setTags } from './actions.ts';
import { listTags, listTagsOf } from './store.ts';

export const tagHandlers: readonly Handler[] = [
  handle(tagsApi.all, async ({ tx }) => ({ tags: await listTags(tx) })),
  handle(tagsApi.ofCustomer, async ({ tx, params }) => {
    await requireCustomer(tx, params.customer);
    return { tags: await listTagsOf(tx, params.customer) };
  }),
  handle(tagsApi.set, async ({ tx, now, who, params, body }) => {
    await setTags(tx, now, who.colleague, params.customer, body.names);
    return { tags: await listTagsOf(tx, params.customer) };
  }),
  handle(tagsApi.add, async ({ tx, now, who, params, body }) => {
    await addTags(tx, now, who.colleague, params.customer, body.names);
    return { tags: await listTagsOf(tx, params.customer) };
  }),
];
