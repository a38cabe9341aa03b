import { isSerboCroatian, scriptOf } from './script.ts';

/**
 * The first letter of a word, capital. Two characters that are one letter, or that people keep together when they shorten a name, stay
 * together: Lj. Njegoš, Μπ. Μπρεχτ, Ու. Greek capitals carry no accent. Empty where the word has neither letter nor digit.
 */
export function firstLetter(word: string, language?: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '');
  const pair = pairAtStart(bare, language);
  if (pair !== undefined) return pair.charAt(0).toUpperCase() + pair.slice(1).toLowerCase();
  // A letter with the marks on it.
  return capital(/^[\p{L}\p{N}]\p{M}*/u.exec(bare)?.[0] ?? '');
}

function pairAtStart(word: string, language: string | undefined): string | undefined {
  const script = scriptOf(word.slice(0, 1));
  if (script === 'Grek') return /^(μπ|ντ|γκ|τζ|τσ)/i.exec(word)?.[0];
  if (script === 'Armn') return /^ու/i.exec(word)?.[0];
  if (script === 'Cyrl') return /^дж/i.exec(word)?.[0];
  if (script === 'Latn' && (isSerboCroatian(language) || /[đć]/i.test(word))) return /^(lj|nj|dž)/i.exec(word)?.[0];
  return undefined;
}

function capital(letter: string): string {
  // Georgian has capitals that names do not begin with.
  if (/\p{Script=Georgian}/u.test(letter)) return letter;
  const upper = letter.toUpperCase();
  return /\p{Script=Greek}/u.test(upper) ? upper.normalize('NFD').replace(/\p{M}/gu, '') : upper;
}
