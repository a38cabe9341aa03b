export type FieldProblem = { readonly field: string; readonly code: string; readonly detail: string };

/** An answer of the server that says no (RFC 9457), or no answer at all. `message` is in the reader's language when the server gave it. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(given: { status: number; code: string; detail: string; fields?: readonly FieldProblem[] }) {
    super(given.detail);
    this.name = 'Problem';
    this.status = given.status;
    this.code = given.code;
    this.fields = given.fields ?? [];
  }
}

/** Nobody answered: the connection or the server is down. */
export function offline(): Problem {
  return new Problem({ status: 0, code: 'kit.offline', detail: '' });
}

/** Reads a problem document; anything else that is not a success becomes a problem without words of its own. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return problemFrom(response.status, body);
}

export function problemFrom(status: number, body: unknown): Problem {
  const document = isRecord(body) ? body : {};
  const code = text(document['code']) || 'kit.unexpected';
  const detail = text(document['detail']);
  const listed = Array.isArray(document['errors']) ? document['errors'].filter(isRecord) : [];
  const fields = listed.map((one) => ({ field: text(one['field']), code: text(one['code']), detail: text(one['detail']) }));
  const field = text(document['field']);
  if (field !== '' && fields.length === 0) fields.push({ field, code, detail });
  return new Problem({ status, code, detail, fields });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
