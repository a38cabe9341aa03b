import { fold } from '#kit/domain/fold.ts';

type Folded = { readonly text: string };
type Span = readonly [start: number, end: number];

/** The first clause of a line, and whether it was understood what happened. */
type Head = { readonly text: string; readonly folded: string; readonly end: number; readonly isKnown: boolean };

/** Articles and titles that stand before names. */
const titles = new Set(
  `the mr mrs ms dr ο η οι το τον την τη του της των κ κα κος κύριο κύριος κύριε κυρία κυρίες gospodin gospodina gospodinu gospođa gospođu gospođi
   господин господина господину господине госпођа госпођу госпожа г-н г-жа آقا آقای خانم جناب پارون պարոն պարոնի տիկին տիկնոջ`
    .split(/\s+/)
    .map(fold),
);

/** What makes a story of the words before it, and no name: Armenian "about" and "for" stand behind. */
const behind = new Set(['մասին', 'համար', 'را']);

/** Whom the head of a line names: what is left of it between what was understood, up to what it was about; at most four words. */
export function namedIn(
  head: Head,
  understood: readonly Span[],
  fillers: readonly Folded[],
  topics: readonly Folded[],
): string | undefined {
  if (!head.isKnown) {
    // "Maria: allergic to nuts".
    const words = wordsIn(head.text.slice(0, head.end));
    return head.end < head.text.length && words.length <= 3 ? nameOf(words) : undefined;
  }
  const isUnderstood = (at: number) => understood.some(([start, end]) => at >= start && at < end);
  const run: string[] = [];
  for (const found of head.folded.slice(0, head.end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu)) {
    const word = found[0];
    if (topics.some((one) => one.text === word) || behind.has(word)) return behind.has(word) ? undefined : nameOf(run);
    const isBetween = isUnderstood(found.index) || fillers.some((one) => one.text === word);
    if (isBetween && nameOf(run) !== undefined) break;
    if (!isBetween) run.push(head.text.slice(found.index, found.index + word.length));
  }
  return nameOf(run);
}

/** Whether a text holds nothing but names of the customer and what stands before names. */
export function isOnlyNamed(folded: string, names: readonly string[], fillers: readonly Folded[]): boolean {
  const isBeforeName = (word: string) => titles.has(word) || fillers.some((one) => one.text === word);
  const words = wordsIn(folded);
  return words.some((word) => names.includes(word)) && words.every((word) => names.includes(word) || isBeforeName(word));
}

function nameOf(words: readonly string[]): string | undefined {
  const named = words.slice(words.findIndex((word) => !titles.has(fold(word))));
  const isName =
    named.length > 0 && named.length <= 4 && named.every((word) => !/^\d/.test(word)) && words.some((word) => !titles.has(fold(word)));
  return isName ? named.join(' ') : undefined;
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? [];
}
