import { listColleagues } from '#features/access/server/index.ts';
import { readCircle, requireCustomer } from '#features/people/server/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { conversationsApi } from '../api.ts';
import { touchpointEvents } from '../api/events.ts';
import { nobodyReached } from './automation/nobody-reached.ts';
import { pulseRead } from './automation/pulse-read.ts';
import { touchpointLogged } from './automation/touchpoint-logged.ts';
import { correctTouchpoint, logTouchpoint, removeTouchpoint } from './actions.ts';
import { readPulse } from './pulse.ts';
import { findTouchpoint } from './store.ts';
import { summary } from './summary-store.ts';
import { describeTouchpoints, readHistory, readTimeline } from './timeline.ts';
import { personal } from './personal-store.ts';

export const conversations: Feature = {
  name: 'conversations',
  personal,
  events: touchpointEvents,
  triggers: [pulseRead, nobodyReached, touchpointLogged],
  summary,
  merge: {
    feature: 'conversations',
    tables: [
      { table: 'touchpoint', key: ['id'], counted: 'touchpoints' },
      {
        table: 'touchpoint_person',
        column: 'person_id',
        key: ['touchpoint_id'],
        collides: 'kept.person_id = :kept and kept.touchpoint_id = gone.touchpoint_id',
      },
    ],
  },
  handlers: [
    handle(conversationsApi.timeline, async ({ tx, now, services, params, query }) => {
      const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
      const { kinds, direction, colleague, limit } = query;
      const filter = { kinds, direction, colleague, withPulse: query.pulse === 'read' };
      const asked = { ...filter, asOf: isPast ? day : undefined, cursor: query.after, limit };
      const { touchpoints, next } = await readTimeline(tx, params.customer, asked);
      return { touchpoints: await describeTouchpoints(tx, touchpoints), next };
    }),
    handle(conversationsApi.log, async ({ tx, now, doneAt, who, params, body: { personIds, colleagueIds, ...body } }) => {
      const told = { ...body, at: momentOf(body.at) ?? doneAt };
      const participants = { persons: personIds, colleagues: colleagueIds };
      return await answer(tx, await logTouchpoint(tx, now, who.colleague, params.customer, told, participants));
    }),
    handle(conversationsApi.correct, async ({ tx, now, who, params, body: { personIds, colleagueIds, ...body } }) => {
      const correction = { ...body, at: momentOf(body.at) };
      const participants = { persons: personIds, colleagues: colleagueIds };
      await correctTouchpoint(tx, now, who, params.touchpoint, correction, participants);
      return await answer(tx, params.touchpoint);
    }),
    handle(conversationsApi.history, async ({ tx, params }) => ({ corrections: await readHistory(tx, params.touchpoint) })),
    handle(conversationsApi.pulse, async ({ tx, now, services, params, query }) => {
      const { day } = await viewOf(tx, services.summary, now, query.asOf);
      const { readings, trend } = await readPulse(tx, params.customer, day);
      return { readings: readings.map(({ at, ...reading }) => ({ at: at.toString(), ...reading })), trend };
    }),
    handle(conversationsApi.participants, async ({ tx, now, services, params }) => {
      await requireCustomer(tx, params.customer);
      const { people } = await readCircle(tx, params.customer, await viewOf(tx, services.summary, now, undefined));
      const persons = people.filter(({ kind, step }) => kind === 'person' && step > 0).map(({ id, name }) => ({ id, name }));
      const colleagues = (await listColleagues(tx)).map(({ id, name }) => ({ id, name }));
      return { persons, colleagues: colleagues.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
    }),
    handle(conversationsApi.remove, async ({ tx, now, who, params }) => await removeTouchpoint(tx, now, who, params.touchpoint)),
  ],
};

function momentOf(told: string | undefined): Temporal.Instant | undefined {
  return told === undefined ? undefined : Temporal.Instant.from(told);
}

async function answer(tx: Tx, id: string) {
  const row = await findTouchpoint(tx, id);
  const [described] = row ? await describeTouchpoints(tx, [row]) : [];
  if (!described) throw fail('touchpoint.not_found');
  return described;
}
