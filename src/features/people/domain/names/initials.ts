import { firstLetter } from './letters.ts';
import type { Name } from '../name.ts';
import { isFamilyFirst } from './name-order.ts';
import { coreOfOrganization } from './organization-form.ts';
import { languageOfName } from './script.ts';

/**
 * The letters that stand for a customer in a small circle: of the given and the family name in the order of the name's language, or of the
 * first and the last word. Without the dots that CLDR puts between Persian ones, but kept from joining into another shape.
 */
export function initials(name: Name): string {
  const language = languageOfName(name);
  const letters = wordsOf(name, language)
    .map((word) => firstLetter(word, language))
    .filter((letter) => letter !== '');
  const [first = ''] = letters;
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
  return [first, last].filter((letter) => letter !== '').join(/\p{Script=Arabic}/u.test(first + last) ? '\u200c' : '');
}

function wordsOf(name: Name, language: string | undefined): string[] {
  if (name.kind === 'person' && name.given && name.family)
    return isFamilyFirst(language) ? [name.family, name.given] : [name.given, name.family];
  return (name.kind === 'organization' ? coreOfOrganization(name.name) : name.name).split(/[\s,،]+/);
}
