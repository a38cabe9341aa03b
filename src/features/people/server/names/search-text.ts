import { entriesOf, wordsOf } from './fold.ts';
import { latinDigits } from './transliterate.ts';

/** All by which a customer can be found. */
export type Findable = {
  /** Names that stand on lists, and the customer number. */
  readonly names: readonly (string | null)[];
  /** Names that they also have: nickname, maiden name, legal name. */
  readonly otherNames: readonly (string | null)[];
  readonly organizations: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly tags: readonly string[];
  readonly note: string | null;
};

/** The same as three texts that the database searches: words of names, marked words of everything else, digits of telephone numbers. */
export type SearchText = { readonly name: string; readonly rest: string; readonly digits: string };

/** Stands between the names on lists and the other ones. */
export const otherNamesFollow = '|';

/** What kind of thing a word of `rest` comes from, by its first letter. */
export const marks = { organization: '&', email: '@', phone: '+', tag: '#', note: '"' } as const;

const wordsOfANote = 400;

/** Words parted by single spaces, with one before the first name and one after every word, so that ` geo` begins a word and ` geo ` is one. */
export function searchText({ names, otherNames, organizations, emails, phones, tags, note }: Findable): SearchText {
  const shown = entries(names);
  const other = entries(otherNames).filter((entry) => !shown.includes(entry));
  const name = [...shown, ...(other.length > 0 ? [otherNamesFollow, ...other] : [])];
  const numbers = [...new Set(phones.map(digitsOf))].filter((digits) => digits !== '');
  const rest = new Set([
    ...entries(organizations).map((entry) => marks.organization + entry),
    ...emails.flatMap(partsOfEmail).map((entry) => marks.email + entry),
    ...numbers.flatMap(threesOf).map((three) => marks.phone + three),
    ...plain(tags).map((entry) => marks.tag + entry),
    ...plain([note])
      .slice(0, wordsOfANote)
      .map((entry) => marks.note + entry),
  ]);
  return {
    name: name.length === 0 ? '' : ` ${name.join(' ')} `,
    rest: [...rest].map((entry) => `${entry} `).join(''),
    digits: numbers.join(' '),
  };
}

/** The digits of a telephone number, without the zeros before it, which only some dial. */
export function digitsOf(phone: string): string {
  return allDigitsOf(phone).replace(/^0+(?=.)/, '');
}

/** The digits of a telephone number or of a part of one, without the zero in brackets that means either this or that. */
export function allDigitsOf(phone: string): string {
  return latinDigits(phone)
    .replace(/\(\s*0\s*\)/g, '')
    .replace(/[^0-9]/g, '');
}

/** Every three digits that stand together in a number: whoever has all those of a part may have the part. */
export function threesOf(digits: string): readonly string[] {
  return Array.from({ length: Math.max(0, digits.length - 2) }, (_, at) => digits.slice(at, at + 3));
}

/**
 * An e-mail address from the beginning of each of its words: `maria.g@mail.gr` is found by `maria.g@`, by `g@mail` and by `mail.gr`. Written as it is,
 * since nobody spells an address in another way.
 */
export function partsOfEmail(email: string): readonly string[] {
  const whole = plainEmail(email);
  return Array.from(whole.matchAll(/[a-z0-9]+/g), ({ index }) => whole.slice(index));
}

/** What of an address, or of the part of one that was typed, can be searched. */
export function plainEmail(email: string): string {
  return email
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9@._+-]/g, '')
    .slice(0, 100);
}

function entries(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => wordsOf(text ?? '')).flatMap(entriesOf))];
}

function plain(texts: readonly (string | null)[]): string[] {
  return entries(texts).filter((entry) => /^[a-z0-9]/.test(entry));
}
