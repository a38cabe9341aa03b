import { forgetIdentities } from '#features/access/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { promisesApi } from '../api.ts';
import { promiseEvents } from '../api/events.ts';
import { promiseBroken } from './automation/promise-broken.ts';
import { promiseGiven } from './automation/promise-given.ts';
import { promiseKept } from './automation/promise-kept.ts';
import { promiseSomething } from './automation/promise-something.ts';
import { heldAnswer, promiseAnswer, reliabilityAnswer } from './answers.ts';
import { callAnywayCommand, promisesCommand } from './commands.ts';
import { digestSections } from './digest.ts';
import { handOverCommands } from './hand-over-commands.ts';
import { promiseHandlers } from './handlers.ts';
import { comeBack, leave, readHeld } from './leaving.ts';
import { leaveCommand } from './leaving-command.ts';
import { noticingHandlers } from './noticing.ts';
import { reliabilityCommand } from './reliability-command.ts';
import { readCounted, readReliability } from './reliability.ts';
import { summary } from './summary-store.ts';
import { personal } from './personal-store.ts';
import { countOpenByColleague } from './store.ts';

export const promises: Feature = {
  name: 'promises',
  personal,
  events: promiseEvents,
  triggers: [promiseGiven, promiseKept, promiseBroken],
  actions: [promiseSomething],
  summary,
  merge: {
    feature: 'promises',
    tables: [
      { table: 'promise', key: ['id'], counted: 'promises' },
      { table: 'promise', column: 'person_id', key: ['id'] },
    ],
  },
  entrusted: async (tx, _, colleague) => {
    const { promises: own, asked } = (await countOpenByColleague(tx)).get(colleague) ?? { promises: 0, asked: 0 };
    return own + asked;
  },
  digest: digestSections,
  commands: [promisesCommand, callAnywayCommand, ...handOverCommands, reliabilityCommand, leaveCommand],
  handlers: [
    handle(promisesApi.reliability, async ({ tx, now, query }) =>
      reliabilityAnswer(await readReliability(tx, now, { ...query, of: query.of?.split(',') })),
    ),
    handle(promisesApi.counted, async ({ tx, now, query }) => {
      const { from, until, of, after, ...which } = query;
      const days = { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) };
      const { promises: counted, next } = await readCounted(tx, now, { ...which, ...days, of: of?.split(','), cursor: after });
      return { promises: counted.map(promiseAnswer), next };
    }),
    ...promiseHandlers,
    ...noticingHandlers,
    handle(promisesApi.heldBy, async ({ tx, who }) => ({ colleagues: (await readHeld(tx, who.colleague)).map(heldAnswer) })),
    handle(promisesApi.leave, async ({ tx, now, who, params, body, services }) => {
      tx.afterCommit(() => forgetIdentities(services));
      return await leave(tx, now, who.colleague, { colleague: params.colleague, to: body.toId });
    }),
    handle(promisesApi.comeBack, async ({ tx, now, who, params, services }) => {
      tx.afterCommit(() => forgetIdentities(services));
      await comeBack(tx, now, who.colleague, params.colleague);
    }),
  ],
};
