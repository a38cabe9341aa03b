import { namesOfColleagues } from '#features/access/server/index.ts';
import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { goalsApi } from '../../api/goals.ts';
import { requireCustomer } from '../actions.ts';
import { changeGoal, endGoal, reopenGoal, reviewGoal, setGoals } from './actions.ts';
import { readGoals } from './readings.ts';

export const goalHandlers: readonly Handler[] = [
  handle(goalsApi.list, async ({ tx, now, services, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { day } = await viewOf(tx, services.summary, now, query.asOf);
    const names = await namesOfColleagues(tx);
    const goals = await readGoals(tx, params.customer, day);
    return {
      goals: goals.map(({ id, words, state, due, circumstance, events }) => ({
        id,
        ...words,
        reviewOn: words.reviewOn.toString(),
        state,
        due,
        circumstance,
        history: events.map(({ kind, happened_at, colleague_id, note, wish }) => ({
          what: kind,
          at: happened_at.toString(),
          by: { id: colleague_id, name: names.get(colleague_id) ?? '' },
          wish,
          note,
        })),
      })),
    };
  }),
  handle(goalsApi.set, async ({ tx, now, who, params, body }) => {
    const [id] = await setGoals(tx, [{ now, colleague: who.colleague, customer: params.customer, told: dated(body) }]);
    if (id === undefined) throw fail('goal.not_found');
    return { id };
  }),
  handle(goalsApi.change, async ({ tx, now, who, params, body }) => await changeGoal(tx, now, who.colleague, params.goal, dated(body))),
  handle(goalsApi.review, async ({ tx, now, who, params, body }) => await reviewGoal(tx, now, who.colleague, params.goal, dated(body))),
  handle(goalsApi.end, async ({ tx, now, who, params, body }) => await endGoal(tx, now, who.colleague, params.goal, body)),
  handle(goalsApi.reopen, async ({ tx, now, who, params }) => await reopenGoal(tx, now, who.colleague, params.goal)),
];

function dated<Told extends { reviewOn?: string | undefined }>({ reviewOn, ...told }: Told) {
  return { ...told, reviewOn: reviewOn === undefined ? undefined : Temporal.PlainDate.from(reviewOn) };
}
