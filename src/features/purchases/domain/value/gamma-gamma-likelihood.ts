import { digamma, trigamma } from './special/digamma.ts';
import { logGamma } from '#kit/domain/special/log-gamma.ts';
import { toLogParameters } from './special/log-parameters.ts';
import type { Objective } from './special/newton.ts';
import type { Spends } from './spend-book.ts';

/**
 * The log-likelihood of the gamma-gamma model (Fader and Hardie 2013, equation 3) over ln p, ln q, ln v, with its gradient and Hessian.
 *
 * Of one customer with x repeat visits of mean spend z:
 * `ln Γ(px+q) - ln Γ(px) - ln Γ(q) + q ln v + (px-1) ln z + px ln x - (px+q) ln(v+xz)`.
 * Only the last term ties the customer to v, so a pass over the customers gathers three sums for each number of visits.
 */
export function gammaGammaLikelihood({ groups, totals, logMeans }: Spends): Objective {
  return (point, gradient, hessian) => {
    const p = Math.exp(point[0] as number);
    const q = Math.exp(point[1] as number);
    const v = Math.exp(point[2] as number);
    const logV = Math.log(v);
    const logGammaQ = logGamma(q);
    const digammaQ = digamma(q);
    const trigammaQ = trigamma(q);

    let value = 0;
    let gP = 0;
    let gQ = 0;
    let gV = 0;
    let hPP = 0;
    let hPQ = 0;
    let hPV = 0;
    let hQQ = 0;
    let hQV = 0;
    let hVV = 0;

    groups.forEach(({ repeats: x, from, to }, at) => {
      const n = to - from;
      const shape = p * x + q;
      let sumLog = 0;
      let sumInverse = 0;
      let sumInverse2 = 0;
      for (let row = from; row < to; row += 1) {
        const scale = v + (totals[row] as number);
        const inverse = 1 / scale;
        sumLog += Math.log(scale);
        sumInverse += inverse;
        sumInverse2 += inverse * inverse;
      }
      const sumLogMean = logMeans[at] as number;
      const logX = Math.log(x);
      const digammaShape = digamma(shape);
      const trigammaShape = trigamma(shape);

      value += n * (logGamma(shape) - logGamma(p * x) - logGammaQ + q * logV + p * x * logX) + (p * x - 1) * sumLogMean - shape * sumLog;
      gP += x * (n * (digammaShape - digamma(p * x) + logX) + sumLogMean - sumLog);
      gQ += n * (digammaShape - digammaQ + logV) - sumLog;
      gV += (n * q) / v - shape * sumInverse;
      hPP += n * x * x * (trigammaShape - trigamma(p * x));
      hPQ += n * x * trigammaShape;
      hPV -= x * sumInverse;
      hQQ += n * (trigammaShape - trigammaQ);
      hQV += n / v - sumInverse;
      hVV += shape * sumInverse2 - (n * q) / (v * v);
    });

    toLogParameters(
      [p, q, v],
      [gP, gQ, gV],
      [
        [hPP, hPQ, hPV],
        [hPQ, hQQ, hQV],
        [hPV, hQV, hVV],
      ],
      gradient,
      hessian,
    );
    return value;
  };
}
