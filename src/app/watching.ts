import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { routeOf } from '#kit/server/http/index.ts';
import { readReadiness } from '#kit/server/readiness.ts';
import type { Services } from '#kit/server/services.ts';

/** What only the process knows of itself. */
export type OwnState = { readonly isWorking: boolean; readonly isStopping: boolean };

/** For whoever watches the server: whether it lives, whether it can be given requests, and its figures; and a line in the log for each request, with nothing of who asked or for what. */
export function addWatching(app: Hono, services: Services, ownState: () => OwnState): void {
  app.use('*', async (context, next) => {
    const began = performance.now();
    await next();
    const seconds = (performance.now() - began) / 1000;
    const asked = { method: methodOf(context.req.method), route: routeOf(context), status: context.res.status };
    services.metrics.noteRequest({ ...asked, seconds });
    services.log.info({ ...asked, ms: Math.round(seconds * 1000) }, 'request');
  });
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    const readiness = await readReadiness(services.database, ownState());
    return context.json(readiness, readiness.isReady ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (context) => {
    const connection = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
    const authorization = context.req.header('authorization') ?? '';
    const isPassedOn = context.req.header('x-forwarded-for') !== undefined;
    if (!mayRead({ authorization, isPassedOn, address: connection?.remoteAddress ?? '' }, services))
      return context.text('not for you', 403);
    const { body, type } = await services.metrics.text();
    return context.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' });
  });
}

/**
 * With a token, whoever brings it. Without one, programs of the same machine; behind a reverse proxy everybody comes from the same machine, so there nobody does.
 */
function mayRead(
  asked: { readonly authorization: string; readonly isPassedOn: boolean; readonly address: string },
  { config: { metricsToken: token, publicUrl, proxies } }: Services,
): boolean {
  if (token !== undefined) return isSame(asked.authorization, `Bearer ${token}`);
  const isHere = /^(?:127\.|::1$|::ffff:127\.)/.test(asked.address);
  return isHere && !asked.isPassedOn && publicUrl === undefined && proxies === 0;
}

// Of the same length whatever was brought, so that the time it takes tells nothing.
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

// A method is a word that somebody may make up.
function methodOf(method: string): string {
  return methods.has(method) ? method : 'other';
}
