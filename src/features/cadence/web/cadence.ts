import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { accessApi } from '#features/access/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { useMessages, type Say } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { AbsenceView, cadenceApi, CustomerCadence, Load, PlannedContact, RoutineView, WorkingWeek as WeekShape } from '../api.ts';

export const api = apiOf<typeof cadenceApi>();
export const access = apiOf<typeof accessApi>();

export type Routine = z.output<typeof RoutineView>;
export type Contact = z.output<typeof PlannedContact>;
export type ColleagueLoad = z.output<typeof Load>['colleagues'][number];
export type Absence = z.output<typeof AbsenceView>;
export type WorkingWeek = z.output<typeof WeekShape>;
export type OfCustomer = z.output<typeof CustomerCadence>;

/** Whom a routine is for, in words. */
export function whomOf(say: Say, { target }: Routine): string {
  return say(`cadence.target.${target.kind}`, { name: target.name ?? '', stage: target.stage ?? '' });
}

/** How often, in words: once a month, every 40 days. */
export function oftenOf(say: Say, { everyDays, latestDays }: Pick<Routine, 'everyDays' | 'latestDays'>): string {
  return say('cadence.often', { every: everyDays, latest: latestDays });
}

/** Does something without a form; open pages show what follows, and what went wrong is said. */
export function useDoing(): (act: () => Promise<string>) => Promise<void> {
  const say = useMessages();
  const client = useQueryClient();
  return async (act) => {
    try {
      toast({ text: await act() });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  };
}
