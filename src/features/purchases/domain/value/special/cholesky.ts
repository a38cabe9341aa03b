/** The lower triangular root of a symmetric matrix (row-major), or undefined where it is not safely positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1) rest -= (root[row * size + k] as number) * (root[column * size + k] as number);
      if (row === column) {
        // A pivot lost in rounding is no pivot.
        if (!(rest > 1e-14 * Math.abs(matrix[row * size + row] as number))) return undefined;
        root[row * size + row] = Math.sqrt(rest);
      } else root[row * size + column] = rest / (root[column * size + column] as number);
    }
  }
  return root;
}

/** x of A x = right, from the root of A. */
export function solve(root: Float64Array, right: Float64Array, size: number): Float64Array {
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let rest = x[row] as number;
    for (let k = 0; k < row; k += 1) rest -= (root[row * size + k] as number) * (x[k] as number);
    x[row] = rest / (root[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = x[row] as number;
    for (let k = row + 1; k < size; k += 1) rest -= (root[k * size + row] as number) * (x[k] as number);
    x[row] = rest / (root[row * size + row] as number);
  }
  return x;
}

/** The inverse of a positive definite matrix, from its root. */
export function inverse(root: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    result.set(solve(root, unit, size), column * size);
  }
  return result;
}
