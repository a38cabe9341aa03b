import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
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
    const asked = { method: methodOf(context), route: routeOf(context), status: context.res.status };
    services.metrics.noteRequest({ ...asked, seconds });
    services.log.info({ ...asked, ms: Math.round(seconds * 1000) }, 'request');
  });
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    const readiness = await readReadiness(services.database, ownState());
    return context.json(readiness, readiness.isReady ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (context) => {
    if (!mayRead(context, services)) return context.text('not for you', 403);
    const { body, type } = await services.metrics.text();
    return context.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' });
  });
}

/**
 * With a token, whoever brings it. Without one, programs of the same machine; behind a reverse proxy everybody comes from the same machine, so there nobody does.
 */
function mayRead(context: Context, { config: { metricsToken: token, publicUrl, proxies } }: Services): boolean {
  if (token !== undefined) return isSame(context.req.header('authorization') ?? '', `Bearer ${token}`);
  const connection = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const isHere = /^(?:127\.|::1$|::ffff:127\.)/.test(connection?.remoteAddress ?? '');
  const isPassedOn = publicUrl !== undefined || proxies > 0 || context.req.header('x-forwarded-for') !== undefined;
  return isHere && !isPassedOn;
}

// Of the same length whatever was brought, so that the time it takes tells nothing.
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

// A method is a word that somebody may make up.
function methodOf(context: Context): string {
  return methods.has(context.req.method) ? context.req.method : 'other';
}
