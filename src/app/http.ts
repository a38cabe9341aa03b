import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { Hono } from 'hono';
import { may } from '#features/access/domain/index.ts';
import { identify } from '#features/access/server/index.ts';
import { makeLimits, makeRouter, type Limits, type RouterOptions } from '#kit/server/http/index.ts';
import type { Services } from '#kit/server/services.ts';
import { features } from './features.ts';
import { addMcp } from './mcp.ts';
import { addWatching, type OwnState } from './watching.ts';

export const webFolder = join(import.meta.dirname, '../../dist/web');

/** Everything that answers HTTP: the interface, and the web app with its headers. */
export function makeHttp(services: Services, options: { limits?: Limits; ownState?: () => OwnState } = {}): Hono {
  const app = new Hono();
  // What the interface answers is never a page of ours, files that somebody brought least of all.
  app.use('/api/*', async (context, next) => {
    await next();
    context.res.headers.set('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox");
    // What it answers is somebody's data: no cache on the way keeps it, and no browser shows it to who comes next.
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: services.config.publicUrl?.startsWith('https:') === true && 'max-age=31536000; includeSubDomains',
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  addWatching(app, services, options.ownState ?? (() => ({ isWorking: true, isStopping: false })));
  app.use(compress());
  const api = makeApi(services, options.limits ?? makeLimits({ signedOutChanges: 20, any: services.config.requestsPerMinute }));
  app.route('/', api);
  addMcp(app, services, api);
  addWeb(app);
  return app;
}

export function makeApi(services: Services, limits: Limits, inspect?: RouterOptions['inspect']): Hono {
  return makeRouter({
    handlers: features.flatMap((feature) => feature.handlers ?? []),
    services,
    identify: (headers, address) => identify(services, headers, address),
    may,
    limits,
    publicUrl: services.config.publicUrl,
    inspect,
  });
}

// Files with a hash in their name never change; the page itself is asked for again each time.
function addWeb(app: Hono): void {
  if (!existsSync(webFolder)) return;
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  // What says which files there are is looked at anew each time, so that a new release is there at the next load.
  app.get('/service-worker.js', async (context, next) => {
    await next();
    context.res.headers.set('cache-control', 'no-cache');
  });
  app.use('*', serveStatic({ root: webFolder, rewriteRequestPath: (path) => path, precompressed: true }));
  // A file of an earlier build is gone, not a page: whoever asks for it has to start anew.
  app.get('/assets/*', (context) => context.notFound());
  app.get('*', serveStatic({ root: webFolder, path: 'index.html' }));
}
