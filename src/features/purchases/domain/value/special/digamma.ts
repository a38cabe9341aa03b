/** ψ(x), the derivative of ln Γ(x), for x > 0. */
export function digamma(x: number): number {
  let sum = 0;
  let y = x;
  while (y < 10) {
    sum -= 1 / y;
    y += 1;
  }
  const square = 1 / (y * y);
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32_760))))));
  return sum + Math.log(y) - 0.5 / y - series;
}

/** ψ′(x), the second derivative of ln Γ(x), for x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let y = x;
  while (y < 10) {
    sum += 1 / (y * y);
    y += 1;
  }
  const inverse = 1 / y;
  const square = inverse * inverse;
  const series =
    inverse * square * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - square * (691 / 2730))))));
  return sum + inverse + 0.5 * square + series;
}
