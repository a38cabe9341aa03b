import { betaPrimeCdf, logBeta } from '#kit/domain/special/incomplete-beta.ts';
import type { PromiseStanding } from './promise.ts';

/** How many promises were kept by the moment in force, and how many were not. */
export type Counted = { readonly kept: number; readonly missed: number };

/** The share kept, and the interval in which the true one lies with a chance of 95%. Of nothing there is no share. */
export type Reliability = Counted & { readonly share: number | null; readonly low: number; readonly high: number };

/**
 * When it is settled whether a promise was kept: the moment that was missed, or its end, or while it is open the moment to come. Null for one that the customer
 * let us off in time, which does not count.
 */
export function countedAt({
  state,
  due,
  endedAt,
  missedAt,
}: Pick<PromiseStanding, 'state' | 'due' | 'endedAt' | 'missedAt'>): Temporal.Instant | null {
  if (missedAt) return missedAt;
  return state === 'released' ? null : (endedAt ?? due.at);
}

/** Whether a promise counts, and as what: null while its moment is to come, or where it does not count. */
export function outcomeOf(
  promise: Pick<PromiseStanding, 'state' | 'due' | 'endedAt' | 'missedAt'>,
  now: Temporal.Instant,
): keyof Counted | null {
  const at = countedAt(promise);
  if (!at || Temporal.Instant.compare(at, now) > 0) return null;
  return promise.state === 'kept' ? 'kept' : 'missed';
}

/**
 * The share of promises kept with its credible interval: equal tails of the beta posterior under Jeffreys' prior, Beta(kept + 1/2, missed + 1/2), whose end is
 * 0 where none was kept and 1 where all were. Brown, Cai and DasGupta (2001), "Interval Estimation for a Binomial Proportion", Statistical Science 16(2),
 * 101-133, section 4.1.
 */
export function reliabilityOf({ kept, missed }: Counted): Reliability {
  const counted = kept + missed;
  if (counted === 0) return { kept, missed, share: null, low: 0, high: 1 };
  return {
    kept,
    missed,
    share: kept / counted,
    low: kept === 0 ? 0 : betaQuantile(kept + 0.5, missed + 0.5, 0.025),
    high: missed === 0 ? 1 : betaQuantile(kept + 0.5, missed + 0.5, 0.975),
  };
}

/** Who can be relied on most comes first: by what is at least likely, so that two of two do not stand before 98 of 100. */
export function mostReliableFirst<One extends { readonly reliability: Reliability }>(all: readonly One[]): readonly One[] {
  return all.toSorted((a, b) => b.reliability.low - a.reliability.low || b.reliability.kept - a.reliability.kept);
}

/**
 * The value below which a beta variate lies with a probability. The regularized incomplete beta function (continued fraction, DLMF 8.17.22) is inverted
 * by Newton's method over the logit, where it is smooth at both ends, kept between bounds that each step narrows.
 */
export function betaQuantile(a: number, b: number, probability: number): number {
  const logNormal = logBeta(a, b);
  let [low, high] = [-700, 700];
  let logit = Math.log(a / b);
  for (let step = 0; step < 200; step += 1) {
    const beyond = betaPrimeCdf(a, b, logNormal, logit) - probability;
    if (beyond > 0) high = logit;
    else low = logit;
    const slope = Math.exp(-a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit)) - logNormal);
    const next = logit - beyond / slope;
    const kept = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(kept - logit) < 1e-12) break;
    logit = kept;
  }
  return 1 / (1 + Math.exp(-logit));
}
