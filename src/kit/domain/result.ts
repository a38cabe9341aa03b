/** A failure that somebody can act on: a stable code, and the values its message needs. */
export type Failure = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The input the failure is about, as a dotted path, where there is one. */
  readonly field?: string;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** `code` is `feature.what_is_wrong`; the text for people stands in that feature's messages as `error.<code>`. */
export function err(code: string, values: Failure['values'] = {}, field?: string): Result<never> {
  return { ok: false, failure: field === undefined ? { code, values } : { code, values, field } };
}

/** Carries a failure out of an action, so that its transaction is rolled back. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

export function fail(code: string, values: Failure['values'] = {}, field?: string): FailureError {
  const result = err(code, values, field);
  if (result.ok) throw new Error('unreachable');
  return new FailureError(result.failure);
}

/** The value, or the failure thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
