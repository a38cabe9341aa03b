import { nicknames, type Word } from '../../domain/duplicates/index.ts';
import { consonantsOfLatin, consonantsOfPersian } from '../names/consonants.ts';
import { fold, wordsOf } from '../names/fold.ts';
import { isArabicScript, transliterate } from '../names/transliterate.ts';

/** Names repeat: most words of a million customers are among these. Emptied when full, so that memory does not grow with the business. */
const mostKnown = 100_000;
const known = new Map<string, Word>();
const knownNames = new Map<string, readonly Word[]>();

/** The words of a name, ready to be compared with those of other names. */
export function wordsIn(name: string): readonly Word[] {
  if (name === '') return [];
  const found = knownNames.get(name);
  if (found) return found;
  if (knownNames.size >= mostKnown) knownNames.clear();
  const words = wordsOf(name)
    .map((written) => wordOf(written.toLowerCase()))
    .filter((word) => word.spellings.length > 0);
  knownNames.set(name, words);
  return words;
}

function wordOf(written: string): Word {
  const found = known.get(written);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const word = makeWord(written);
  known.set(written, word);
  return word;
}

function makeWord(written: string): Word {
  const latin = transliterate(written).filter((spelling) => spelling !== '');
  const spellings = [...new Set(latin.map(fold))];
  const consonants = isArabicScript(written) ? consonantsOfPersian(written) : latin.slice(0, 1).map(consonantsOfLatin);
  return {
    spellings,
    consonants: consonants.filter((one) => one !== ''),
    script: scriptOf(written),
    groups: [...new Set(spellings.flatMap((spelling) => groupsBySpelling.get(spelling) ?? []))],
  };
}

function scriptOf(written: string): Word['script'] {
  if (/\p{Script=Latin}/u.test(written)) return 'latin';
  if (/\p{Script=Greek}/u.test(written)) return 'greek';
  if (/\p{Script=Cyrillic}/u.test(written)) return 'cyrillic';
  if (/\p{Script=Armenian}/u.test(written)) return 'armenian';
  return /\p{Script=Arabic}/u.test(written) ? 'arabic' : 'other';
}

const groupsBySpelling = new Map<string, number[]>();
for (const [group, names] of nicknames.entries()) {
  for (const name of names.split(' ')) {
    const spelling = fold(name);
    groupsBySpelling.set(spelling, [...(groupsBySpelling.get(spelling) ?? []), group]);
  }
}
