import { consonantsOfLatinWord, consonantsOfPersianWord } from '../names/fold.ts';
import { marks, otherNamesFollow } from '../names/search-text.ts';
import type { TypedWord } from '../names/typed.ts';
import type { Meant } from '../names/typos.ts';

/** By what a customer was found, the best first: everybody found by one stands before everybody found by the next. */
export const ways = [
  'name',
  'beginning',
  'other_name',
  'organization',
  'sound',
  'email',
  'phone',
  'tag',
  'note',
  'slip',
  'slip_beginning',
] as const;
export type Way = (typeof ways)[number];

/** A word that was typed, with what it may have been meant to be, where that is asked. */
export type Wanted = { readonly word: TypedWord; readonly meant?: Meant | undefined };

export type Candidate = {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly ownerId: string;
  readonly deputyId: string | null;
  readonly isKey: boolean;
  readonly searchName: string;
  readonly searchRest: string;
  readonly searchDigits: string;
};

export type Ranked<C extends Candidate> = {
  readonly candidate: C;
  /** For each word that was typed the best way in which it was found. */
  readonly ways: readonly Way[];
};

/**
 * Those whom all the words fit, the best first: by the way in which the least fitting word was found; then key customers, the asker's own, and
 * the others by name. `digits` are those of a telephone number, and fit wherever they stand in it; an `email` fits
 * instead of words.
 */
export function rank<C extends Candidate>(
  candidates: Iterable<C>,
  wanted: readonly Wanted[],
  { digits, email, asker }: { digits?: string | undefined; email?: string | undefined; asker?: string | undefined },
): readonly Ranked<C>[] {
  const found: (Ranked<C> & { readonly worst: number; readonly all: number; readonly mine: number })[] = [];
  for (const candidate of candidates) {
    const bestOf = email === undefined ? waysOf(candidate, wanted, digits) : waysOfEmail(candidate, email);
    if (!bestOf) continue;
    const places = bestOf.map((way) => ways.indexOf(way));
    const mine = candidate.ownerId === asker ? 2 : candidate.deputyId === asker ? 1 : 0;
    found.push({ candidate, ways: bestOf, worst: Math.max(...places), all: places.reduce((sum, place) => sum + place, 0), mine });
  }
  return found.toSorted(
    (a, b) =>
      a.worst - b.worst ||
      a.all - b.all ||
      Number(b.candidate.isKey) - Number(a.candidate.isKey) ||
      b.mine - a.mine ||
      a.candidate.name.length - b.candidate.name.length ||
      (a.candidate.name < b.candidate.name ? -1 : a.candidate.name > b.candidate.name ? 1 : a.candidate.id < b.candidate.id ? -1 : 1),
  );
}

function waysOf(candidate: Candidate, wanted: readonly Wanted[], digits: string | undefined): readonly Way[] | undefined {
  const names = candidate.searchName.trim().split(' ');
  const rest = candidate.searchRest.trim().split(' ');
  const split = names.indexOf(otherNamesFollow);
  const shown = split < 0 ? names : names.slice(0, split);
  const other = split < 0 ? [] : names.slice(split + 1);
  const found: Way[] = [];
  for (const one of wanted) {
    const way = wayOf(one, shown, other, rest);
    if (way === undefined) return undefined;
    found.push(way);
  }
  if (digits === undefined) return found;
  return candidate.searchDigits.includes(digits) ? [...found, 'phone'] : undefined;
}

function waysOfEmail(candidate: Candidate, email: string): readonly Way[] | undefined {
  return candidate.searchRest.split(' ').some((entry) => entry.startsWith(marks.email + email)) ? ['email'] : undefined;
}

function wayOf({ word, meant }: Wanted, shown: readonly string[], other: readonly string[], rest: readonly string[]): Way | undefined {
  if (word.whole.some((spelling) => shown.includes(spelling)) || word.consonants.some((entry) => shown.includes(entry))) return 'name';
  const begins = (entries: readonly string[], beginnings: readonly string[], mark = '') =>
    beginnings.some((beginning) => entries.some((entry) => entry.startsWith(mark + beginning)));
  if (begins(shown, word.beginnings)) return 'beginning';
  if (begins(other, [...word.beginnings, ...word.consonants])) return 'other_name';
  if (begins(rest, [...word.beginnings, ...word.consonants], marks.organization)) return 'organization';
  if (begins(shown, word.consonants)) return 'sound';
  if (begins(rest, [word.latin], marks.email)) return 'email';
  if (begins(rest, word.beginnings, marks.tag)) return 'tag';
  if (begins(rest, word.beginnings, marks.note)) return 'note';
  if (!meant) return undefined;
  const plain = [...shown, ...other].filter(
    (entry) => !entry.startsWith(consonantsOfLatinWord) && !entry.startsWith(consonantsOfPersianWord),
  );
  if (plain.some((entry) => meant.whole.includes(entry))) return 'slip';
  return begins(plain, meant.beginnings) ? 'slip_beginning' : undefined;
}
