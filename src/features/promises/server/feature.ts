import { viewOf } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { promisesApi } from '../api.ts';
import { admitBroken, askForTime, givePromise, keepPromise, releasePromise, reopenPromise } from './actions.ts';
import { promisesCommand } from './commands.ts';
import { readOpenPromises, readPromise, readPromisesTo, type PromiseRead } from './readings.ts';
import { summary } from './summary-store.ts';

export const promises: Feature = {
  name: 'promises',
  summary,
  merge: { feature: 'promises', tables: [{ table: 'promise', key: ['id'], counted: 'promises' }] },
  commands: [promisesCommand],
  handlers: [
    handle(promisesApi.list, async ({ tx, now, who, query }) => {
      const owner = query.whose === 'mine' ? who.colleague : undefined;
      const { promises: open, next } = await readOpenPromises(tx, now, { owner, cursor: query.after, limit: query.limit });
      return { promises: open.map(answer), next };
    }),
    handle(promisesApi.listTo, async ({ tx, now, services, params, query }) => {
      const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
      return { promises: (await readPromisesTo(tx, now, params.customer, isPast ? day : undefined)).map(answer) };
    }),
    handle(promisesApi.give, async ({ tx, now, who, params, body }) => {
      const told = {
        customer: params.customer,
        what: body.what,
        dueAt: Temporal.Instant.from(body.dueAt),
        owner: body.ownerId,
        touchpoint: body.touchpointId,
      };
      return answer(await readPromise(tx, now, await givePromise(tx, now, who.colleague, told)));
    }),
    handle(promisesApi.keep, async ({ tx, now, who, params }) => {
      await keepPromise(tx, now, who.colleague, params.promise);
      return answer(await readPromise(tx, now, params.promise));
    }),
    handle(promisesApi.release, async ({ tx, now, who, params, body }) => {
      await releasePromise(tx, now, who.colleague, params.promise, body.note);
      return answer(await readPromise(tx, now, params.promise));
    }),
    handle(promisesApi.admitBroken, async ({ tx, now, who, params, body }) => {
      await admitBroken(tx, now, who.colleague, params.promise, body.note);
      return answer(await readPromise(tx, now, params.promise));
    }),
    handle(promisesApi.askTime, async ({ tx, now, who, params, body }) => {
      await askForTime(tx, now, who.colleague, params.promise, Temporal.Instant.from(body.dueAt), body.note);
      return answer(await readPromise(tx, now, params.promise));
    }),
    handle(promisesApi.reopen, async ({ tx, now, who, params }) => {
      await reopenPromise(tx, now, who.colleague, params.promise);
      return answer(await readPromise(tx, now, params.promise));
    }),
  ],
};

function answer(promise: PromiseRead) {
  return {
    ...promise,
    givenAt: promise.givenAt.toString(),
    dueAt: promise.dueAt.toString(),
    endedAt: promise.endedAt?.toString() ?? null,
    events: promise.events.map((event) => ({ ...event, at: event.at.toString(), dueAt: event.dueAt?.toString() ?? null })),
  };
}
