import { consonantsOfLatin, consonantsOfPersian } from './consonants.ts';
import { isArabicScript, transliterate } from './transliterate.ts';

/** Marks the consonants of a word in Persian script, and those of any other, so that only words of different scripts meet by them. */
export const consonantsOfPersianWord = '~';
export const consonantsOfLatinWord = '^';

// An index entry has an end; nobody tells words of this length apart by what comes after.
const longest = 60;

/** The words of a text, without what parts them. A name written with an apostrophe or a joiner inside is one word. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/['’ʼʹ`´\p{Cf}]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((word) => word.slice(0, longest))
    .filter((word) => word !== '');
}

/** A word in Latin letters, in each way in which people spell it. */
export function spellingsOf(word: string): readonly string[] {
  return transliterate(word).map((spelling) => spelling.slice(0, longest));
}

/**
 * What of a word is kept for finding it: its spellings in lower-case Latin letters, folded, and behind a mark its consonants. All of them are
 * made of `a-z`, `0-9` and the marks only.
 */
export function entriesOf(word: string): readonly string[] {
  const spellings = spellingsOf(word);
  const [latin = ''] = spellings;
  const consonants = isArabicScript(word)
    ? consonantsOfPersian(word).map((reading) => consonantsOfPersianWord + reading)
    : /[a-z]/.test(latin)
      ? [consonantsOfLatinWord + consonantsOfLatin(latin)]
      : [];
  return [...spellings.map(fold).filter((spelling) => spelling !== ''), ...consonants.filter((entry) => entry.length > 1)];
}

/**
 * Folds together the spellings on which people and languages disagree. Every rule leaves the beginning of a word a beginning of the folded
 * word, so that it is found while it is being typed; for those that cannot, `unfinished` knows what the last letter may yet become.
 */
export function fold(latin: string): string {
  return (
    latin
      .replace(/ou|oo/g, 'u')
      .replaceAll('ph', 'f')
      .replaceAll('ts', 'c')
      .replaceAll('dj', 'd')
      .replaceAll('ks', 'x')
      .replace(/([csz])h/g, '$1')
      .replaceAll('y', 'i')
      .replaceAll('w', 'v')
      // No name begins with a letter doubled by habit, and none has three in a row: such a word is another word, not another spelling.
      .replace(/([a-z])\1+/g, (run: string, letter: string, at: number) => (at > 0 && run.length === 2 ? letter : run))
  );
}

/** What a folded word that is not typed to its end may yet become, where its last letter can turn into another. */
export function unfinished(folded: string): readonly string[] {
  const becomes = { o: 'u', p: 'f', t: 'c', k: 'x' }[folded.slice(-1)];
  return becomes === undefined ? [] : [folded.slice(0, -1) + becomes];
}

/** Three letters alike in a row: nobody's name, whatever is folded. */
export function isStuttered(latin: string): boolean {
  return /([a-z])\1\1/.test(latin);
}
