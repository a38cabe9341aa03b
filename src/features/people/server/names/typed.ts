import { consonantsOfLatin, consonantsOfPersian } from './consonants.ts';
import { consonantsOfLatinWord, consonantsOfPersianWord, fold, isStuttered, spellingsOf, unfinished, wordsOf } from './fold.ts';
import { allDigitsOf, digitsOf, marks, plainEmail, threesOf } from './search-text.ts';
import { isArabicScript } from './transliterate.ts';

/** A word that somebody typed, perhaps not to its end. */
export type TypedWord = {
  /** In Latin letters, as it was typed: what a slip of the finger happened to. */
  readonly latin: string;
  /** Its folded spellings. */
  readonly whole: readonly string[];
  /** Its folded spellings, and what they may yet become: what a word that is meant begins with. */
  readonly beginnings: readonly string[];
  /** Its consonants as words of the other script have them, marked. */
  readonly consonants: readonly string[];
};

const wordsAtMost = 8;

/** What somebody typed into a search box, word by word. Empty when there is nothing to look for in it. */
export function readTyped(typed: string): readonly TypedWord[] {
  return wordsOf(typed)
    .slice(0, wordsAtMost)
    .map(readWord)
    .filter((word) => word.latin !== '');
}

/** Digits that were typed, and words that are none. */
export type Digits = {
  /** The digits as they were typed, and without the zeros before them. */
  readonly parts: readonly string[];
  readonly others: readonly TypedWord[];
};

/** The digits that were typed, where they are enough to be part of a telephone number. */
export function readDigits(typed: string): Digits | undefined {
  const numbers = typed
    .split(/\s+/)
    .filter((part) => /^[\p{Nd}()+/.\-–]+$/u.test(part))
    .join(' ');
  const parts = [...new Set([allDigitsOf(numbers), digitsOf(numbers)])].filter(({ length }) => length >= 3 && length <= 20);
  return parts.length === 0 ? undefined : { parts, others: readTyped(typed).filter(({ latin }) => !/^[0-9]+$/.test(latin)) };
}

/** What is looked for, and whether the words before the last are taken as they are or as beginnings, too. */
export type How = { readonly of: 'names' | 'anything'; readonly earlier: 'whole' | 'beginnings' };

/** Whom each of the words fits, as a query of PostgreSQL's text search for `find_customers`. */
export function queryOf(words: readonly TypedWord[], { of, earlier }: How): string {
  return all(
    words.map((word, at) => {
      const isWhole = earlier === 'whole' && at < words.length - 1;
      const entries = isWhole ? [...word.whole, ...word.consonants] : [...word.beginnings, ...word.consonants];
      return any((of === 'names' ? entries : marked(entries, word.latin)).map(isWhole ? lexeme : beginning));
    }),
  );
}

/** Who bears exactly these names. */
export function bearsWhole(words: readonly TypedWord[]): string {
  return all(words.map(({ whole }) => any(whole.map(lexeme))));
}

/** Who bears one of the words, for each of the words: whole, or beginning like one. */
export function bearsOneOfEach(words: readonly { readonly whole: readonly string[]; readonly beginnings: readonly string[] }[]): string {
  return all(words.map(({ whole, beginnings }) => any([...whole.map(lexeme), ...beginnings.map(beginning)])));
}

/** Whose address begins with this part of one, or goes on so from one of its words. */
export function hasEmail(email: string): string {
  return beginning(marks.email + email);
}

/** Who may have these digits in a telephone number, and fits the words as well. */
export function hasDigits(digits: string, others: readonly TypedWord[]): string {
  const threes = all(threesOf(digits).map((three) => lexeme(marks.phone + three)));
  return others.length === 0 ? threes : `${threes} & ${queryOf(others, { of: 'anything', earlier: 'beginnings' })}`;
}

/** What was typed, where it can be more than a word of an e-mail address. */
export function emailOf(typed: string): string | undefined {
  const text = typed.trim();
  if (!/^[\p{L}\p{N}]+[@._+-][\p{L}\p{N}@._+-]*$/u.test(text)) return undefined;
  const email = plainEmail(text);
  return /^[a-z0-9]+[@._+-]/.test(email) ? email : undefined;
}

/** The same as LIKE patterns against the text of names: for every word the alternatives of which one must match. */
export function namePatterns(words: readonly TypedWord[]): readonly (readonly string[])[] {
  return words.map(({ beginnings, consonants }) => [...beginnings, ...consonants].map((entry) => `% ${entry}%`));
}

/** The same as regular expressions for `customers_at_hand`, one for each word. */
export function expressionsOf(words: readonly TypedWord[]): readonly string[] {
  return words.map(
    ({ beginnings, consonants }) => ` (${[...beginnings, ...consonants].map((entry) => entry.replace('^', '\\^')).join('|')})`,
  );
}

// An entry as it stands behind each of the marks; addresses are not folded.
function marked(entries: readonly string[], latin: string): readonly string[] {
  return [
    ...entries.flatMap((entry) => [
      entry,
      marks.organization + entry,
      ...(/^[a-z0-9]/.test(entry) ? [marks.tag + entry, marks.note + entry] : []),
    ]),
    marks.email + latin,
  ];
}

function readWord(word: string): TypedWord {
  const spellings = spellingsOf(word);
  const [latin = ''] = spellings;
  const whole = [...new Set(spellings.map(fold))].filter((spelling) => spelling !== '');
  return { latin, whole, beginnings: [...new Set([...whole, ...whole.flatMap(unfinished)])], consonants: consonantsOf(word, latin) };
}

function consonantsOf(word: string, latin: string): readonly string[] {
  if (isStuttered(latin)) return [];
  if (isArabicScript(word)) return tell(consonantsOfPersian(word), consonantsOfLatinWord);
  return /^[a-z]+$/.test(latin) ? tell([consonantsOfLatin(latin)], consonantsOfPersianWord) : [];
}

// One consonant alone would find half of all names.
function tell(readings: readonly string[], mark: string): readonly string[] {
  return readings.filter((reading) => reading.length >= 2).map((reading) => mark + reading);
}

// Entries are letters, digits and marks, of which none means anything between quotes; the $ becomes the letters of a drawer.
function lexeme(entry: string): string {
  return `'$${entry}'`;
}

function beginning(entry: string): string {
  return `${lexeme(entry)}:*`;
}

function any(lexemes: readonly string[]): string {
  return lexemes.length === 0 ? "'-'" : `(${lexemes.join(' | ')})`;
}

function all(words: readonly string[]): string {
  return words.join(' & ');
}
