import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z, type ZodType } from 'zod';
import type { Rights, Route } from '#kit/contract/route.ts';
import { preferredLanguage, type Language } from '#kit/domain/languages.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { Services } from '../services.ts';
import type { Identify, Identity, Who } from '../identity.ts';
import type { Handler } from './handle.ts';
import { answerOnce } from './idempotency.ts';
import type { Limits } from './limits.ts';
import { problemOf, problemOfInput, type Problem } from './problem.ts';

export type RouterOptions = {
  readonly handlers: readonly Handler[];
  readonly services: Services;
  readonly identify: Identify;
  /** Whether a colleague has a right, by the table of the feature that knows the roles. */
  readonly may: (who: Who, right: keyof Rights) => boolean;
  readonly limits: Limits;
  /** Addresses from which browsers may change things; the request's own host always may. */
  readonly publicUrl?: string | undefined;
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
export function makeRouter(options: RouterOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, context) => answerError(error, context, 'en', options));
  app.use('/api/*', bodyLimitUnlessUpload(options.handlers));
  for (const handler of options.handlers) {
    app.openAPIRegistry.registerPath(describe(handler.route));
    app.on(handler.route.method.toUpperCase(), handler.route.path.replace(/\{(\w+)\}/g, ':$1'), (context) =>
      answer(handler, context, options),
    );
  }
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Tend', version: '1' } });
  app.all('/api/*', (context) => answerError(fail('route.not_found'), context, languageOf(undefined, context), options));
  return app;
}

async function answer(handler: Handler, context: Context, options: RouterOptions): Promise<Response> {
  const { route } = handler;
  let language = languageOf(undefined, context);
  try {
    const identity = await options.identify(context.req.raw.headers);
    language = languageOf(identity, context);
    const changes = route.method !== 'get';
    const address = addressOf(context, options.services.config.proxies);
    await options.limits.check(address, changes && !identity ? 'signed-out change' : 'any');
    if (changes) refuseCrossSite(context, options.publicUrl);
    refuseStranger(route, identity, options.may);
    refuseAnothersEntry(identity, context);
    const input = await parse(route, context);
    if ('problem' in input) return reply(input.problem(language), new Headers());
    const headers = new Headers();
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
    const body = await run(handler, call, context.req.header('idempotency-key') ?? null);
    if (body instanceof Response) return withHeaders(body, headers);
    if (body === undefined) return new Response(null, { status: 204, headers });
    headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(body), { headers });
  } catch (error) {
    return answerError(error, context, language, options);
  }
}

async function run({ route, run: perform }: Handler, call: AnyCall, key: string | null): Promise<unknown> {
  const act = perform as (call: unknown) => Promise<unknown>;
  const who = call.identity?.who;
  if (route.caller === 'anyone' || route.caller === 'account' || !who) return await act(call);
  if (route.raw) return await act({ ...call, who });
  const scope = { workspace: who.workspace, account: call.identity?.account.id ?? '' };
  const { database } = call.services;
  if (route.method === 'get') return await database.read(scope, (tx) => act({ ...call, who, tx }));
  return await database.transaction(scope, (tx) =>
    answerOnce(tx, key, who.colleague, [route.method, route.path, call.params, call.query, call.body], () => act({ ...call, who, tx })),
  );
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
  const parts: [string, ZodType | undefined, unknown][] = [
    ['params', route.params, context.req.param()],
    ['query', route.query, context.req.query()],
    ['body', route.body, body],
  ];
  const parsed: Record<string, unknown> = {};
  for (const [name, schema, value] of parts) {
    if (!schema) continue;
    const result = z.safeParse(schema, value, { reportInput: true });
    if (!result.success) return { problem: (language) => problemOfInput(result.error.issues, language) };
    parsed[name] = result.data;
  }
  return { params: parsed['params'], query: parsed['query'], body: parsed['body'] };
}

/** The one place where a route is refused to whoever has no right to it. */
function refuseStranger({ caller }: Route, identity: Identity | undefined, may: RouterOptions['may']): void {
  if (caller === 'anyone') return;
  if (!identity) throw fail('session.required');
  if (caller === 'account') return;
  if (!identity.who) throw fail('session.required');
  if (!may(identity.who, caller)) throw fail('access.forbidden');
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
  const origin = context.req.header('origin');
  const own = [context.req.header('host'), publicUrl ? new URL(publicUrl).host : undefined];
  if (origin !== undefined && !own.includes(URL.parse(origin)?.host)) throw fail('request.cross_site');
  if (context.req.header('x-tend') === undefined) throw fail('request.cross_site');
}

function languageOf(identity: Identity | undefined, context: Context): Language {
  return identity?.who?.language ?? preferredLanguage(context.req.header('accept-language'));
}

// Behind proxies of one's own, each of them has added whom it heard it from; what stands before was written by whoever asked, who may write anything.
function addressOf(context: Context, proxies: number): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  const told = proxies === 0 ? undefined : forwarded.at(-proxies)?.trim();
  if (told !== undefined && told !== '') return told;
  const connection = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  return connection?.remoteAddress ?? 'unknown';
}

function answerError(error: unknown, context: Context, language: Language, options: RouterOptions): Response {
  if (error instanceof FailureError) return reply(problemOf(error.failure, language), new Headers());
  // Where it happened goes to the log; people get a sentence, never a stack trace.
  options.services.log.error(
    { err: error, method: context.req.method, route: context.req.path.replace(/[0-9a-f-]{36}/g, '{id}') },
    'request failed',
  );
  return reply(problemOf({ code: 'server.failed', values: {} }, language), new Headers());
}

function reply(problem: Problem, headers: Headers): Response {
  headers.set('content-type', 'application/problem+json');
  // Browsers keep a 410 for ever unless they are told not to; what is gone today may be brought back.
  headers.set('cache-control', 'no-store');
  if (problem.status === 429) headers.set('retry-after', '60');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

function bodyLimitUnlessUpload(handlers: readonly Handler[]): ReturnType<typeof bodyLimit> {
  const uploads = handlers
    .filter(({ route }) => route.raw === 'upload')
    .map(({ route }) => ({ method: route.method.toUpperCase(), path: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  const isUpload = (method: string, address: string) => uploads.some((one) => one.method === method && one.path.test(address));
  const limit = bodyLimit({
    maxSize: 1024 * 1024,
    onError: (context) =>
      reply(problemOf({ code: 'request.too_large', values: {} }, preferredLanguage(context.req.header('accept-language'))), new Headers()),
  });
  return (context, next) =>
    context.req.method === 'GET' || isUpload(context.req.method, context.req.path) ? next() : limit(context, next);
}

function describe(route: Route): Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0] {
  const problem = {
    description: 'What went wrong, as RFC 9457 problem details',
    content: { 'application/problem+json': { schema: z.object({ code: z.string(), detail: z.string() }) } },
  };
  return createRoute({
    method: route.method,
    path: route.path,
    summary: route.summary,
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(route.body ? { body: { content: { 'application/json': { schema: route.body } } } } : {}),
    },
    responses: {
      ...(route.answer
        ? { 200: { description: 'Done', content: { 'application/json': { schema: route.answer } } } }
        : route.raw === 'download'
          ? { 200: { description: 'The file' } }
          : { 204: { description: 'Done' } }),
      default: problem,
    },
  });
}
