import type { z } from 'zod';
import type { Method, Route } from '#kit/contract/route.ts';
import { noteAnswer, noteSilence } from './offline/connection.ts';
import type { About } from './offline/entries.ts';
import { isUnanswered } from './offline/outcome.ts';
import { isLineLong, keepEntry } from './offline/waiting.ts';
import { preferences } from './prefs.ts';
import { offline, Problem, problemOf } from './problem.ts';
import { shownWorkspace } from './workspace.ts';

/**
 * The typed client of a contract, without its schemas:
 *
 *     import type { promisesApi } from '../api.ts';
 *     const api = apiOf<typeof promisesApi>();
 *     useQuery(api.query('get', '/api/promises', { query: { state: 'open' } }));
 *     await api.call('post', '/api/promises', { body });
 *
 * What the server refuses is thrown as a `Problem`.
 */
export function apiOf<Api extends Routes>() {
  type At<M extends Method, P extends string> = RouteAt<Api, `${M} ${P}`>;
  type PathOf<M extends Method> = PathAt<Api, M>;

  function call<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...[input]: Arguments<InputOf<At<M, P>> & Pick<Sent, 'version'>>
  ): Promise<AnswerOf<At<M, P>>> {
    return send(method, path, input ?? {}) as Promise<AnswerOf<At<M, P>>>;
  }

  function query<M extends Method, P extends PathOf<M>>(method: M, path: P, ...[input]: Arguments<InputOf<At<M, P>>>) {
    return {
      queryKey: [path, input ?? {}] as const,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        send(method, path, { ...(input as Sent | undefined), signal }) as Promise<AnswerOf<At<M, P>>>,
    };
  }

  /**
   * A change that needs no answer to go on: where nobody answers it stays on this device and is sent later, once and in its order, and the answer is `waiting`.
   * It must mean the same whenever it arrives.
   */
  function entry<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    input: InputOf<At<M, P>>,
    about: About,
  ): Promise<AnswerOf<At<M, P>> | 'waiting'> {
    return sendOrKeep(method, path, input as Sent, about) as Promise<AnswerOf<At<M, P>> | 'waiting'>;
  }

  /** The address of a route, for a download link or an upload. */
  function address<M extends Method, P extends PathOf<M>>(
    _method: M,
    path: P,
    ...[input]: Arguments<Omit<InputOf<At<M, P>>, 'body'>>
  ): string {
    return addressOf(path, input ?? {});
  }

  return { call, query, entry, address };
}

/** The version of what was last read at an address, to change it by. */
export function versionAt(address: string): string | undefined {
  return versions.get(address);
}
const versions = new Map<string, string>();

type Sent = {
  params?: object;
  query?: object;
  body?: unknown;
  signal?: AbortSignal;
  /** Under which the server does it once, where it may be sent again. */
  key?: string;
  /** That of the record as it was read: where somebody has changed it since, the server refuses. */
  version?: string | undefined;
};

async function send(method: Method, path: string, input: Sent): Promise<unknown> {
  const address = addressOf(path, input);
  const raw = input.body instanceof Blob;
  const text = raw || input.body === undefined ? undefined : JSON.stringify(input.body);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': preferences().language,
    'x-tend': '1',
  };
  const workspace = shownWorkspace();
  if (workspace !== undefined && !path.startsWith('/api/session')) headers['x-tend-workspace'] = workspace;
  if (text !== undefined) headers['content-type'] = 'application/json';
  if (input.version !== undefined) headers['if-match'] = input.version;
  const request: RequestInit = { method: method.toUpperCase(), headers, credentials: 'same-origin' };
  if (input.body instanceof Blob) request.body = input.body;
  else if (text !== undefined) request.body = text;
  if (input.signal !== undefined) request.signal = input.signal;
  // A change that was made goes through even when the page is left right after (browsers allow 64 KiB for that).
  if (method !== 'get' && (text ?? '').length < 16_000 && !raw) request.keepalive = true;

  const go = () => fetch(address, request);
  const sent = input.key === undefined ? withKey(method, `${method} ${address} ${text ?? ''}`, headers, go) : under(input.key, headers, go);
  const response = await sent.catch((reason: unknown) => {
    if (input.signal?.aborted === true && !isTimeout(reason)) throw reason;
    noteSilence();
    throw offline();
  });
  noteAnswer(path, response);
  if (!response.ok) throw await problemOf(response);
  const version = response.headers.get('etag');
  if (version !== null) versions.set(address, version);
  return response.status === 204 ? undefined : response.json();
}

