import { fold, isStuttered, unfinished } from './fold.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const shortest = 4;
const longest = 24;

/** What may have been meant where one letter slipped: words in full, and beginnings of words that are still being typed. */
export type Meant = { readonly whole: readonly string[]; readonly beginnings: readonly string[] };

/**
 * Every folded word that is one slip of the finger away from a word in Latin letters: a letter too many, too few, another one, or two neighbours
 * swapped (Damerau's four). Short words are too near to everything, and a number is not a word.
 */
export function meantBy(latin: string): Meant {
  if (latin.length < shortest || latin.length > longest || !/^[a-z]+$/.test(latin)) return { whole: [], beginnings: [] };
  const itself = fold(latin);
  const near = isStuttered(latin) ? [latin.replace(/([a-z])\1\1/, '$1$1')].filter((word) => !isStuttered(word)) : neighbours(latin);
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const word of near) {
    const folded = fold(word);
    if (folded === itself || folded.length < 3) continue;
    whole.add(folded);
    if (folded.length < shortest) continue;
    beginnings.add(folded);
    for (const other of unfinished(folded)) beginnings.add(other);
  }
  return { whole: [...whole], beginnings: [...beginnings] };
}

function* neighbours(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) yield before + letter + after;
    if (after === '') continue;
    yield before + after.slice(1);
    for (const letter of letters) yield before + letter + after.slice(1);
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
  }
}
