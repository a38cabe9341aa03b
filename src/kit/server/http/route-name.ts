type Asked = { readonly req: { readonly raw: Request; readonly path: string } };

const routes = new WeakMap<Request, string>();

/** Remembers by which route a request is answered. */
export function nameRoute({ req }: Asked, path: string): void {
  routes.set(req.raw, path);
}

/** The template of the route that a request came in by, since addresses hold ids and what somebody typed; one word for all pages, and for what is no route. */
export function routeOf({ req }: Asked): string {
  const known = routes.get(req.raw);
  if (known !== undefined) return known;
  if (/^\/(?:healthz|readyz|metrics|mcp)$/.test(req.path)) return req.path;
  if (req.path.startsWith('/api/')) return '/api/*';
  return req.path.startsWith('/assets/') ? '/assets/*' : 'page';
}
