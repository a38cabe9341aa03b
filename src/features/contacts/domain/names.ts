import { tidyLine } from '#features/people/domain/index.ts';
import type { Contact } from './contact.ts';
import { folded } from './text.ts';

type Parts = Pick<Contact, 'given' | 'patronymic' | 'family' | 'prefix' | 'suffix'>;

/** What stands between the given and the family name: a father's name where people have one, and otherwise another name. */
export function middleName(middle: string | null): { patronymic: string | null; otherNames: string | null } {
  const text = tidyLine(middle);
  if (text === null) return { patronymic: null, otherNames: null };
  const isPatronymic =
    /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Greek}]/u.test(text) || /(?:[oe]vi(?:c|ch|tch|ć)|[oe]vna|i(?:ch|č)na)$/i.test(text);
  return isPatronymic ? { patronymic: text, otherNames: null } : { patronymic: null, otherNames: text };
}

/** A person's whole name from its parts, as it stands on lists. */
export function wholeName(parts: Parts): string | null {
  return tidyLine([parts.given, parts.patronymic, parts.family].filter(Boolean).join(' '));
}

export type Likeness = 'agree' | 'differ' | 'apart';

/**
 * How two names stand to each other: `agree` where the words of one are among those of the other, in any order; `differ` where they share
 * some; `apart` where they share none. Compared as `fold` writes them.
 */
export function likeness(one: string, other: string, fold: (name: string) => string = folded): Likeness {
  const [words, others] = [one, other].map((name) => new Set(fold(name).split(' ').filter(Boolean)));
  if (!words || !others) return 'apart';
  const shared = words.intersection(others).size;
  if (shared === Math.min(words.size, others.size) && shared > 0) return 'agree';
  return shared > 0 ? 'differ' : 'apart';
}
