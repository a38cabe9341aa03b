/** The chain rule from derivatives by parameters to those by their logarithms. */
export function toLogParameters(
  at: readonly number[],
  slope: readonly number[],
  bend: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  at.forEach((value, i) => {
    const own = value * (slope[i] ?? 0);
    gradient[i] = own;
    at.forEach((other, j) => {
      hessian[i * at.length + j] = value * other * (bend[i]?.[j] ?? 0) + (i === j ? own : 0);
    });
  });
}
