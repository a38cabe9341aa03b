import { listColleagues } from '#features/access/server/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { peopleApi } from '../api.ts';
import { changeCustomer, createCustomer, listKeyCustomer, readCustomerOf, removeKeyCustomer } from './actions.ts';
import { summary } from './summary-store.ts';

export const people: Feature = {
  name: 'people',
  summary,
  handlers: [
    handle(peopleApi.create, async ({ tx, now, who, body }) => await answer(tx, await createCustomer(tx, now, who.colleague, body))),
    handle(peopleApi.read, async ({ tx, now, services, params, query }) => {
      const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
      return await answer(tx, params.customer, isPast ? day : undefined);
    }),
    handle(peopleApi.change, async ({ tx, now, who, params, body }) => {
      await changeCustomer(tx, now, who.colleague, params.customer, body);
      return await answer(tx, params.customer);
    }),
    handle(peopleApi.listKey, async ({ tx, now, who, params, body }) => {
      await listKeyCustomer(tx, now, who.colleague, params.customer, {
        reason: body.reason,
        reviewOn: Temporal.PlainDate.from(body.reviewOn),
      });
      return await answer(tx, params.customer);
    }),
    handle(peopleApi.removeKey, async ({ tx, now, who, params }) => {
      await removeKeyCustomer(tx, now, who.colleague, params.customer);
      return await answer(tx, params.customer);
    }),
  ],
};

async function answer(tx: Tx, id: string, day?: Temporal.PlainDate) {
  const { ownerId, deputyId, knownSinceOn, key, ...customer } = await readCustomerOf(tx, id, day);
  const names = new Map((await listColleagues(tx)).map((colleague) => [colleague.id, colleague.name]));
  const colleague = (one: string) => ({ id: one, name: names.get(one) ?? '' });
  return {
    ...customer,
    owner: colleague(ownerId),
    deputy: deputyId === null ? null : colleague(deputyId),
    knownSinceOn: knownSinceOn.toString(),
    key: key && { reason: key.reason, listedOn: key.listedOn.toString(), reviewOn: key.reviewOn.toString() },
  };
}