/** How long an entry waits for its answer before it waits on this device instead. */
const patience = 15_000;

async function sendOrKeep(method: Method, path: string, input: Sent, about: About): Promise<unknown> {
  const key = crypto.randomUUID();
  const kept = () => keepEntry({ key, method: method.toUpperCase(), address: addressOf(path, input), body: input.body, about });
  if (isLineLong() && (await kept())) return 'waiting';
  try {
    return await send(method, path, { ...input, key, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    // Perhaps only the answer was lost: under the same key it is not done twice.
    if (error instanceof Problem && isUnanswered(error.status) && (await kept())) return 'waiting';
    throw error;
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** Keys of changes whose answer never arrived. */
const unanswered = new Map<string, string>();

/**
 * A change carries a key, so that the server does it once. When the answer is lost and the same change is sent again, it
 * goes with the same key.
 */
async function withKey(method: Method, request: string, headers: Record<string, string>, go: () => Promise<Response>) {
  if (method === 'get') return go();
  const key = unanswered.get(request) ?? crypto.randomUUID();
  unanswered.set(request, key);
  const response = await under(key, headers, go);
  unanswered.delete(request);
  return response;
}

function under(key: string, headers: Record<string, string>, go: () => Promise<Response>): Promise<Response> {
  headers['idempotency-key'] = key;
  return go();
}

/** Fills `{id}` parts and adds the query; lists are written with commas, what is undefined is left out. */
export function addressOf(path: string, input: Pick<Sent, 'params' | 'query'>): string {
  const params: Readonly<Record<string, unknown>> = { ...input.params };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

type Routes = Readonly<Record<string, Route>>;

/** The routes of a contract by method and path: one is looked up, where a union of all would be gone through at every call. */
type ByAddress<Api extends Routes> = { readonly [Name in keyof Api as `${Api[Name]['method']} ${Api[Name]['path']}`]: Api[Name] };
type RouteAt<Api extends Routes, Address extends string> = Address extends keyof ByAddress<Api> ? ByAddress<Api>[Address] : never;
type PathAt<Api extends Routes, M extends Method> = keyof ByAddress<Api> extends infer Address
  ? Address extends `${M} ${infer P}`
    ? P
    : never
  : never;

/** What a schema takes. Where it coerces (query strings), its input is unknown, and what it makes of it is the better type. */
type Given<S> = Told<z.input<S>, z.output<S>>;
type Told<In, Out> = In extends readonly unknown[]
  ? In
  : In extends object
    ? { [Key in keyof In]: unknown extends In[Key] ? (Key extends keyof Out ? Out[Key] : never) : In[Key] }
    : In;

type Part<Name extends string, S> =
  Record<never, never> extends Given<S> ? { readonly [Key in Name]?: Given<S> } : { readonly [Key in Name]: Given<S> };

type InputOf<R> = (R extends { params: infer S } ? Part<'params', S> : unknown) &
  (R extends { query: infer S } ? Part<'query', S> : unknown) &
  (R extends { raw: 'upload' } ? { readonly body: Blob } : R extends { body: infer S } ? Part<'body', S> : unknown);

type Arguments<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input];

type AnswerOf<R> = R extends { answer: infer S } ? z.output<S> : undefined;
