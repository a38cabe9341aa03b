import { fold } from './fold.ts';

/** A part of a text that says one thing, by its place, with the number of the sentence it belongs to. */
export type Clause = { readonly start: number; readonly end: number; readonly isQuestion: boolean; readonly sentence: number };

/** "And", "but" and the like in six languages, folded. */
const conjunctions = new Set(
  'and|but|so|then|και|αλλά|οπότε|i|a|ali|pa|te|и|а|али|па|но|та|و|ولی|اما|և|եւ|ու|բայց|իսկ'.split('|').map(fold),
);

/** Shortened words whose point ends nothing: "Mr. Brown", "3 p.m. today", "κ. Νίκου", "г. Иванов". */
const shortened =
  /(?:^|[\s.(])(?:\p{L}|mrs?|ms|dr|prof|st|κα|κοσ|δρ|δεσ|αρ|τηλ|гр|бр|тел|ул|gdja|gdin|br|tel|ул|проф|арх|инж|др|мр|դոկ|պրն|տկն)$/u;

/**
 * The clauses of a text: what stands between commas, points, dashes and line ends. A point behind a figure ends nothing as long as the sentence goes on
 * ("27. novembra"), nor one behind a shortened word. The Armenian question mark stands within a word and asks with all of its clause.
 */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (const mark of text.matchAll(/[,;،؛\n!?؟։…]+|՝|\.(?!\d)(?=\s|$)|:(?=\s)|\s[-–—]\s/g)) {
    const before = text.slice(Math.max(0, mark.index - 8), mark.index);
    const isOrdinal = mark[0] === '.' && /\d$/.test(before) && /^\s*\p{Ll}/u.test(text.slice(mark.index + 1));
    if (isOrdinal || (mark[0] === '.' && shortened.test(fold(before)))) continue;
    add(mark.index, /[?؟;]/.test(mark[0]) && isQuestionMark(mark[0], text));
    start = mark.index + mark[0].length;
    // Armenians type a colon where they have no full stop of their own.
    if (/[.!?؟։…\n;]/.test(mark[0]) || (mark[0] === ':' && /\p{Script=Armenian}$/u.test(before))) sentence++;
  }
  add(text.length, false);
  return clauses;

  function add(end: number, isQuestion: boolean): void {
    const [from, to] = trimmed(text, start, end);
    if (from < to) clauses.push({ start: from, end: to, isQuestion: isQuestion || text.slice(from, to).includes('՞'), sentence });
  }
}

/** The parts of a clause that "and" joins; the word itself belongs to none. One part where nothing is joined. */
export function joinedParts(text: string, { start, end, ...clause }: Clause): readonly Clause[] {
  const parts: Clause[] = [];
  let from = start;
  const words = wordsOf(text, start, end);
  for (const [index, { word, at }] of words.entries()) {
    if (at === from || !isConjunction(word, words[index + 1]?.word)) continue;
    add(from, at);
    from = at + word.length;
  }
  add(from, end);
  return parts;

  function add(first: number, last: number): void {
    const [left, right] = trimmed(text, first, last);
    if (left < right) parts.push({ ...clause, start: left, end: right });
  }
}

export type PlacedWord = { readonly word: string; readonly at: number };

/** The words of a part of a text, with their places. What a Persian half-space joins is one word. */
export function wordsOf(text: string, start: number, end: number): readonly PlacedWord[] {
  return Array.from(text.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\u200c\u055a-\u055c\u055e]*/gu), (found) => ({
    word: found[0],
    at: start + found.index,
  }));
}

/** Serbian "i" is "and" unless English goes on with what only follows "I". */
export function isConjunction(word: string, next = ''): boolean {
  return (
    conjunctions.has(fold(word)) &&
    word !== 'I' &&
    // Bulgarian for "her".
    word !== 'ѝ' &&
    !(word === 'i' && /^(?:will|shall|am|promised|have|had|can|must|need|should)$/i.test(next))
  );
}

// The Greek question mark is a semicolon; elsewhere that only parts two clauses.
function isQuestionMark(mark: string, text: string): boolean {
  return /[?؟]/.test(mark) || /\p{Script=Greek}/u.test(text);
}

function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return [from, to];
}
