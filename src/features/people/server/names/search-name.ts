import { consonantsOfLatin, consonantsOfPersian } from './consonants.ts';
import { isArabicScript, transliterate } from './transliterate.ts';

const plain = ' ';
const consonantsOfPersianWord = '~';
const consonantsOfLatinWord = '^';

/**
 * The column by which a customer is found: every word of the names given, in lower-case Latin letters with the spellings
 * folded together that languages disagree on, each behind a mark that says what kind of entry it is. Made for rows only;
 * what a person types becomes `searchPatterns`.
 */
export function searchName(...names: readonly (string | null | undefined)[]): string {
  const entries = new Set<string>();
  for (const word of names.flatMap((name) => wordsOf(name ?? ''))) {
    const [first = '', ...others] = transliterate(word);
    for (const spelling of [first, ...others]) entries.add(plain + fold(spelling));
    if (isArabicScript(word)) for (const reading of consonantsOfPersian(word)) entries.add(consonantsOfPersianWord + reading);
    else if (/[a-z]/.test(first)) entries.add(consonantsOfLatinWord + consonantsOfLatin(first));
  }
  return [...entries].filter((entry) => entry.length > 1).join('');
}

/**
 * What somebody types into a search box, as LIKE patterns against `searchName`: for every word the alternatives of which one must
 * match (`search_name like any ($1) and search_name like any ($2)`). Words match from their beginning, in any order. Empty
 * when nothing to look for was typed.
 */
export function searchPatterns(typed: string): readonly (readonly string[])[] {
  return wordsOf(typed)
    .map((word) => {
      const spellings = transliterate(word);
      const [latin = ''] = spellings;
      if (latin === '') return [];
      const entries = spellings
        .map(fold)
        .flatMap((folded) => [folded, ...unfinished(folded)])
        .map((entry) => plain + entry);
      if (isArabicScript(word))
        entries.push(
          ...consonantsOfPersian(word)
            .filter(isTelling)
            .map((reading) => consonantsOfLatinWord + reading),
        );
      else if (/^[a-z]+$/.test(latin) && isTelling(consonantsOfLatin(latin)))
        entries.push(consonantsOfPersianWord + consonantsOfLatin(latin));
      return entries.map((entry) => `%${entry}%`);
    })
    .filter((alternatives) => alternatives.length > 0);
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/['’ʼʹ`´\p{Cf}]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

// Every rule leaves the beginning of a word a beginning of the folded word, so that it is found while it is being typed;
// for those that cannot, `unfinished` knows what the last letter may yet become.
function fold(latin: string): string {
  return latin
    .replace(/ou|oo/g, 'u')
    .replaceAll('ph', 'f')
    .replaceAll('ts', 'c')
    .replaceAll('dj', 'd')
    .replaceAll('ks', 'x')
    .replace(/([csz])h/g, '$1')
    .replaceAll('y', 'i')
    .replaceAll('w', 'v')
    .replace(/([a-z])\1+/g, '$1');
}

function unfinished(folded: string): readonly string[] {
  const becomes = { o: 'u', p: 'f', t: 'c', k: 'x' }[folded.slice(-1)];
  return becomes === undefined ? [] : [folded.slice(0, -1) + becomes];
}

// One consonant alone would find half of all names.
function isTelling(consonants: string): boolean {
  return consonants.length >= 2;
}
