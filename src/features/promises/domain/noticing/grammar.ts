/** A clause, word by word. Words that say when are left out. */
export type Spoken = {
  /** As they were written, in lower case. */
  readonly words: readonly string[];
  /** Without accents and marks, as a language prepares them; as many as there are words. */
  readonly plain: readonly string[];
  readonly hasMoment: boolean;
};

/** A verb with what belongs to it: who does it, and how it is said. */
export type Predicate = {
  /** The first word of it: `θα`, `will`, `ću`. */
  readonly at: number;
  /** The word with which what is done begins. The same, but for English: "send" of "I will send". */
  readonly from: number;
  readonly verb: string;
  readonly person: 1 | 2 | 3;
  /** `future`: it says so; `present`: said of what is to come only beside a moment; `duty`: to be done, wanted, possible. */
  readonly form: 'future' | 'present' | 'duty';
  /** Done to us or for us, to you or for you. */
  readonly toUs: boolean;
  readonly toYou: boolean;
  /** A known exception: it promises nothing whatever its verb, or the subject is left out so that the verb must be one of ours. */
  readonly isNone?: boolean;
  readonly isElided?: boolean;
};

/** Knows words. */
type Knows = { test(text: string): boolean };

/**
 * One language: how it forms its verbs, and its words. What they add up to is judged in one place (`judge.ts`). Expressions without a note are asked of one plain
 * word; those of a line stand between blanks: ` i promised her `.
 */
export type Grammar = {
  readonly script: RegExp;
  prepare(words: readonly string[]): readonly string[];
  predicates(clause: Spoken): readonly Predicate[];

  /** What a business does for a customer; what one only thinks, feels, needs or is; what customers do for us. */
  readonly service: Knows;
  readonly state: Knows;
  readonly theirs: Knows;
  /** To fetch something: customers do that here, our people there. */
  readonly fetching: Knows;
  /** "You will have, get, hear". */
  readonly receive: Knows;
  /** Done without saying by whom: "will be delivered". */
  readonly passive: Knows;
  /** What goes to the customer by itself: "arrives", "ships". */
  readonly moving: Knows;
  /** To be, and (a line) what things of ours then are: ready, at your door. */
  readonly being: Knows;
  readonly ready: Knows;
  /** Where our people then are (a line): there. */
  readonly there?: Knows;
  /** Kept for you: said in the present, it holds from now on. */
  readonly keeping?: Knows;
  /** Our people and our things (lines). */
  readonly people: Knows;
  readonly things: Knows;

  /** English leaves out of what is promised what says that it is. */
  readonly leavesGivenOut?: true;
  /** Lines in which we bind ourselves ("I promise", "I promised her"), tell what we said, agree, must, can, let ourselves. */
  readonly given: RegExp;
  readonly told: Knows;
  readonly agreed: Knows;
  readonly must: Knows;
  readonly can: Knows;
  /** Lines that note what we owe ("I owe her a call"), and what is to be done at a moment without a verb ("a call to Mrs Koleva"). */
  readonly owed?: Knows;
  readonly noted?: Knows;
  /** Lines that hold nothing certain: maybe, hopefully; or a habit: always, every. */
  readonly maybe: Knows;
  readonly habit: Knows;

  /** Lines in which somebody else speaks or wants, without a "that". */
  readonly reported?: Knows;
  /** "That", "whether": what follows is what somebody said, thought or asked. */
  readonly that: Knows;
  /** Lines: "if", "unless"; "when", "as soon as"; words of asking, behind which "if" is "whether". */
  readonly condition: RegExp;
  readonly time: RegExp;
  readonly asking: Knows;
  /** Whether what follows "when" is something that the customer does, so that it is a condition. */
  isTheirDoing(words: readonly string[]): boolean;
};

/** Words as a line between blanks. */
export function lineOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** Any of these words or phrases, parted by `|`, in a line; each may be an expression. */
export function phrases(...some: readonly string[]): RegExp {
  return new RegExp(` (?:${some.join('|')}) `, 'u');
}

/** A word that is one of these, or matches one of these expressions whole. */
export function oneOf(...some: readonly string[]): RegExp {
  return new RegExp(`^(?:${some.join('|')})$`, 'u');
}

/** A word that begins with one of these stems. */
export function stems(...some: readonly string[]): RegExp {
  return new RegExp(`^(?:${some.join('|')})`, 'u');
}
