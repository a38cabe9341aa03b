import type { Tx } from '#kit/server/db/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { z } from 'zod';
import { viewOf } from '#features/workspace/server/index.ts';
import type { Services } from '#kit/server/services.ts';
import { manyApi } from '../../api/many.ts';
import { chosenOf, riskBands, stages } from '../../domain/index.ts';
import { findAll } from '../list.ts';
import { changeManyCustomers, undoChange } from './actions.ts';

export const manyHandlers: readonly Handler[] = [
  handle(manyApi.change, async ({ tx, services, now, who, body }) => {
    const customers = await meant(tx, services, now, body.which);
    const { id, changed } = await changeManyCustomers(tx, now, who.colleague, customers, body.change);
    return { id, asked: customers.length, changed };
  }),
  handle(manyApi.undo, async ({ tx, now, who, params }) => await undoChange(tx, now, who.colleague, params.change)),
];

type Which = z.output<typeof manyApi.change.body>['which'];

async function meant(tx: Tx, services: Services, now: Temporal.Instant, which: Which): Promise<readonly string[]> {
  if ('customers' in which) return which.customers;
  const { day, asOfOn } = await viewOf(tx, services.summary, now, undefined);
  const { stage, risk, ...rest } = which.list;
  return await findAll(tx, { ...rest, day, asOfOn, stages: chosenOf(stage, stages), risks: chosenOf(risk, riskBands) });
}
