/**
 * How much each agreement and disagreement says, after Fellegi and Sunter, "A theory for record linkage", JASA 64 (1969), with what came
 * since:
 *
 * - **Three classes, not two.** Two records are of one customer (`same`), of relatives or branches who share a telephone, an address and a
 *   name (`close`), or of strangers. Winkler found that households make the two-class model call relatives the same ("Improved decision rules
 *   in the Fellegi-Sunter model of record linkage", US Census Bureau RR93/12, 1993); Larsen and Rubin fit such a mixture of three
 *   ("Iterative automated record linkage using mixture models", JASA 96, 2001).
 * - **Frequencies of values.** Among strangers a name agrees as often as it is common, so a shared rare name weighs more (Newcombe et al.,
 *   "Automatic linkage of vital records", Science 130, 1959; Winkler, "Frequency-based matching in Fellegi-Sunter model", RR00/06, 2000).
 *   Those frequencies are counted among the customers themselves.
 * - **Fields missing on one side say nothing** either way.
 *
 * The shares for `same` and `close` are fixed: a business has too few known duplicates to learn them from, and a colleague should see the same
 * pair judged alike today and tomorrow. They stand for what mistakes are made at a counter and by imports: one record in five spells a name
 * otherwise, two in five have another number or address than the twin.
 */
export type Shares = {
  /** How often two records of one customer look like this. */
  readonly same: number;
  /** How often relatives' or branches' do. */
  readonly close: number;
  /** How often strangers' do; where it depends on the value, what is added for chance likenesses. */
  readonly strangers: number;
};

const shares = (same: number, close: number, strangers: number): Shares => ({ same, close, strangers });

export const personModel = {
  family: {
    same: shares(0.8, 0.75, 0),
    similar: shares(0.12, 0.12, 0.0006),
    part: shares(0.04, 0.04, 0.0002),
    // Before or after a marriage: one record has it as a former name.
    former: shares(0.02, 0.01, 0.0001),
    different: shares(0.04, 0.2, 0.99),
  },
  given: {
    same: shares(0.72, 0.03, 0),
    nickname: shares(0.12, 0.02, 0.004),
    similar: shares(0.09, 0.012, 0.0025),
    initial: shares(0.04, 0.005, 0.004),
    different: shares(0.02, 0.9, 0.95),
  },
  middle: {
    same: shares(0.85, 0.35, 0),
    similar: shares(0.1, 0.03, 0.004),
    initial: shares(0.04, 0.02, 0.006),
    different: shares(0.03, 0.5, 0.95),
  },
  birthday: {
    same: shares(0.85, 0.003, 0.00005),
    // One of the two does not tell the year.
    day: shares(0.85, 0.005, 0.0027),
    similar: shares(0.09, 0.012, 0.01),
    different: shares(0.05, 0.985, 0.99),
  },
  email: {
    same: shares(0.55, 0.12, 0),
    // Mailboxes are made of names, so that namesakes have similar ones.
    similar: shares(0.1, 0.006, 0.001),
    different: shares(0.35, 0.85, 1),
  },
  phone: {
    same: shares(0.6, 0.5, 0),
    similar: shares(0.04, 0.006, 0.00001),
    different: shares(0.35, 0.5, 1),
  },
  address: {
    same: shares(0.5, 0.6, 0.0005),
    near: shares(0.2, 0.15, 0.005),
    city: shares(0.2, 0.15, 0.12),
    different: shares(0.12, 0.1, 0.87),
  },
  organization: { same: shares(0.6, 0.05, 0.002) },
} as const;

export const organizationModel = {
  name: {
    same: shares(0.72, 0.45, 0),
    similar: shares(0.18, 0.25, 0.0002),
    part: shares(0.06, 0.2, 0.004),
    different: shares(0.04, 0.1, 0.995),
  },
  domain: { same: shares(0.75, 0.7, 0), different: shares(0.25, 0.3, 1) },
  email: { same: shares(0.5, 0.35, 0), similar: shares(0.1, 0.05, 0.001), different: shares(0.4, 0.6, 1) },
  phone: { same: shares(0.6, 0.08, 0), similar: shares(0.04, 0.06, 0.00001), different: shares(0.35, 0.86, 1) },
  address: {
    same: shares(0.5, 0.02, 0.0005),
    near: shares(0.2, 0.05, 0.005),
    city: shares(0.2, 0.2, 0.12),
    different: shares(0.12, 0.73, 0.87),
  },
} as const;

/** Given and family name exchanged: how often the parts of one customer are, where somebody told them apart and where nobody did. */
export const exchanged = { told: 0.04, guessed: 0.3, close: 0.002 } as const;

/** For every hundred customers: how many pairs are one customer twice, and how many are close. */
const pairsAHundred = { person: { same: 5, close: 15 }, organization: { same: 5, close: 8 } } as const;

/** The odds before anything is known of two customers drawn at random. */
export function oddsBefore(kind: 'person' | 'organization', customers: number): { same: number; close: number } {
  // Of n customers there are about n²/2 pairs. A handful of customers is no ground to expect many duplicates.
  const pairs = Math.max(customers, 50) / 2;
  const { same, close } = pairsAHundred[kind];
  return { same: same / 100 / pairs, close: close / 100 / pairs };
}

/**
 * How often a stranger's address or number agrees by chance. Two who share one are hardly ever strangers; where many share it, it is a
 * switchboard or an address such as info@, and tells less the more there are.
 */
export function strangersSharing(holders: number, customers: number): number {
  const others = Math.max(1, holders - 1);
  return (Math.min(1, 0.05 * others) * others) / Math.max(customers, 50);
}

/** How often a stranger bears a name, where so many do, the two that are compared included. */
export function strangersBearing(bearers: number, customers: number): number {
  return Math.min(0.9, Math.max(1, bearers - 1) / Math.max(customers, 50));
}
