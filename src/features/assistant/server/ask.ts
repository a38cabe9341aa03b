import type { z } from 'zod';
import type { Route } from '#kit/contract/route.ts';
import { fail } from '#kit/domain/result.ts';

type InputOf<R> = (R extends { params: infer S extends z.ZodType } ? { readonly params: z.input<S> } : unknown) &
  (R extends { query: infer S extends z.ZodType } ? { readonly query?: Partial<z.input<S>> } : unknown) &
  (R extends { body: infer S extends z.ZodType } ? { readonly body: z.input<S> } : unknown);

type AnswerOf<R> = R extends { answer: infer S extends z.ZodType } ? z.output<S> : undefined;

/** Asks the interface as any client does: by its contract, with the key of whoever works with the assistant. Throws `Refused`. */
export type Ask = <const R extends Route>(route: R, input: InputOf<R>, how?: { readonly once?: string }) => Promise<AnswerOf<R>>;

/** Answers a request of the interface, in this process. */
export type Interface = (request: Request) => Promise<Response>;

/** What the interface refused: its status, its code, and its words. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** `headers` go along with every request: the key, and what says where it comes from. */
export function makeAsk(answer: Interface, headers: Headers): Ask {
  return async (route, input, { once } = {}) => {
    const given = input as { params?: object; query?: object; body?: unknown };
    const sent = new Headers(headers);
    if (once !== undefined) sent.set('idempotency-key', once);
    const body = given.body === undefined ? undefined : JSON.stringify(given.body);
    if (body !== undefined) sent.set('content-type', 'application/json');
    const method = route.method.toUpperCase();
    const response = await answer(new Request(addressOf(route, given), { method, headers: sent, ...(body === undefined ? {} : { body }) }));
    if (!response.ok) throw await refusedBy(response);
    return (response.status === 204 ? undefined : await response.json()) as never;
  };
}

function addressOf({ path }: Route, { params = {}, query = {} }: { params?: object; query?: object }): string {
  const known = new Map<string, unknown>(Object.entries(params));
  const address = new URL(
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(known.get(name)))),
    'http://tend.internal',
  );
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) address.searchParams.append(name, String(value));
  return address.href;
}

async function refusedBy(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  const { message } = fail(problem.code ?? 'server.failed');
  return new Refused(response.status, message, problem.detail ?? message);
}
