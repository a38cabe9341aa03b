import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Rights, Route } from '#kit/contract/route.ts';
import { preferredLanguage, type Language } from '#kit/domain/languages.ts';
import { fail, FailureError, type Failure } from '#kit/domain/result.ts';
import type { Services } from '../services.ts';
import type { Identify, Identity, Who } from '../identity.ts';
import type { Handler } from './handle.ts';
import { answerOnce } from './idempotency.ts';
import type { Limits } from './limits.ts';
import { describeInterface } from './openapi.ts';
import { isOwnOrigin } from './origin.ts';
import { noticeUnknownProxies, receive } from './receive.ts';
import { problemOf, problemOfInput, type Problem } from './problem.ts';
import { holdRecord, names, versionOf } from './record-version.ts';
import { unwritableIn } from './unwritable.ts';
import { nameRoute, routeOf } from './route-name.ts';

export type RouterOptions = {
  readonly handlers: readonly Handler[];
  readonly services: Services;
  readonly identify: Identify;
  /** Whether a colleague has a right, and the key that acts for them was given it, by the table of the feature that knows the roles. */
  readonly may: (who: Who, right: keyof Rights) => boolean;
  readonly limits: Limits;
  /** Addresses from which browsers may change things; the request's own host always may. */
  readonly publicUrl?: string | undefined;
  /** For tests: sees what each route answers, before it is sent. */
  readonly inspect?: ((route: Route, body: unknown) => void) | undefined;
};

type AnyCall = {
  params: unknown;
  query: unknown;
  body: unknown;
  request: Request;
  services: Services;
  now: Temporal.Instant;
  doneAt: Temporal.Instant;
  language: Language;
  address: string;
  reply: Headers;
  identity: Identity | undefined;
};

/** The HTTP interface: every handler at its route, and the OpenAPI document made from the same values at `/api/openapi.json`. */
export function makeRouter(options: RouterOptions): Hono {
  const app = new Hono();
  const routes = options.handlers.map(({ route }) => route);
  let described: string | undefined;
  app.onError((error, context) => answerError(error, context, 'en', options));
  app.use('/api/*', noticeUnknownProxies(options.services), bodyLimitUnlessUpload(routes, options));
  for (const handler of options.handlers) {
    const path = handler.route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(handler.route.method.toUpperCase(), path, (context) => {
      nameRoute(context, handler.route.path);
      return answer(handler, context, options);
    });
  }
  app.get('/api/openapi.json', async (context) => {
    described ??= JSON.stringify(describeInterface(routes));
    const { headers, refusal } = await receive(context, options);
    if (refusal) return answerError(refusal, context, languageOf(undefined, context), options, headers);
    headers.set('content-type', 'application/json');
    return new Response(described, { headers });
  });
  app.all('/api/*', async (context) => await refuseUnread(context, fail('route.not_found'), options));
  return app;
}

/** What is refused before anybody looks at what is asked is counted as everything is. */
async function refuseUnread(context: Context, refused: FailureError, options: RouterOptions): Promise<Response> {
  const { headers, identity, refusal } = await receive(context, options);
  return answerError(refusal ?? refused, context, languageOf(identity, context), options, headers);
}

