/** A clause, word by word: as it was written in lower case, and folded (without accents). Words that say when are left out. */
export type Spoken = {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly hasMoment: boolean;
};

/**
 * Where in a clause we speak of what we will do, in one language: how many of its first words only say that it is we who will. Undefined where it
 * is not we, or not for certain.
 */
export type Voice = (clause: Spoken) => number | undefined;

/** Words parted by blanks, as a set. */
export function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

/** Whether one of these words stands before a place. */
export function hasBefore(words: readonly string[], place: number, some: ReadonlySet<string>): boolean {
  return words.slice(0, place).some((word) => some.has(word));
}
