import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { createElement } from 'react';
import { sessionQuery, signedIn } from '#features/access/web/index.ts';
import { Broken } from '#kit/web/error-boundary.tsx';
import type { FeaturePage } from '#kit/web/feature-page.ts';
import { Problem } from '#kit/web/problem.ts';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { Frame } from './frame.tsx';
import { pages } from './pages.ts';
import { searchOf, textOf } from './search.ts';

type Context = { readonly client: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Missing });

/** Pages that stand alone. Whoever is signed in, or is here first, belongs elsewhere. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: Outlet,
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery());
    if (session.firstVisit && location.pathname !== '/welcome') throw redirect({ to: '/welcome' });
    if (!session.firstVisit && location.pathname === '/welcome') throw redirect({ to: '/sign-in' });
    if (signedIn(session)) throw redirect({ to: '/' });
  },
});

/** Pages inside the frame, for colleagues. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery());
    if (session.firstVisit) throw redirect({ to: '/welcome' });
    if (!signedIn(session)) throw redirect({ to: '/sign-in', search: { back: location.href } });
  },
});

const first = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: () => {
    const [start] = pages.filter((page) => page.nav?.place === 'main').toSorted(byOrder);
    throw redirect({ to: start?.path ?? '/settings' });
  },
});

export function makeRouter(client: QueryClient) {
  const inFrame = pages.filter((page) => page.audience !== 'anyone').map((page) => routeOf(page, framed));
  const alone = pages.filter((page) => page.audience === 'anyone').map((page) => routeOf(page, open));
  return createRouter({
    routeTree: root.addChildren([open.addChildren(alone), framed.addChildren([first, ...inFrame])]),
    context: { client },
    parseSearch: searchOf,
    stringifySearch: textOf,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ({ error }) => <Broken error={error} onRetry={() => location.reload()} />,
  });
}

/** A feature's page as a route: its state from the address, its code when it is needed. */
function routeOf(page: FeaturePage, parent: typeof open | typeof framed): AnyRoute {
  const Body = lazyRouteComponent(async () => ({ default: await page.load() }));
  function Shown() {
    const search = route.useSearch();
    const params = route.useParams();
    const navigate = route.useNavigate();
    return createElement(Body, {
      params: params as never,
      search: search as never,
      setSearch: (change: object, how?: { replace?: boolean }) =>
        void navigate({ to: '.', search: { ...search, ...change } as never, replace: how?.replace ?? false, resetScroll: false }),
    });
  }
  const component = Body.preload === undefined ? Shown : Object.assign(Shown, { preload: Body.preload });
  const route: AnyRoute = createRoute({
    getParentRoute: () => parent as AnyRoute,
    path: page.path,
    component,
    validateSearch: (raw: Record<string, unknown>) => {
      const texts = searchOf(textOf(raw));
      return page.parseSearch === undefined ? texts : page.parseSearch(texts);
    },
  });
  return route;
}

function Missing() {
  return (
    <main className="p-6">
      <Broken error={new Problem({ status: 404, code: 'kit.missing', detail: '' })} />
    </main>
  );
}

function byOrder(one: FeaturePage, other: FeaturePage): number {
  return (one.nav?.order ?? 0) - (other.nav?.order ?? 0);
}
