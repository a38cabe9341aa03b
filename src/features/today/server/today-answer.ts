import type { z } from 'zod';
import type { DayAtWork } from '#features/cadence/server/index.ts';
import { promiseAnswer, type PromiseRead } from '#features/promises/server/index.ts';
import type { ReviewAnswer, TeamAnswer, TodayAnswer } from '../api.ts';
import { toEntryAnswer } from './entry-answer.ts';
import type { Outcome, Review } from './review.ts';
import type { Team } from './team.ts';
import type { Today } from './today.ts';

/** A list of the day as it travels. */
export function todayAnswer({ view, entries, startedAt, atWork, leftOut, ...today }: Today): z.input<typeof TodayAnswer> {
  return {
    ...today,
    day: view.day.toString(),
    isPast: view.isPast,
    atWork: atWorkAnswer(atWork),
    startedAt: startedAt?.toString() ?? null,
    leftOut: [...leftOut],
    entries: entries.map(toEntryAnswer),
  };
}

export function reviewAnswer({ view, promises, talks, notReached, ...review }: Review): z.input<typeof ReviewAnswer> {
  const of = (outcome: Outcome) => promises[outcome].map(promiseAnswer);
  return {
    ...review,
    day: view.day.toString(),
    isPast: view.isPast,
    promises: { kept: of('kept'), kept_late: of('kept_late'), broken: of('broken'), released: of('released'), open: of('open') },
    talks: talks.map(({ at, ...talk }) => ({ ...talk, at: at.toString() })),
    notReached: notReached.map(toEntryAnswer),
    colleagues: [...review.colleagues],
  };
}

export function teamAnswer({ day, colleagues, room, alone, underFloor, declined, ...team }: Team): z.input<typeof TeamAnswer> {
  const promises = ({ count, names }: { readonly count: number; readonly names: readonly PromiseRead[] }) => ({
    count,
    names: names.map(promiseAnswer),
  });
  return {
    day: day.toString(),
    colleagues: colleagues.map(({ atWork, days, ...one }) => ({ ...one, atWork: atWorkAnswer(atWork), days: [...days] })),
    room: [...room],
    unattended: promises(team.unattended),
    unanswered: promises(team.unanswered),
    alone: { count: alone.count, names: [...alone.names], absences: [...alone.absences] },
    underFloor: { count: underFloor.count, names: [...underFloor.names] },
    declined: { count: declined.count, names: [...declined.names] },
  };
}

function atWorkAnswer(atWork: DayAtWork) {
  if (atWork.works) return atWork;
  switch (atWork.because) {
    case 'week':
      return { works: atWork.works, because: atWork.because };
    case 'holiday':
      return { works: atWork.works, because: atWork.because, name: atWork.name };
    case 'absence':
      return { works: atWork.works, because: atWork.because, untilOn: atWork.untilOn };
  }
}
