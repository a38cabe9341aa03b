import { err, ok } from '#kit/domain/result.ts';
import type { Result } from '#kit/domain/result.ts';
import { bgNbdLikelihood, DAYS_A_WEEK } from './bg-nbd-likelihood.ts';
import { fit } from './fit.ts';
import type { Histories } from './history.ts';

/** Purchase rates are gamma (r, α, per week) over customers; the chance to leave after a purchase is beta (a, b). */
export type BgNbd = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

export type BgNbdFit = {
  readonly parameters: BgNbd;
  readonly logLikelihood: number;
  readonly customers: number;
  /** Customers with at least one repeat visit. */
  readonly returning: number;
  /** Covariance of ln r, ln α, ln a, ln b, row by row. */
  readonly covariance: readonly number[];
  /** True where the data alone had no finite answer and a mild assumption settled it. */
  readonly steadied: boolean;
};

/** Fewer customers, or fewer who came back, say nothing that a person would not see better by eye. */
const FEWEST_CUSTOMERS = 30;
const FEWEST_RETURNING = 10;

/**
 * Fits the BG/NBD model by maximum likelihood: Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24(2), 275-284. Histories in days; parameters per week.
 *
 * Errors: `value.too_few_customers`, `value.no_repeat`, `value.too_few_returning`, `value.identical`, `value.unbounded`, `value.no_convergence`.
 */
export function fitBgNbd(histories: Histories): Result<BgNbdFit> {
  return fitWith(histories, false);
}

/**
 * The maximum-likelihood fit where there is one; where a parameter runs to infinity or zero (a young shop whose customers have hardly begun to leave, or
 * buy all at the same rate), the fit under a mild assumption, marked `steadied`: each parameter within a factor of about 7 of what shops usually show,
 * with the weight of a single customer. Same errors for data that cannot be read at all.
 */
export function fitSteadyBgNbd(histories: Histories): Result<BgNbdFit> {
  const plain = fitWith(histories, false);
  if (plain.ok || !isRunaway(plain.failure.code)) return plain;
  return fitWith(histories, true);
}

export function isRunaway(code: string): boolean {
  return code === 'value.unbounded' || code === 'value.no_convergence';
}

function fitWith(histories: Histories, steady: boolean): Result<BgNbdFit> {
  const { customers, returning, repeats, weeks } = totals(histories);
  if (customers < FEWEST_CUSTOMERS) return err('value.too_few_customers', { customers, needed: FEWEST_CUSTOMERS });
  if (returning === 0) return err('value.no_repeat', { customers });
  if (returning < FEWEST_RETURNING) return err('value.too_few_returning', { returning, needed: FEWEST_RETURNING });
  if (histories.size === 1) return err('value.identical', { customers });

  const meanAge = Math.log(weeks / customers);
  const rate = Math.log(repeats / weeks);
  const usual = [Math.log(0.5), meanAge + Math.log(0.3), Math.log(0.8), Math.log(2.5)];
  const fitted = fit({
    names: ['r', 'alpha', 'a', 'b'],
    likelihood: bgNbdLikelihood(histories),
    usual,
    starts: [0.5, 0.2, 2].map((r) => [
      Math.log(r),
      Math.min(meanAge + 5, Math.max(meanAge - 5, Math.log(r) - rate)),
      Math.log(0.8),
      Math.log(2.5),
    ]),
    ...(steady ? { assumption: { centre: usual, spread: 2 } } : {}),
  });
  if (!fitted.ok) return fitted;
  const [r, alpha, a, b] = fitted.value.parameters as [number, number, number, number];
  return ok({
    parameters: { r, alpha, a, b },
    logLikelihood: fitted.value.logLikelihood,
    customers,
    returning,
    covariance: fitted.value.covariance,
    steadied: steady,
  });
}

function totals({ size, repeats, age, customers }: Histories) {
  const sum = { customers: 0, returning: 0, repeats: 0, weeks: 0 };
  for (let place = 0; place < size; place += 1) {
    const count = customers[place] as number;
    const visits = repeats[place] as number;
    sum.customers += count;
    if (visits > 0) sum.returning += count;
    sum.repeats += count * visits;
    sum.weeks += (count * (age[place] as number)) / DAYS_A_WEEK;
  }
  return sum;
}
