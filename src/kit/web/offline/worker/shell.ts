import { fromNetworkOr } from './network.ts';
import { scope } from './scope.ts';

/** The files of one build: those that every page needs, and those that only some readers do (letters, languages), kept when they were met. */
export type Build = { readonly version: string; readonly shell: readonly string[]; readonly others: readonly string[] };

const SHELL = 'tend-shell:';
const MET = 'tend-met';
const patience = 4000;
/** Its name carries the checksum of what is in it, so it never changes. */
const isNamedByContent = (path: string) => path.startsWith('/assets/');

/**
 * Keeps the pages themselves. What is newest comes from the network, so that a new release is there at the next load; without an answer a page starts from the
 * build that was kept last, which is whole.
 */
export function keepShell(build: Build): void {
  const own = SHELL + build.version;
  scope.addEventListener('install', (event) => event.waitUntil(install(own, build).then(() => scope.skipWaiting())));
  scope.addEventListener('activate', (event) => event.waitUntil(tidy(own, build.others).then(() => scope.clients.claim())));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return;
    if (request.mode === 'navigate') {
      if (isPage(pathname)) event.respondWith(fromNetworkOr(fetch(request), () => inShell(own, '/index.html'), patience));
    } else if (isNamedByContent(pathname)) {
      event.respondWith(firstKept(own, request));
      event.waitUntil(keepMet(besides(pathname, build.others), build).catch(() => undefined));
    } else if (build.shell.includes(pathname)) {
      event.respondWith(fromNetworkOr(fetch(request), () => inShell(own, pathname), patience));
    }
  });
}

/** Keeps files that a page met before the worker was there. */
export async function keepMet(addresses: readonly string[], build: Build): Promise<void> {
  const met = await caches.open(MET);
  const wanted = new Set(addresses.flatMap((one) => (build.others.includes(one) ? [one, ...besides(one, build.others)] : [])));
  for (const path of wanted) if (!(await met.match(path))) await met.add(path);
}

/** Who reads a language reads it on every page: what some pages say comes with what most say, so that no page is without words when the connection goes. */
function besides(path: string, others: readonly string[]): readonly string[] {
  const [language] = /^\/assets\/messages-[a-z]{2}(?:-[A-Z][a-z]{3}(?=-))?-/.exec(path) ?? [];
  return language === undefined ? [] : others.filter((one) => one !== path && one.startsWith(language));
}

/** Of a new build only what is new is loaded. It counts when all of it is there, together with what follows on files that were met. */
async function install(own: string, { shell: files, others }: Build): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== own);
  const earlier = await Promise.all(names.map((name) => caches.open(name)));
  const shell = await caches.open(own);
  const missing: string[] = [];
  for (const file of files) {
    const [known] = isNamedByContent(file) ? (await Promise.all(earlier.map((one) => one.match(file)))).filter((one) => one) : [];
    if (known) await shell.put(file, known);
    else missing.push(file);
  }
  await shell.addAll(missing.map((file) => new Request(file, { cache: isNamedByContent(file) ? 'default' : 'reload' })));
  const met = await caches.open(MET);
  const known = new Set((await met.keys()).map(({ url }) => stemOf(new URL(url).pathname)));
  for (const file of others) if (known.has(stemOf(file)) && !(await met.match(file))) await met.add(file);
}

/** What stays of a file's name when its content changes. */
function stemOf(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

/** What belongs to no build any more goes. */
async function tidy(own: string, others: readonly string[]): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(SHELL) && name !== own) await caches.delete(name);
  const met = await caches.open(MET);
  for (const kept of await met.keys()) if (!others.includes(new URL(kept.url).pathname)) await met.delete(kept);
}

async function firstKept(own: string, request: Request): Promise<Response> {
  const kept = (await inShell(own, request)) ?? (await (await caches.open(MET)).match(request));
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(MET)).put(request, fresh.clone());
  return fresh;
}

async function inShell(own: string, request: Request | string): Promise<Response | undefined> {
  return await (await caches.open(own)).match(request, { ignoreVary: true });
}

/** What is neither the interface nor a file stands in the one page that there is. */
function isPage(path: string): boolean {
  return !/^\/(?:api|calendar)\/|\.\w+$|^\/healthz$/.test(path);
}
