import type { Likeness, OrganizationLike, PersonLike, Word } from '../../domain/duplicates/index.ts';
import { hashOf } from './hash.ts';

/**
 * The keys under which a customer is compared with others: two who share none are never looked at together, so that there is no step over
 * all pairs. Several passes with different keys catch what one spoils (Hernández and Stolfo, "The merge/purge problem", SIGMOD 1995;
 * Christen, "A survey of indexing techniques", IEEE TKDE 24(9), 2012).
 */
export function keysOf(likeness: Likeness): number[] {
  const keys = new Set<number>();
  const add = (...parts: readonly string[]) => void keys.add(hashOf(`${likeness.kind[0]}${parts.join('|')}`));
  for (const email of likeness.emails) {
    add('e', email);
    const box = email.slice(0, email.indexOf('@'));
    if (box.length >= 7) add('b', box);
  }
  for (const phone of likeness.phones) add('t', phone);
  if (likeness.kind === 'person') addPersonKeys(likeness, add);
  else addOrganizationKeys(likeness, add);
  return [...keys];
}

type Add = (...parts: readonly string[]) => void;

function addPersonKeys(person: PersonLike, add: Add): void {
  const [given, family] = [person.given[0], person.family.at(-1)];
  const birthday = person.birthday;
  const day = birthday && `${birthday.month}-${birthday.day}`;
  if (given && family) {
    // In either order, by the spelling or by the consonants, and by what the bearers of a name are called.
    for (const one of namesOf(given)) for (const other of spelled(family)) add('n', ...[one, other].toSorted());
    for (const one of sounds(given)) for (const other of sounds(family)) add('s', ...[one, other].toSorted());
    for (const [first, last] of [
      [given, family],
      [family, given],
    ] as const) {
      const initial = letterOf(first);
      for (const other of spelled(last).slice(0, 1)) add('i', other, initial);
      if (person.city !== null) for (const sound of sounds(last)) add('c', person.city, sound, initial);
      if (day) for (const sound of sounds(last).slice(0, 1)) add('d', day, sound);
    }
    for (const former of person.other) for (const one of namesOf(given)) add('n', ...[one, former.spellings[0] ?? ''].toSorted());
  } else if (given) {
    for (const spelling of spelled(given)) add('1', spelling);
    if (day) for (const sound of sounds(given).slice(0, 1)) add('d', day, sound);
  }
  if (birthday && birthday.year !== null) {
    for (const word of [given, family]) if (word) add('y', `${birthday.year}-${day}`, letterOf(word));
  }
  if (person.street !== null && person.city !== null && given) add('a', person.street, person.city, letterOf(given));
}

function addOrganizationKeys(organization: OrganizationLike, add: Add): void {
  for (const domain of organization.domains) add('w', domain);
  for (const words of organization.names) {
    const ordered = words.map((word) => word.spellings[0] ?? '').toSorted();
    add('n', ...ordered);
    add('s', ...words.map((word) => word.consonants[0] ?? '').toSorted());
    // One word more or less, or another at the end.
    const [first, second] = words;
    if (first && second) for (const sound of sounds(first)) for (const next of sounds(second)) add('2', ...[sound, next].toSorted());
    for (const word of words.slice(0, 3)) {
      for (const spelling of spelled(word).slice(0, 1)) {
        if (spelling.length >= 5) add('o', spelling);
        if (organization.city !== null) add('c', organization.city, spelling);
      }
    }
  }
  if (organization.street !== null && organization.city !== null) add('a', organization.street, organization.city);
}

/** What a given name is looked for by: its groups of nicknames where it has any, else its spellings. */
function namesOf(word: Word): readonly string[] {
  return word.groups.length > 0 ? word.groups.map((group) => `#${group}`) : spelled(word);
}

function spelled(word: Word): readonly string[] {
  return word.spellings;
}

function sounds(word: Word): readonly string[] {
  return word.consonants.length > 0 ? word.consonants : word.spellings.slice(0, 1);
}

/** The first consonant, or a vowel for all vowels: what two scripts agree on. */
function letterOf(word: Word): string {
  return word.consonants[0]?.[0] ?? word.spellings[0]?.[0] ?? '';
}

/** What of a customer is counted, so that what many share weighs less. */
export function countedOf(likeness: Likeness): readonly string[] {
  const words = likeness.kind === 'person' ? [...likeness.given, ...likeness.middle, ...likeness.family] : likeness.names.flat();
  const names = words.flatMap((word) => [...word.spellings.slice(0, 1), ...word.consonants.map((consonants) => `~${consonants}`)]);
  const holding = likeness.kind === 'organization' ? likeness.domains : [];
  return [...new Set([...names.map(bornBy), ...[...likeness.emails, ...likeness.phones, ...holding].map(heldBy)])];
}

export function bornBy(word: string): string {
  return `n${word}`;
}

export function heldBy(value: string): string {
  return `v${value}`;
}

export function isName(counted: string): boolean {
  return counted.startsWith('n');
}
