import { viewOf } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { todayApi } from '../api.ts';
import { todayEvents } from '../api/events.ts';
import { answerReasons, takeBackAnswer, type AnswerTold } from './answers.ts';
import { todayCommands } from './commands.ts';
import { digestSection } from './digest.ts';
import { toEntryAnswer } from './entry-answer.ts';
import { carryOver, changePlan, startDay } from './plan.ts';
import { todaySummary } from './refresh.ts';
import { readReview } from './review.ts';
import { readTeam } from './team.ts';
import { reviewAnswer, teamAnswer, todayAnswer } from './today-answer.ts';
import { readToday, readWaiting } from './today.ts';
import { personal } from './personal-store.ts';

export const today: Feature = {
  name: 'today',
  personal,
  events: todayEvents,
  summary: todaySummary,
  merge: {
    feature: 'today',
    tables: [
      { table: 'reason_answer', key: ['id', 'kind', 'occasion'] },
      {
        table: 'day_plan_entry',
        key: ['colleague_id', 'planned_on'],
        collides: 'kept.customer_id = :kept and kept.colleague_id = gone.colleague_id and kept.planned_on = gone.planned_on',
      },
    ],
  },
  commands: todayCommands,
  digest: [digestSection],
  handlers: [
    handle(todayApi.read, async ({ tx, services, now, who, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      return todayAnswer(await readToday(tx, view, query.for ?? who.colleague));
    }),
    handle(todayApi.waiting, async ({ tx, services, now, who, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      const asked = { of: query.for ?? who.colleague, after: query.after, limit: query.limit };
      const { entries, next } = await readWaiting(tx, view, asked);
      return { entries: entries.map(toEntryAnswer), next };
    }),
    handle(todayApi.changePlan, async ({ tx, now, who, body }) => await changePlan(tx, now, who.colleague, body)),
    handle(todayApi.start, async ({ tx, now, who }) => await startDay(tx, now, who.colleague)),
    handle(todayApi.carryOver, async ({ tx, now, who, body }) => ({
      on: (await carryOver(tx, now, who.colleague, body.customerIds)).toString(),
    })),
    handle(todayApi.review, async ({ tx, services, now, who, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      return reviewAnswer(await readReview(tx, now, view, query.for ?? who.colleague));
    }),
    handle(todayApi.team, async ({ tx, now, query }) => teamAnswer(await readTeam(tx, now, query.names))),
    handle(todayApi.answer, async ({ tx, now, doneAt, who, params, body }) => {
      const told: AnswerTold = body.answer === 'snoozed' ? { ...body, untilOn: Temporal.PlainDate.from(body.untilOn) } : body;
      return { id: await answerReasons(tx, now, who.colleague, params.customer, { ...told, doneAt }) };
    }),
    handle(todayApi.takeBack, async ({ tx, now, who, params }) => await takeBackAnswer(tx, now, who.colleague, params.answer)),
  ],
};
