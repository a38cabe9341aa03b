import { baseOf } from './script.ts';

/** CLDR's rules for the names of persons in one language. */
export type NameRules = {
  /** The languages whose names begin with the family name for who reads this language. */
  readonly surnameFirst: string;
  readonly initial: string;
  readonly initialSequence: string;
  /** Each pattern, and the ways of naming that use it. */
  readonly patterns: Readonly<Record<string, string>>;
};

/** Whether names of a language begin with the family name. Where a reader's language says otherwise, its rules are given. */
export function isFamilyFirst(language: string | undefined, rules?: NameRules): boolean {
  return language !== undefined && (rules?.surnameFirst ?? familyFirst).split(' ').includes(baseOf(language));
}

// What `und` says, and Hungarian, which says it of itself only.
const familyFirst = 'ja ko vi yue zh hu';
