import { err, ok } from '#kit/domain/result.ts';
import type { Result } from '#kit/domain/result.ts';
import { cholesky, inverse } from './special/cholesky.ts';
import { climb } from './special/newton.ts';
import type { Objective } from './special/newton.ts';

/** A mild assumption about ln of each parameter, worth about as much as one customer: a normal distribution around `centre`. */
export type Assumption = { readonly centre: readonly number[]; readonly spread: number };

/** How far, in units of e, a parameter may stray from what is usual before the data are said to have no answer. */
const BOX = 11;

type Task = {
  readonly names: readonly string[];
  readonly likelihood: Objective;
  /** What is usual, as ln of each parameter: the middle of the box. */
  readonly usual: readonly number[];
  readonly starts: readonly (readonly number[])[];
  readonly assumption?: Assumption;
};

export type Fitted = {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** The covariance of the logarithms of the parameters, row by row: the inverse of the observed information. */
  readonly covariance: readonly number[];
  readonly steps: number;
};

/**
 * The maximum of a likelihood over the logarithms of its parameters, or `value.unbounded` (with the parameter that runs away) where the data
 * have no finite best answer, or `value.no_convergence`.
 */
export function fit({ names, likelihood, usual, starts, assumption }: Task): Result<Fitted> {
  const objective = assumption === undefined ? likelihood : steadied(likelihood, assumption);
  const lowest = usual.map((at) => at - BOX);
  const highest = usual.map((at) => at + BOX);
  let runaway: string | undefined;
  for (const start of starts) {
    const peak = climb(objective, { start, lowest, highest });
    const size = start.length;
    const root = cholesky(
      peak.hessian.map((entry) => -entry),
      size,
    );
    const outside = names.find((_, i) => Math.abs((peak.point[i] as number) - (usual[i] as number)) > BOX);
    runaway ??= outside;
    if (!peak.converged || outside !== undefined || root === undefined) continue;
    const scratch = new Float64Array(size * size);
    return ok({
      parameters: Array.from(peak.point, (log) => Math.exp(log)),
      logLikelihood: likelihood(peak.point, new Float64Array(size), scratch),
      covariance: [...inverse(root, size)],
      steps: peak.steps,
    });
  }
  if (runaway !== undefined) return err('value.unbounded', { parameter: runaway });
  return err('value.no_convergence');
}

function steadied(likelihood: Objective, { centre, spread }: Assumption): Objective {
  const precision = 1 / (spread * spread);
  return (point, gradient, hessian) => {
    let value = likelihood(point, gradient, hessian);
    for (let i = 0; i < point.length; i += 1) {
      const off = (point[i] as number) - (centre[i] as number);
      const diagonal = i * point.length + i;
      value -= 0.5 * off * off * precision;
      gradient[i] = (gradient[i] as number) - off * precision;
      hessian[diagonal] = (hessian[diagonal] as number) - precision;
    }
    return value;
  };
}
