import type { z } from 'zod';
import type { Failure } from '#kit/domain/result.ts';
import type { Language } from '#kit/domain/languages.ts';
import { explain, translate } from '../messages.ts';

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  field?: string;
  errors?: { field: string; code: string; detail: string }[];
};

const statuses: readonly [RegExp, number][] = [
  [/^server\.failed$/, 500],
  [
    /^session\.(required|expired)$|^second_factor\.(required|not_shown)$|^access\.(wrong_password|signed_out)$|^api_key\.(unknown|expired|revoked)$/,
    401,
  ],
  [/\.(forbidden|not_allowed|cross_site|read_only)$/, 403],
  [/\.not_found$/, 404],
  [/\.merged$/, 410],
  [/\.(conflict|already_\w+|taken|changed)$/, 409],
  [/\.overtaken$/, 412],
  [/\.too_large$/, 413],
  [/\.too_many_requests$/, 429],
];

/** The HTTP status that goes with a code: 422 unless the code says more. */
export function statusOf(code: string): number {
  return statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 422;
}

/** A failure as RFC 9457 problem details, in the reader's language. */
export function problemOf(failure: Failure, language: Language): Problem {
  const status = statusOf(failure.code);
  return {
    type: `/problems/${failure.code}`,
    title: translate(language, `problem.${status}`),
    status,
    code: failure.code,
    detail: explain(language, failure),
    ...(failure.field === undefined ? {} : { field: failure.field }),
  };
}

/** What the contract refused: each field with its own code and text. */
export function problemOfInput(issues: readonly z.core.$ZodIssue[], language: Language): Problem {
  const errors = issues.map((issue) => {
    const { code, values } = codeOf(issue);
    return { field: issue.path.map(String).join('.'), code, detail: explain(language, { code, values }) };
  });
  const [first] = errors;
  return {
    type: '/problems/input.invalid',
    title: translate(language, 'problem.422'),
    status: 422,
    code: first?.code ?? 'input.invalid',
    detail: first?.detail ?? '',
    ...(first ? { field: first.field } : {}),
    errors,
  };
}

function codeOf(issue: z.core.$ZodIssue): Failure {
  if (issue.code === 'invalid_type') return { code: issue.input === undefined ? 'input.required' : 'input.invalid', values: {} };
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && issue.minimum === 1) return { code: 'input.required', values: {} };
    return { code: issue.origin === 'string' ? 'input.too_short' : 'input.too_small', values: { minimum: Number(issue.minimum) } };
  }
  if (issue.code === 'too_big')
    return { code: issue.origin === 'string' ? 'input.too_long' : 'input.too_big', values: { maximum: Number(issue.maximum) } };
  if (issue.code === 'invalid_format' && issue.format === 'email') return { code: 'input.email', values: {} };
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return { code: issue.params['code'], values: {} };
  return { code: 'input.invalid', values: {} };
}