async function answer(handler: Handler, context: Context, options: RouterOptions): Promise<Response> {
  const { route } = handler;
  let headers = new Headers();
  let language = languageOf(undefined, context);
  try {
    const received = await receive(context, options);
    const { identity, address } = received;
    ({ headers } = received);
    language = languageOf(identity, context);
    if (received.refusal !== undefined) throw received.refusal;
    if (route.method !== 'get' && !identity?.key) refuseCrossSite(context, options.publicUrl);
    refuseHalfProven(route, identity);
    refuseStranger(route, identity, options.may);
    refuseAnothersEntry(identity, context);
    const input = await parse(route, context);
    if ('problem' in input) return reply(input.problem(language), headers);
    const now = options.services.clock();
    const call: AnyCall = {
      ...input,
      request: context.req.raw,
      services: options.services,
      now,
      doneAt: now.subtract({ milliseconds: waited(context) }),
      language,
      address,
      reply: headers,
      identity,
    };
    const body = await run(handler, call, options.handlers);
    if (body instanceof Response) return withHeaders(body, headers);
    options.inspect?.(route, body);
    // What a workspace knows stays in no cache on the way, and in none of a browser that several people use.
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (body === undefined) return new Response(null, { status: 204, headers });
    if (route.versionWithout) {
      const version = versionOf(route, body);
      headers.set('etag', version);
      if (names(context.req.header('if-none-match') ?? '', version)) return new Response(null, { status: 304, headers });
    }
    headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(body), { headers });
  } catch (error) {
    return answerError(error, context, language, options, headers);
  }
}

async function run({ route, run: perform }: Handler, call: AnyCall, handlers: readonly Handler[]): Promise<unknown> {
  const act = perform as (call: unknown) => Promise<unknown>;
  const who = call.identity?.who;
  const { headers } = call.request;
  const expected = headers.get('if-match');
  if (expected !== null && route.method !== 'get' && !route.changes) throw fail('record.no_version');
  if (route.caller === 'anyone' || route.caller === 'account' || !who) return await act(call);
  if (route.raw) return await act({ ...call, who });
  const scope = { workspace: who.workspace, account: call.identity?.account.id ?? '', via: who.via };
  const { database } = call.services;
  if (route.method === 'get') return await database.read(scope, (tx) => act({ ...call, who, tx }));
  const asked = {
    key: headers.get('idempotency-key'),
    caller: call.identity?.key?.id ?? who.colleague,
    request: [call.params, call.query, call.body],
  };
  return await database.transaction(scope, (tx) =>
    answerOnce(tx, route, asked, async () => {
      if (route.changes) {
        const { changes } = route;
        const reading = handlers.find((one) => one.route === changes)?.run as typeof act | undefined;
        const read = async () => versionOf(changes, await reading?.({ ...call, query: {}, body: undefined, who, tx }));
        await holdRecord(tx, filled(changes.path, call.params), expected, read);
      }
      return await act({ ...call, who, tx });
    }),
  );
}

function filled(path: string, params: unknown): string {
  const known = new Map(Object.entries(params ?? {}));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => String(known.get(name)));
}

async function parse(
  route: Route,
  context: Context,
): Promise<{ params: unknown; query: unknown; body: unknown } | { problem: (language: Language) => Problem }> {
  let body: unknown;
  if (route.body) {
    try {
      body = await context.req.json();
    } catch {
      throw fail('input.not_json');
    }
  }
  const parts: [string, z.core.$ZodType | undefined, unknown][] = [
    ['params', route.params, context.req.param()],
    ['query', route.query, context.req.query()],
    ['body', route.body, body],
  ];
  const unwritable = unwritableIn({ ...context.req.param(), ...context.req.query(), ...(body === undefined ? {} : { body }) });
  if (unwritable !== undefined) throw fail('input.unwritable', {}, unwritable.replace(/^body\.?/, ''));
  const parsed: Record<string, unknown> = {};
  for (const [name, schema, value] of parts) {
    if (!schema) continue;
    const result = z.safeParse(schema, value, { reportInput: true });
    if (!result.success) return { problem: (language) => problemOfInput(result.error.issues, language) };
    parsed[name] = result.data;
  }
  return { params: parsed['params'], query: parsed['query'], body: parsed['body'] };
}

