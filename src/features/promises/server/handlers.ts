import { may } from '#features/access/domain/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Who } from '#kit/server/identity.ts';
import { promisesApi } from '../api.ts';
import type { Actor } from '../domain/index.ts';
import { admitBroken, askForTime, callAnyway, givePromise, keepPromise, releasePromise, reopenPromise } from './actions.ts';
import { promiseAnswer } from './answers.ts';
import { readDueThere, type DueWritten } from './due.ts';
import { acceptPromise, declinePromise, handOverPromise, remindOfPromise, withdrawHandOver } from './hand-over.ts';
import { readOpenPromises, readPromise, readPromisesTo } from './readings.ts';
import { findPromise } from './store.ts';

export const promiseHandlers: readonly Handler[] = [
  handle(promisesApi.list, async ({ tx, now, who, query }) => {
    const me = who.colleague;
    const whose = { mine: { owner: me }, handed: { handedTo: me }, waiting: { owner: me, handedTo: 'anybody' }, all: {} }[query.whose];
    const { promises, next } = await readOpenPromises(tx, now, { ...whose, cursor: query.after, limit: query.limit });
    return { promises: promises.map(promiseAnswer), next };
  }),
  handle(promisesApi.read, async ({ tx, now, params }) => await answer(tx, now, params.promise)),
  handle(promisesApi.listTo, async ({ tx, now, services, params, query }) => {
    const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
    return { promises: (await readPromisesTo(tx, now, params.customer, isPast ? day : undefined)).map(promiseAnswer) };
  }),
  handle(promisesApi.give, async ({ tx, now, doneAt, who, params, body }) => {
    const due = await readDueThere(tx, params.customer, body);
    const told = {
      customer: params.customer,
      what: body.what,
      dueAt: due.at,
      dueFrom: due.from,
      firmness: body.firmness,
      person: body.personId,
      to: body.toId,
      touchpoint: body.touchpointId,
      givenAt: doneAt,
    };
    return await answer(tx, now, await givePromise(tx, now, who.colleague, told));
  }),
  handle(promisesApi.keep, async ({ tx, now, doneAt, who, params }) => {
    await keepPromise(tx, now, who.colleague, params.promise, doneAt);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.release, async ({ tx, now, who, params, body }) => {
    await releasePromise(tx, now, who.colleague, params.promise, body.note);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.admitBroken, async ({ tx, now, who, params, body }) => {
    await admitBroken(tx, now, who.colleague, params.promise, body.note);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.askTime, async ({ tx, now, who, params, body }) => {
    await askForTime(tx, now, who.colleague, params.promise, await dueOf(tx, params.promise, body), body.note);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.callAnyway, async ({ tx, now, who, params, body }) => {
    const { word, kind, minutes, pulse } = body;
    const due = await dueOf(tx, params.promise, body);
    await callAnyway(tx, now, who.colleague, params.promise, { word, due, kind, minutes, pulse });
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.reopen, async ({ tx, now, who, params }) => {
    await reopenPromise(tx, now, who.colleague, params.promise);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.handOver, async ({ tx, now, who, params, body }) => {
    await handOverPromise(tx, now, actorOf(who), params.promise, body.toId, body.note);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.accept, async ({ tx, now, who, params }) => {
    await acceptPromise(tx, now, who.colleague, params.promise);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.decline, async ({ tx, now, who, params, body }) => {
    await declinePromise(tx, now, who.colleague, params.promise, body.note);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.withdraw, async ({ tx, now, who, params }) => {
    await withdrawHandOver(tx, now, actorOf(who), params.promise);
    return await answer(tx, now, params.promise);
  }),
  handle(promisesApi.remind, async ({ tx, now, who, params, body }) => {
    await remindOfPromise(tx, now, who.colleague, params.promise, body.note);
    return await answer(tx, now, params.promise);
  }),
];

async function answer(tx: Tx, now: Temporal.Instant, id: string) {
  return promiseAnswer(await readPromise(tx, now, id));
}

/** Local moments are read on the clocks of the customer to whom it was promised. */
async function dueOf(tx: Tx, id: string, written: DueWritten) {
  const promise = await findPromise(tx, id);
  if (!promise) throw fail('promise.not_found');
  return await readDueThere(tx, promise.customer_id, written);
}

function actorOf(who: Who): Actor {
  return { id: who.colleague, mayActForColleagues: may(who, 'actForColleagues') };
}
