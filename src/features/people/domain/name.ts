/** What is known of how a customer is called. `name` is what stands on lists; the parts only where somebody told them. */
export type Name = {
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly latinName?: string | null | undefined;
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly family?: string | null | undefined;
};

/**
 * Text for one line as a person meant it: composed, without control characters or marks that turn the writing direction, and
 * with single spaces. Null when nothing is left.
 */
export function tidyLine(text: string | null | undefined): string | null {
  const tidy = (text ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  return tidy === '' ? null : tidy;
}

/** The text that a list is sorted by: the family name first where it is known, without quotation marks and other decoration. */
export function sortName(name: Name): string {
  const whole = name.kind === 'person' && name.family ? [name.family, name.given, name.patronymic].filter(Boolean).join(' ') : name.name;
  return whole.replace(/^[^\p{L}\p{N}]+/u, '') || whole;
}

/** The first letters of the first and the last word, as they stand in a small circle. Letters that belong together stay together. */
export function initials(name: Name): string {
  const words = (name.kind === 'person' && name.given && name.family ? [name.given, name.family] : name.name.split(/\s+/))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const letters = [first, last].map(firstLetter);
  // Joined-up Arabic letters would become another shape; people set them apart. Greek capitals carry no accent.
  const between = /\p{Script=Arabic}/u.test(letters.join('')) ? '\u200c' : '';
  return letters.map(capital).filter(Boolean).join(between);
}

function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return /\p{Script=Greek}/u.test(upper) ? upper.normalize('NFD').replace(/\p{M}/gu, '') : upper;
}

function firstLetter(word: string): string {
  const [letter] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return letter?.segment ?? '';
}
