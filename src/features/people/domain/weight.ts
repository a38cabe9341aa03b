/** A figure by which what is at stake is multiplied, so that anybody can reckon the cost of waiting again. */
export type Factor = {
  /** `feature.what`; its words are that feature's message `factor.<name>`, with the figures as values. */
  readonly name: string;
  /** A share is told in percent, how often something counts as a number. */
  readonly as: 'share' | 'times';
  readonly value: number;
  /** What the factor follows from: days, counts. A key that ends with `Share` holds a share. */
  readonly figures: Readonly<Record<string, number>>;
};

/** What waiting another week costs, and how that came about. */
export type Weighed = {
  /** Whole minor units of the workspace's currency. */
  readonly cost: number;
  /** What is at stake with the customer, in whole minor units. */
  readonly stake: number;
  /** The cost is the stake times all of them, rounded to a whole minor unit, and never nothing. */
  readonly factors: readonly Factor[];
};

/** A share of what is at stake, to a hundredth of a percent: what is shown is what is reckoned with. */
export function share(name: string, value: number, figures: Factor['figures'] = {}): Factor {
  return { name, as: 'share', value: Math.max(0.0001, roundTo(value, 10_000)), figures };
}

/** How often something counts, to a hundredth. */
export function times(name: string, value: number, figures: Factor['figures'] = {}): Factor {
  return { name, as: 'times', value: Math.max(0.01, roundTo(value, 100)), figures };
}

/** Puts a cost together from what is at stake and the factors. */
export function weighed(stake: number, ...factors: readonly Factor[]): Weighed {
  return { cost: reckon({ stake, factors }), stake, factors };
}

/** Reckons the cost again from its parts. */
export function reckon({ stake, factors }: Pick<Weighed, 'stake' | 'factors'>): number {
  return Math.max(1, Math.round(factors.reduce((cost, { value }) => cost * value, stake)));
}

// The small addition lets what is a half in decimals, and a little less in binary, be rounded as people do.
function roundTo(value: number, parts: number): number {
  return Math.round(value * parts + 1e-9) / parts;
}
