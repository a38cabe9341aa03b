/** One word of a name, ready to be compared with words in other scripts and spellings. */
export type Word = {
  /** In Latin letters with the usual differences of spelling folded together, the commonest first. */
  readonly spellings: readonly string[];
  /** The consonants: all that is left to compare where one side is written without short vowels. */
  readonly consonants: readonly string[];
  readonly script: 'latin' | 'greek' | 'cyrillic' | 'armenian' | 'arabic' | 'other';
  /** The groups of nicknames it belongs to. */
  readonly groups: readonly number[];
};

export type BirthdayLike = { readonly year: number | null; readonly month: number; readonly day: number };

type Shared = {
  readonly emails: readonly string[];
  /** The last digits, by which numbers written with and without a country's code are the same. */
  readonly phones: readonly string[];
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
};

export type PersonLike = Shared & {
  readonly kind: 'person';
  readonly given: readonly Word[];
  readonly middle: readonly Word[];
  readonly family: readonly Word[];
  /** Former and other names. */
  readonly other: readonly Word[];
  readonly nickname: readonly Word[];
  /** Whether somebody said which is the family name, or the order of the words was all there was to go by. */
  readonly isToldApart: boolean;
  readonly birthday: BirthdayLike | null;
  /** Where they work. */
  readonly organizations: readonly string[];
};

export type OrganizationLike = Shared & {
  readonly kind: 'organization';
  /** The trade name, the legal one, the one in Latin letters: each without the form of the company. */
  readonly names: readonly (readonly Word[])[];
  /** Of the website and of mailboxes that are not anybody's. */
  readonly domains: readonly string[];
};

/** A customer as it is compared with others: nothing but what could tell whether two are one. */
export type Likeness = PersonLike | OrganizationLike;

/** How common values are among the customers of the business. Both records that are compared count. */
export type Frequencies = {
  readonly customers: number;
  /** How many bear a name that is spelled, or sounds, like this. */
  readonly bearers: (word: string) => number;
  /** How many have this e-mail address, number or domain. */
  readonly holders: (value: string) => number;
};
