import type { Direction, TouchpointKind } from '../touchpoint.ts';

/** A way to say what happened. */
export type Phrase = {
  readonly text: string;
  readonly kind: TouchpointKind;
  readonly direction: Direction;
  /** Whom it means when somebody is named before it: "Maria called" is not "called Maria". Absent: it only stands at the beginning. */
  readonly afterName?: Direction;
  /** A noun says what happened only where the sentence does not go on as if it were an order: "call back" has not happened. */
  readonly noun?: true;
};

/** The words of one language. A language is added by adding a file with its own. */
export type Lexicon = {
  readonly phrases: readonly Phrase[];
  /** Nobody was reached. */
  readonly unreached: readonly string[];
  /** Units of time, with their minutes; those that stand alone ("half an hour") with the minutes that they are. */
  readonly units: readonly (readonly [unit: string, minutes: number])[];
  readonly spans: readonly (readonly [span: string, minutes: number])[];
  /** Words between what happened and how long: "with her", "τον". */
  readonly fillers: readonly string[];
  /** Those of them behind which stands what it was about, not whom it was with: "about the late parcel". */
  readonly topics: readonly string[];
  /** After these, a number of minutes is a moment to come, not a length. */
  readonly beforeMoment: readonly string[];
};

type Said = { readonly out?: string; readonly in?: string; readonly noun?: string; readonly afterName?: string };

/** Phrases of one kind, parted by `|`: said by us, said of them, nouns, and verbs that mean them once somebody is named before. */
export function phrases(kind: TouchpointKind, said: Said): readonly Phrase[] {
  const split = (text: string | undefined) => (text ?? '').split('|').filter(Boolean);
  return [
    ...split(said.out).map((text): Phrase => ({ text, kind, direction: 'out' })),
    ...split(said.in).map((text): Phrase => ({ text, kind, direction: 'in', afterName: 'in' })),
    ...split(said.noun).map((text): Phrase => ({ text, kind, direction: 'out', noun: true })),
    ...split(said.afterName).map((text): Phrase => ({ text, kind, direction: 'out', afterName: 'in' })),
  ];
}
