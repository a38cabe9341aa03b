import { cholesky, solve } from './cholesky.ts';

/** Fills the gradient and the (row-major, full) Hessian at a point and returns the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array, hessian: Float64Array) => number;

export type Peak = {
  readonly point: Float64Array;
  readonly value: number;
  readonly hessian: Float64Array;
  readonly steps: number;
  /** False when the climb left the box, or did not come to rest. */
  readonly converged: boolean;
};

export type Climb = {
  readonly start: readonly number[];
  /** The climb is given up when a coordinate leaves this box. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
};

const MOST_STEPS = 100;
const LONGEST_STEP = 2;
/** At rest when a whole further step would add no more than this share of the value: the rounding of a sum of a million terms. */
const ROUNDING = 1e-12;

/**
 * Climbs to a maximum by Newton's method with an analytic Hessian. Where the value is not concave, the Hessian is shifted until it is;
 * steps are bounded, and halved until the value rises.
 */
export function climb(objective: Objective, { start, lowest, highest }: Climb): Peak {
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let hessian = new Float64Array(size * size);
  let trialGradient = new Float64Array(size);
  let trialHessian = new Float64Array(size * size);
  let trial = new Float64Array(size);
  let value = objective(point, gradient, hessian);
  let steps = 0;
  let converged = false;

  while (steps < MOST_STEPS && Number.isFinite(value)) {
    const direction = uphill(gradient, hessian, size);
    const slope = dot(direction, gradient);
    if (slope / 2 <= ROUNDING * (1 + Math.abs(value))) {
      converged = true;
      break;
    }
    let length = Math.min(1, LONGEST_STEP / largest(direction));
    let rose = false;
    for (let halving = 0; halving < 30 && !rose; halving += 1) {
      for (let i = 0; i < size; i += 1) trial[i] = (point[i] as number) + length * (direction[i] as number);
      const trialValue = objective(trial, trialGradient, trialHessian);
      if (trialValue >= value + 1e-4 * length * slope) {
        value = trialValue;
        rose = true;
      } else length /= 2;
    }
    // Nothing rises any more: rounding hides what is left, so this is the top as far as can be seen.
    if (!rose) {
      converged = slope / 2 <= 100 * ROUNDING * (1 + Math.abs(value));
      break;
    }
    [point, trial] = [trial, point];
    [gradient, trialGradient] = [trialGradient, gradient];
    [hessian, trialHessian] = [trialHessian, hessian];
    steps += 1;
    if (isOutside(point, lowest, highest)) break;
  }
  return { point, value, hessian, steps, converged };
}

/** The Newton direction, with as much of the identity subtracted from the Hessian as makes it negative definite. */
function uphill(gradient: Float64Array, hessian: Float64Array, size: number): Float64Array {
  let scale = 0;
  for (let i = 0; i < size; i += 1) scale = Math.max(scale, Math.abs(hessian[i * size + i] as number));
  let shift = 0;
  while (shift <= 1e3 * scale) {
    const curvature = hessian.map((entry, at) => -entry + (at % (size + 1) === 0 ? shift : 0));
    const root = cholesky(curvature, size);
    if (root !== undefined) return solve(root, gradient, size);
    shift = shift === 0 ? 1e-8 * scale + 1e-12 : shift * 10;
  }
  return gradient;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += (left[i] as number) * (right[i] as number);
  return sum;
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (const entry of vector) most = Math.max(most, Math.abs(entry));
  return most;
}

function isOutside(point: Float64Array, lowest: readonly number[], highest: readonly number[]): boolean {
  return point.some((at, i) => at < (lowest[i] as number) || at > (highest[i] as number));
}