/** The one place where a route is refused to whoever has no right to it. A key signs nobody in, and is nobody's account. */
function refuseStranger({ caller, method }: Route, identity: Identity | undefined, may: RouterOptions['may']): void {
  const changes = method !== 'get';
  if (identity?.key && (caller === 'account' || (caller === 'anyone' && changes))) throw fail('api_key.not_allowed');
  if (identity?.key?.isReadOnly && changes) throw fail('api_key.read_only');
  if (caller === 'anyone') return;
  if (!identity) throw fail('session.required');
  if (caller === 'account') return;
  if (!identity.who) throw fail('session.required');
  if (!may(identity.who, caller)) throw fail('access.forbidden');
}

/** The one place where whoever has not shown a second factor is let in no further than to set one up, where it is required. */
function refuseHalfProven({ caller, withoutSecondFactor }: Route, identity: Identity | undefined): void {
  if (!identity?.lacks || caller === 'anyone' || withoutSecondFactor === 'always') return;
  const { factor, askedBy } = identity.lacks;
  if (factor === 'show') throw fail('second_factor.not_shown', { askedBy });
  if (withoutSecondFactor !== 'set_up') throw fail('second_factor.required', { askedBy });
}

// What waited on a device is sent as whoever did it, not as whoever signed in there afterwards.
function refuseAnothersEntry(identity: Identity | undefined, context: Context): void {
  const colleague = context.req.header('x-tend-colleague');
  if (colleague !== undefined && colleague !== identity?.who?.colleague) throw fail('session.another');
}

/** What a device kept longer than this without a connection counts from then on. */
const longestWait = 14 * 24 * 3_600_000;

/** For how long it waited on a device, in milliseconds: told as a span, so that clocks which differ do no harm. */
function waited(context: Context): number {
  const told = Number(context.req.header('x-tend-waited') ?? 0);
  return Number.isSafeInteger(told) && told > 0 ? Math.min(told, longestWait) : 0;
}

// A page of another site can make a browser send our cookie, but neither set a header of its own nor forge the Origin.
function refuseCrossSite(context: Context, publicUrl: string | undefined): void {
  if (!isOwnOrigin(context.req.raw.headers, publicUrl)) throw fail('request.cross_site');
  if (context.req.header('x-tend') === undefined) throw fail('request.cross_site');
}

function languageOf(identity: Identity | undefined, context: Context): Language {
  return identity?.who?.language ?? preferredLanguage(context.req.header('accept-language'));
}

function answerError(error: unknown, context: Context, language: Language, options: RouterOptions, headers = new Headers()): Response {
  if (error instanceof FailureError) return refuse(error.failure, language, headers);
  // Where it happened goes to the log; people get a sentence, never a stack trace.
  options.services.log.error({ err: error, route: routeOf(context) }, 'request failed');
  return reply(problemOf({ code: 'server.failed', values: {} }, language), headers);
}

function refuse(failure: Failure, language: Language, headers: Headers): Response {
  const problem = problemOf(failure, language);
  const { seconds } = failure.values;
  // Whoever waits for something else than their turn (a password, say) is told for how long, or waits a minute.
  if (problem.status === 429 && !headers.has('retry-after')) headers.set('retry-after', String(seconds ?? 60));
  return reply(problem, headers);
}

function reply(problem: Problem, headers: Headers): Response {
  headers.set('content-type', 'application/problem+json');
  // Browsers keep a 410 for ever unless they are told not to; what is gone today may be brought back.
  headers.set('cache-control', 'no-store');
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

function bodyLimitUnlessUpload(routes: readonly Route[], options: RouterOptions): ReturnType<typeof bodyLimit> {
  const uploads = routes
    .filter(({ raw }) => raw === 'upload')
    .map((route) => ({ method: route.method.toUpperCase(), path: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  const isUpload = (method: string, address: string) => uploads.some((one) => one.method === method && one.path.test(address));
  const limit = bodyLimit({
    maxSize: 1024 * 1024,
    onError: async (context) => await refuseUnread(context, fail('request.too_large'), options),
  });
  return (context, next) =>
    context.req.method === 'GET' || isUpload(context.req.method, context.req.path) ? next() : limit(context, next);
}
