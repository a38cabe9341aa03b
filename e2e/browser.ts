import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import packaged from '@sparticuz/chromium';
import { expect } from 'vitest';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's browser where there is one, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const system = installed.find((path) => existsSync(path));
  return await chromium.launch({
    executablePath: system ?? (await unpacked()),
    // Not the arguments that come with the packaged one: they put everything into one process and switch off what protects pages.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
    headless: true,
  });
}

/** It unpacks itself into the temporary folder, readable only for whoever was first: each user of the machine gets their own. */
async function unpacked(): Promise<string> {
  const before = process.env['TMPDIR'];
  const own = join(tmpdir(), `tend-browser-${userInfo().uid}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  process.env['TMPDIR'] = own;
  try {
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Cookies of somebody who signed in before: `await context.storageState()`. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What must never happen while somebody uses Tend: errors, refused content, requests to other hosts. */
  readonly complaints: string[];
};

export async function visit(
  browser: Browser,
  url: string,
  options: { width?: number; dark?: boolean; language?: string; signedIn?: SignedIn | undefined; withWorker?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    locale: options.language ?? 'en',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: options.width ?? 1280, height: (options.width ?? 1280) < 500 ? 740 : 860 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    // It loads everything that may be needed later: only where that is what is tried.
    serviceWorkers: options.withWorker === true ? 'allow' : 'block',
    ...(options.signedIn ? { storageState: options.signedIn } : {}),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  watchRequests(page);
  const host = new URL(url).host;
  page.on('console', (message) => {
    // The browser reports every refused request; a wrong password is one that a test may make on purpose.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const target = new URL(request.url());
    if (/^https?:$/.test(target.protocol) && target.host !== host) complaints.push(`asked another host: ${request.url()}`);
  });
  return { context, page, complaints };
}

const underWay = new WeakMap<Page, Set<unknown>>();

// The stream of what happens never ends, so a page that has all it asked for is not one without requests.
function watchRequests(page: Page): void {
  const requests = new Set<unknown>();
  underWay.set(page, requests);
  page.on('request', (request) => void (request.url().endsWith('/api/live') || requests.add(request)));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Until the page has had all that it asked for, for half a second. */
export async function untilSettled(page: Page): Promise<void> {
  let quietSince = Date.now();
  await expect
    .poll(
      () => {
        if ((underWay.get(page)?.size ?? 0) > 0) quietSince = Date.now();
        return Date.now() - quietSince;
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBeGreaterThan(500);
}

/** WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // What React Aria says aloud names an element that may be gone by then; whoever listens has heard it.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
}

/** No page scrolls sideways, at any width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
