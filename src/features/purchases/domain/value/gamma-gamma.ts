import { err, ok } from '#kit/domain/result.ts';
import type { Result } from '#kit/domain/result.ts';
import { isRunaway } from './bg-nbd.ts';
import { fit } from './fit.ts';
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.ts';
import type { SpendBook } from './spend-book.ts';

/** Spend per visit is gamma (p, ν) within a customer; ν is gamma (q, v) over customers; v in the unit of the spends. */
export type GammaGamma = { readonly p: number; readonly q: number; readonly v: number };

export type GammaGammaFit = {
  readonly parameters: GammaGamma;
  readonly logLikelihood: number;
  /** Returning customers with spend to learn from. */
  readonly customers: number;
  /** True where the data alone had no finite answer and a mild assumption settled it. */
  readonly steadied: boolean;
};

const FEWEST_RETURNING = 10;

/**
 * Fits the gamma-gamma model of spend per visit by maximum likelihood: Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value";
 * Fader, Hardie and Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 415-430.
 * As there, learned from repeat visits only.
 *
 * Errors: `value.no_spend`, `value.too_few_spends`, `value.identical_spend`, `value.uneven_spend` (a mean of spends does not exist: q ≤ 1),
 * `value.unbounded`, `value.no_convergence`.
 */
export function fitGammaGamma(spends: SpendBook): Result<GammaGammaFit> {
  return fitWith(spends, false);
}

/**
 * As `fitGammaGamma`; where a parameter runs away, the fit under a mild assumption, marked `steadied`, as with `fitSteadyBgNbd`. Where everybody spends the
 * same to within a tenth (a fixed price), their mean is the answer, for everybody, to about a per cent.
 */
export function fitSteadyGammaGamma(spends: SpendBook): Result<GammaGammaFit> {
  const plain = fitWith(spends, false);
  if (plain.ok) return plain;
  const { customers, mean, least, most } = spends.summary();
  const isOnePrice = customers >= FEWEST_RETURNING && most - least <= 0.1 * mean;
  if (isOnePrice) return ok(onePrice(spends, mean));
  return isRunaway(plain.failure.code) ? fitWith(spends, true) : plain;
}

function onePrice(spends: SpendBook, mean: number): GammaGammaFit {
  const shape = 10_000;
  const parameters = { p: shape, q: shape, v: (mean * (shape - 1)) / shape };
  const columns = spends.columns(1);
  const point = Float64Array.of(Math.log(shape), Math.log(shape), Math.log(parameters.v));
  const logLikelihood = gammaGammaLikelihood(columns)(point, new Float64Array(3), new Float64Array(9));
  return { parameters, logLikelihood, customers: columns.size, steadied: true };
}

function fitWith(spends: SpendBook, steady: boolean): Result<GammaGammaFit> {
  const { customers, mean, least, most } = spends.summary();
  if (customers === 0) return err('value.no_spend');
  if (customers < FEWEST_RETURNING) return err('value.too_few_spends', { customers, needed: FEWEST_RETURNING });
  if (most - least <= 1e-9 * most) return err('value.identical_spend', { customers });

  // In units of the mean spend, so that cents and rials meet the same starting values and the same box.
  const columns = spends.columns(mean);
  const usual = [Math.log(6), Math.log(4), Math.log(0.5)];
  const fitted = fit({
    names: ['p', 'q', 'v'],
    likelihood: gammaGammaLikelihood(columns),
    usual,
    starts: [usual, [0, Math.log(2), 0], [Math.log(2), Math.log(10), Math.log(4)]],
    ...(steady ? { assumption: { centre: usual, spread: 2 } } : {}),
  });
  if (!fitted.ok) return fitted;
  const [p, q, v] = fitted.value.parameters as [number, number, number];
  if (q <= 1) return err('value.uneven_spend', { customers });
  return ok({
    parameters: { p, q, v: v * mean },
    // Each customer's density is per unit of money.
    logLikelihood: fitted.value.logLikelihood - columns.size * Math.log(mean),
    customers,
    steadied: steady,
  });
}
