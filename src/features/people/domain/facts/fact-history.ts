import type { FactWords } from './fact.ts';

/** What happened to a fact, and the words that stood from then on. */
export type FactChange = {
  readonly what: 'learned' | 'corrected' | 'retired' | 'restored';
  readonly at: Temporal.Instant;
  /** Null for what an import brought. */
  readonly colleague: string | null;
  readonly note: string | null;
  readonly words: FactWords;
};

/** A fact as its changes have made it. */
export type FactStanding = {
  readonly words: FactWords;
  /** Set when it is held to be true no more. */
  readonly retired: { readonly at: Temporal.Instant; readonly colleague: string | null; readonly note: string | null } | null;
  readonly changes: readonly FactChange[];
};

/** What the changes of one fact, in their order, come to; undefined when there are none. */
export function standingOf(changes: readonly FactChange[]): FactStanding | undefined {
  const last = changes.at(-1);
  if (!last) return undefined;
  const { what, at, colleague, note } = last;
  return { words: last.words, retired: what === 'retired' ? { at, colleague, note } : null, changes };
}

/** The changes whose words may be read without a look at what is sensitive. */
export function openChanges(changes: readonly FactChange[]): readonly FactChange[] {
  return changes.filter(({ words }) => words.sensitivity !== 'sensitive');
}
