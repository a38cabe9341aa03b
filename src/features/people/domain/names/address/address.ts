import type { Gender } from '../titles.ts';

/** Why somebody is addressed so: a colleague reads it in their own language as `people.ground.<code>` with these values. */
export type Ground = { readonly code: GroundCode; readonly values: Readonly<Record<string, string>> };

export const groundCodes = [
  // A colleague wrote how a letter to them begins.
  'written',
  // They are on first-name terms: by `name`, or by the nickname `name`.
  'first_name',
  'nickname',
  // `form` is the vocative of `name`.
  'vocative',
  // What says that a woman or a man (`gender`) is addressed: the part `of` of the name.
  'gender_prefix',
  'gender_patronymic',
  'gender_family',
  // Nothing says it: the form suits both.
  'gender_unknown',
  // Their language greets by given name and patronymic.
  'patronymic',
  // The whole name was told apart into its parts by itself.
  'split',
  // Nobody told which part is the family name.
  'whole_name',
] as const;

export type GroundCode = (typeof groundCodes)[number];

/** How to address a customer. */
export type Address = {
  readonly formality: 'formal' | 'familiar';
  /** BCP 47: the language of `spoken` and `greeting`. */
  readonly language: string;
  /** What to call them when they answer: κύριε Παπαδόπουλε, Марко. */
  readonly spoken: string;
  /** How a letter begins, without the mark at its end. */
  readonly greeting: string;
  readonly grounds: readonly Ground[];
};

/** Who is addressed, as far as it is known. Parts are in the script of the language where they can be. */
export type Addressee = {
  readonly formality: 'formal' | 'familiar';
  readonly gender: Gender | undefined;
  /** The first name or nickname for the familiar; the given name otherwise. */
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  /** The whole name; empty where nobody told one. */
  readonly whole: string;
  /** A degree that is kept before a family name: Dr, проф., دکتر. */
  readonly degree: string | null;
};

/** What a language makes of it. `vocatives` says which names were changed, and into what. */
export type Addressing = {
  readonly spoken: string;
  readonly greeting: string;
  readonly vocatives?: readonly { readonly name: string; readonly form: string }[];
  /** Whether the gender decided, or would have. */
  readonly asksGender?: boolean;
  readonly usesPatronymic?: boolean;
};

/** Joins what is there. */
export function line(...words: readonly (string | null | undefined)[]): string {
  return words.filter((word) => typeof word === 'string' && word !== '').join(' ');
}
