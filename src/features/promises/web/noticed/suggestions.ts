import { fold } from '#kit/domain/fold.ts';
import type { NoticedPromise } from '../../domain/index.ts';
import { dueWritten, isSaid, type DueDraft } from '../due-draft.ts';

/** A promise that may be given with what is being written: as it was noticed, and as it was made of it. */
export type Suggestion = {
  /** The words in which it was noticed: what was settled about them holds while one goes on writing. */
  readonly said: string;
  readonly what: string;
  readonly due: DueDraft;
};

/** What was noticed and neither accepted nor left yet. Words that grew out of settled ones, or shrank to them, are settled too. */
export function openSuggestions(noticed: readonly NoticedPromise[], settled: readonly string[]): readonly Suggestion[] {
  const known = settled.map(fold);
  const isSettled = (said: string) => known.some((one) => fold(said).startsWith(one) || one.startsWith(fold(said)));
  return noticed
    .filter(({ what }) => !isSettled(what))
    .map(({ what, dueAt, dueFrom }) => ({
      said: what,
      what,
      due: { at: minutesOf(dueAt), ...(dueFrom === null ? {} : { from: minutesOf(dueFrom) }) },
    }));
}

/** What is accepted and still in the text: whoever deletes the words takes back the promise. */
export function stillSaid(accepted: readonly Suggestion[], text: string): readonly Suggestion[] {
  const folded = fold(text);
  return accepted.filter(({ said }) => said.split(/\s+/).every((word) => folded.includes(fold(word))));
}

/** Whether it can be given: it says what and by when. */
export function isWhole({ what, due }: Suggestion): boolean {
  return what.trim() !== '' && isSaid(due);
}

/** As the contract takes them. */
export function asGiven(accepted: readonly Suggestion[], timeZone: string) {
  return accepted.map(({ what, due }) => ({ what: what.trim(), ...dueWritten(due, timeZone) }));
}

function minutesOf(moment: Temporal.PlainDateTime | null): string | null {
  return moment?.toString({ smallestUnit: 'minute' }) ?? null;
}
