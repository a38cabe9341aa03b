import { viewOf } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { customersApi } from '../api.ts';
import { customerListEvents } from '../api/events.ts';
import { toCardAnswer, toRowAnswer } from './answers.ts';
import { readCard } from './card.ts';
import { customerCommand } from './customer-command.ts';
import { customersCommand } from './customers-command.ts';
import { readCustomers } from './list.ts';
import { listRoutines } from './list-routines/actions.ts';
import { exportHandlers } from './export/handlers.ts';
import { manyHandlers } from './many/handlers.ts';
import { viewHandlers } from './views/handlers.ts';
import { readWordOfMouth } from './word-of-mouth.ts';
import { personal } from './personal-store.ts';

export const customers: Feature = {
  name: 'customers',
  personal,
  events: customerListEvents,
  summary: listRoutines,
  commands: [customersCommand, customerCommand],
  handlers: [
    ...viewHandlers,
    ...manyHandlers,
    ...exportHandlers,
    handle(customersApi.list, async ({ tx, services, now, query }) => {
      const { asOf, stage, risk, ...asked } = query;
      const { day, asOfOn } = await viewOf(tx, services.summary, now, asOf);
      const page = await readCustomers(tx, { ...asked, day, asOfOn, stages: stage, risks: risk });
      return { ...page, customers: page.customers.map(toRowAnswer) };
    }),
    handle(customersApi.card, async ({ tx, services, now, params, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      return toCardAnswer(await readCard(tx, view, params.customer));
    }),
    handle(customersApi.wordOfMouth, async ({ tx, services, now, params, query }) =>
      readWordOfMouth(tx, await viewOf(tx, services.summary, now, query.asOf), params.customer),
    ),
  ],
};
