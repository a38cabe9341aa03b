import type { z } from 'zod';
import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { HabitsAnswer } from '../api.ts';

export type Habits = z.output<typeof HabitsAnswer>;
type RiskReason = Habits['risk']['reasons'][number];

/** What the figures of a customer's purchases say, in sentences. */
export function useHabitWords() {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const money = (minor: number) => formats.money(minor, workspace.currency);
  const days = (count: number) => formats.days(Math.round(count));

  return {
    rhythm: ({ rhythm, visits }: Habits): string => {
      const last = visits.at(-1);
      if (!rhythm || !last) return say('purchases.rhythm.once', { on: last ? formats.date(last.on) : '' });
      const due = { due: formats.date(rhythm.dueOn), from: formats.date(rhythm.dueFromOn), until: formats.date(rhythm.dueUntilOn) };
      if (rhythm.basis === 'workspace')
        return say('purchases.rhythm.workspace', { on: formats.date(last.on), gap: days(rhythm.usualGap), ...due });
      if (rhythm.basis === 'blended' || rhythm.medianGap === null || rhythm.spread === null) {
        return say('purchases.rhythm.blended', { gap: days(rhythm.usualGap), ...due });
      }
      return say('purchases.rhythm.own', {
        gap: days(rhythm.medianGap),
        spread: days(rhythm.spread),
        longest: days(rhythm.longestGap ?? 0),
        ...due,
      });
    },
    risk: ({ kind, figures }: RiskReason): string => {
      const figure = (name: string) => figures[name] ?? 0;
      switch (kind) {
        case 'silent':
          return say('purchases.risk.silent', {
            silent: days(figure('silentDays')),
            usual: days(figure('usualGap')),
            longest: days(figure('longestGap')),
          });
        case 'leaving':
          return say('purchases.risk.leaving', {
            now: formats.percent(figure('alive')),
            before: formats.percent(figure('aliveAtLastVisit')),
          });
        case 'slower-rhythm':
          return say('purchases.risk.slower-rhythm', { earlier: days(figure('earlier')), recent: days(figure('recent')) });
        case 'smaller-basket':
          return say('purchases.risk.smaller-basket', { earlier: money(figure('earlier')), recent: money(figure('recent')) });
      }
    },
    favourites: ({ favourites }: Habits): string =>
      say('purchases.habits.favourites', { names: formats.list(favourites.map((one) => one.name)) }),
  };
}
