import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Goal as GoalShape, goalsApi } from '../../api/goals.ts';
import { useDoing } from '#kit/web/use-doing.ts';

export const api = apiOf<typeof goalsApi>();

export type Goal = z.output<typeof GoalShape>;

/** What can be done about a goal in one tap. */
export function useGoalWays(): {
  review: (goal: Goal) => Promise<void>;
  end: (goal: Goal, as: 'reached' | 'given_up') => Promise<void>;
  reopen: (goal: Goal) => Promise<void>;
} {
  const say = useMessages();
  const go = useDoing();
  const open = (goal: Goal) => api.call('post', '/api/goals/{goal}/reopened', { params: { goal: goal.id } });
  return {
    review: (goal) =>
      go(async () => {
        await api.call('post', '/api/goals/{goal}/reviewed', { params: { goal: goal.id }, body: {} });
        return { said: say('people.goals.reviewed') };
      }),
    end: (goal, as) =>
      go(async () => {
        await api.call('post', '/api/goals/{goal}/ended', { params: { goal: goal.id }, body: { as } });
        return { said: say(`people.goals.state.${as}`), undo: () => open(goal) };
      }),
    reopen: (goal) =>
      go(async () => {
        await open(goal);
        return { said: say('people.goals.reopened') };
      }),
  };
}
