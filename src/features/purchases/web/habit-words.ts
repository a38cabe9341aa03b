import type { z } from 'zod';
import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { HabitsAnswer } from '../api.ts';
import { habitWords } from '../domain/index.ts';

export type Habits = z.output<typeof HabitsAnswer>;

/** What the figures of a customer's purchases say, in sentences. */
export function useHabitWords() {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  return {
    ...habitWords({
      say,
      date: formats.date,
      days: (count) => formats.days(Math.round(count)),
      money: (minor) => formats.money(minor, workspace.currency),
      percent: (share) => formats.percent(share),
    }),
    favourites: ({ favourites }: Habits): string =>
      say('purchases.habits.favourites', { names: formats.list(favourites.map((one) => one.name)) }),
  };
}
