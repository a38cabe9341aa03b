import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useNavigate,
  type AnyRoute,
} from '@tanstack/react-router';
import { createElement } from 'react';
import { lackingPage, sessionQuery, signedIn, type Session } from '#features/access/web/index.ts';
import { Broken, Refused } from '#kit/web/error-boundary.tsx';
import { featurePage, type FeaturePage } from '#kit/web/feature-page.ts';
import { useRight } from '#kit/web/right.ts';
import { Problem } from '#kit/web/problem.ts';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { Frame } from './frame.tsx';
import { loadMessagesOf } from './languages.ts';
import { pages } from './pages.ts';
import { searchOf, textOf } from '#kit/web/search.ts';

type Context = { readonly client: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet });

/** Pages that stand alone. Whoever is signed in, or is here first, belongs elsewhere. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: Outlet,
  beforeLoad: async ({ context, location }) => {
    const session = await sessionIn(context.client);
    if (session.firstVisit && location.pathname !== '/welcome') redirect({ to: '/welcome', throw: true });
    if (!session.firstVisit && location.pathname === '/welcome') redirect({ to: '/sign-in', throw: true });
    const isForSignedIn = pages.some((page) => page.path === location.pathname && page.isForSignedIn);
    if (session.lacksFactor && !isForSignedIn) redirect({ to: lackingPage.path, throw: true });
    const isElsewhere = location.pathname === lackingPage.path ? !session.lacksFactor : signedIn(session) && !isForSignedIn;
    if (isElsewhere) redirect({ to: '/', throw: true });
  },
});

/** Pages inside the frame, for colleagues. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await sessionIn(context.client);
    if (session.firstVisit) redirect({ to: '/welcome', throw: true });
    const door = session.lacksFactor ? lackingPage.path : '/sign-in';
    if (!signedIn(session)) redirect({ to: door, search: { back: location.href }, throw: true });
  },
});

const first = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: () => {
    const [start] = pages.filter((page) => page.nav?.place === 'main').toSorted(byOrder);
    redirect({ to: start?.path ?? '/settings', search: true, throw: true });
  },
});

/** All settings, as a list. */
const settingsPage = featurePage({
  path: '/settings',
  audience: 'colleague',
  says: ['settings'],
  load: async () => (await import('./settings-page.tsx')).SettingsPage,
});

/** Any address that is nobody's. */
const missing = createRoute({ getParentRoute: () => framed, path: '$', component: Missing });

export function makeRouter(client: QueryClient) {
  const inFrame = [...pages, settingsPage].filter((page) => page.audience !== 'anyone').map((page) => routeOf(page, framed));
  const alone = pages.filter((page) => page.audience === 'anyone').map((page) => routeOf(page, open));
  return createRouter({
    routeTree: root.addChildren([open.addChildren(alone), framed.addChildren([first, ...inFrame, missing])]),
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

function sessionIn(client: QueryClient): Promise<Session> {
  return client.query({ ...sessionQuery(), staleTime: 'static' });
}

/** A feature's page as a route: its state from the address, its code when it is needed. */
function routeOf(page: FeaturePage, parent: typeof open | typeof framed): AnyRoute {
  const Body = lazyRouteComponent(async () => {
    const [Page] = await Promise.all([page.load(), ...(page.says ?? []).map(loadMessagesOf)]);
    return { default: Page };
  });
  function Shown() {
    const search: unknown = route.useSearch();
    const params: unknown = route.useParams();
    const navigate = useNavigate();
    const { may, reason } = useRight(page.audience === 'anyone' || page.audience === 'colleague' ? undefined : page.audience);
    if (!may) return <Refused reason={reason} />;
    return createElement(Body, {
      params: params as never,
      search: search as never,
      setSearch: (change: object, how?: { replace?: boolean }) =>
        void navigate({
          to: '.',
          search: { ...(search as object), ...change },
          replace: how?.replace ?? false,
          resetScroll: false,
        }),
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
  return <Broken error={new Problem({ status: 404, code: 'kit.missing', detail: '' })} />;
}

function byOrder(one: FeaturePage, other: FeaturePage): number {
  return (one.nav?.order ?? 0) - (other.nav?.order ?? 0);
}
