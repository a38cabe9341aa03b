import type { Evidence } from './evidence.ts';
import type { Frequencies, Likeness } from './likeness.ts';
import { oddsBefore } from './model.ts';
import { compareOrganizations } from './organization.ts';
import { comparePersons } from './person.ts';

/** How far two customers agree in one field, for people to read. */
export type DuplicateReason = {
  readonly field: Evidence['field'];
  readonly how: string;
  /** How much it says, in bits: 10 makes being one customer a thousand times as likely; negative speaks against it. */
  readonly bits: number;
};

export type Judgement = {
  /** Of being one customer. */
  readonly probability: number;
  /** The weightiest first, whichever way it points. */
  readonly reasons: readonly DuplicateReason[];
};

/** From which probability on two customers are shown to a colleague. */
export const worthShowing = 0.5;

/**
 * The probability that two records are of one customer, from what they agree and disagree in; `model.ts` says by which method. A person
 * and an organization are never one.
 */
export function judge(one: Likeness, other: Likeness, frequencies: Frequencies): Judgement {
  const evidence = compare(one, other, frequencies);
  if (evidence === undefined) return { probability: 0, reasons: [] };
  let [same, close] = [0, 0];
  for (const found of evidence) {
    same += found.same;
    close += found.close;
  }
  const odds = oddsBefore(one.kind, frequencies.customers);
  const oddsSame = odds.same * Math.exp(Math.min(same, 600));
  const oddsClose = odds.close * Math.exp(Math.min(close, 600));
  return {
    probability: oddsSame / (oddsSame + oddsClose + 1),
    reasons: evidence
      .toSorted((a, b) => Math.abs(b.same) - Math.abs(a.same))
      .map(({ field, how, same: weight }) => ({ field, how, bits: Math.round((weight / Math.LN2) * 10) / 10 })),
  };
}

function compare(one: Likeness, other: Likeness, frequencies: Frequencies): Evidence[] | undefined {
  if (one.kind === 'person' && other.kind === 'person') return comparePersons(one, other, frequencies);
  if (one.kind === 'organization' && other.kind === 'organization') return compareOrganizations(one, other, frequencies);
  return undefined;
}
