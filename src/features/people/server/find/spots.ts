import { entriesOf, fold, spellingsOf, wordsOf } from '../names/fold.ts';
import type { TypedWord } from '../names/typed.ts';
import { latinDigits } from '../names/transliterate.ts';

/** A stretch of a text by the places of its first letter and of the letter after its last, as `slice` takes them. */
export type Spot = readonly [number, number];

/**
 * Where in a text the words stand that were typed, letter by letter as far as the letters of two scripts can be told to be the same, else the whole
 * word. `missed` are the typed words that are not in it.
 */
export function spotsOf(
  text: string,
  typed: readonly TypedWord[],
): { readonly spots: readonly Spot[]; readonly missed: readonly TypedWord[] } {
  const spots: Spot[] = [];
  const missed = new Set(typed);
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}'’ʼʹ`´]+/gu)) {
    let longest = 0;
    for (const word of typed) {
      const length = reachOf(written, word);
      if (length === 0) continue;
      missed.delete(word);
      longest = Math.max(longest, length);
    }
    if (longest > 0) spots.push([index, index + longest]);
  }
  return { spots, missed: [...missed] };
}

/** Where in a telephone number the first of these digits stand that are in it. */
export function spotOfDigits(number: string, wanted: readonly string[]): Spot | undefined {
  const places: number[] = [];
  let plain = '';
  for (const [at, letter] of Array.from(latinDigits(number)).entries()) {
    if (!/[0-9]/.test(letter)) continue;
    plain += letter;
    places.push(at);
  }
  for (const digits of wanted) {
    const found = plain.lastIndexOf(digits);
    const [from, to] = [places[found], places[found + digits.length - 1]];
    if (found >= 0 && from !== undefined && to !== undefined) return [from, to + 1];
  }
  return undefined;
}

/** Where in an e-mail address a part of one begins at a word. */
export function spotOfPart(email: string, part: string): Spot | undefined {
  const plain = email.toLowerCase();
  for (const { index } of plain.matchAll(/[a-z0-9]+/g)) if (plain.startsWith(part, index)) return [index, index + part.length];
  return undefined;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// How many letters of a written word the typed one covers.
function reachOf(written: string, { beginnings, consonants }: TypedWord): number {
  const entries = wordsOf(written).flatMap(entriesOf);
  if (!entries.some((entry) => beginnings.some((beginning) => entry.startsWith(beginning)))) {
    return consonants.some((one) => entries.some((entry) => entry.startsWith(one))) ? written.length : 0;
  }
  for (const { index, segment } of graphemes.segment(written)) {
    const length = index + segment.length;
    const spellings = wordsOf(written.slice(0, length)).flatMap(spellingsOf).map(fold);
    if (spellings.some((spelling) => beginnings.some((beginning) => spelling.startsWith(beginning)))) return length;
  }
  return written.length;
}
