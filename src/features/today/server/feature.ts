import { viewOf } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { todayApi } from '../api.ts';
import { answerReasons, takeBackAnswer, type AnswerTold } from './answers.ts';
import { todayCommand } from './commands.ts';
import { toEntryAnswer } from './entry-answer.ts';
import { todaySummary } from './refresh.ts';
import { readToday, readWaiting } from './today.ts';

export const today: Feature = {
  name: 'today',
  summary: todaySummary,
  merge: { feature: 'today', tables: [{ table: 'reason_answer', key: ['id', 'kind', 'occasion'] }] },
  commands: [todayCommand],
  handlers: [
    handle(todayApi.read, async ({ tx, services, now, who, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      const { currency, colleague, minutes, done, entries, waiting } = await readToday(tx, view, query.for ?? who.colleague);
      const { day, isPast } = view;
      return { day: day.toString(), isPast, currency, colleague, minutes, done, entries: entries.map(toEntryAnswer), waiting };
    }),
    handle(todayApi.waiting, async ({ tx, services, now, who, query }) => {
      const view = await viewOf(tx, services.summary, now, query.asOf);
      const asked = { of: query.for ?? who.colleague, after: query.after, limit: query.limit };
      const { entries, next } = await readWaiting(tx, view, asked);
      return { entries: entries.map(toEntryAnswer), next };
    }),
    handle(todayApi.answer, async ({ tx, now, who, params, body }) => {
      const told: AnswerTold = body.answer === 'snoozed' ? { ...body, untilOn: Temporal.PlainDate.from(body.untilOn) } : body;
      return { id: await answerReasons(tx, now, who.colleague, params.customer, told) };
    }),
    handle(todayApi.takeBack, async ({ tx, now, who, params }) => await takeBackAnswer(tx, now, who.colleague, params.answer)),
  ],
};
