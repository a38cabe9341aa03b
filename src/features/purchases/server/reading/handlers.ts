import { viewOf } from '#features/workspace/server/index.ts';
import { requireCustomer } from '#features/people/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { purchasesApi } from '../../api.ts';
import { describeCustomer } from '../snapshot/refresh.ts';
import { habitsOf } from './habits.ts';
import { listFavourites, listPurchases, type Place } from './store.ts';

export const readingHandlers: readonly Handler[] = [
  handle(purchasesApi.list, async ({ tx, services, now, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { day } = await viewOf(tx, services.summary, now, query.asOf);
    const found = await listPurchases(tx, { customer: params.customer, day, after: placeOf(query.after), limit: query.limit });
    const last = found.length === query.limit ? found.at(-1) : undefined;
    return {
      purchases: found.map(({ placed_at, placed_on, total_minor, ...rest }) => ({
        ...rest,
        placedAt: placed_at.toString(),
        placedOn: placed_on.toString(),
        totalMinor: total_minor,
      })),
      next: last ? `${last.placed_on.toString()}_${last.id}` : null,
    };
  }),
  handle(purchasesApi.habits, async ({ tx, services, now, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { day, asOfOn } = await viewOf(tx, services.summary, now, query.asOf);
    const described = await describeCustomer(tx, params.customer, day, asOfOn);
    return { ...habitsOf(described), favourites: await listFavourites(tx, { customer: params.customer, day, limit: 5 }) };
  }),
];

function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const [, on, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text) ?? [];
  if (on === undefined || id === undefined) throw fail('input.invalid', {}, 'after');
  return { on, id };
}
