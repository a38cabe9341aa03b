import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, visit, untilSettled, type SignedIn, type Visit } from './browser.ts';
import { bootProduct, type Product } from './product.ts';
import { owner, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn | undefined;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [product, browser] = await Promise.all([bootProduct(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function visitSignedIn(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  return await visit(browser, product.url, { ...options, signedIn });
}

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The circle of a choice is drawn; what people press is its words. */
async function choose(page: Page, words: string): Promise<void> {
  await page.locator('label').filter({ hasText: words }).click();
}

test('on the first visit the business and its owner are made, and what was refused keeps everything typed', async () => {
  const { page, context, complaints } = await visit(browser, product.url);
  await opened(page, '/');
  await expectAccessible(page);
  await page.getByLabel('Name of the business').fill('Elia & Sons');
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByText('That is too short.').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('button', { name: owner.name }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('who was signed out signs in where they wanted to go, and a wrong password keeps the address', async () => {
  const { page, context, complaints } = await visit(browser, product.url);
  await opened(page, '/settings/workspace');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill('not the notebook');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(owner.email);
  await expectAccessible(page);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Workspace' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings/workspace');
  signedIn = await context.storageState();
  expect(complaints).toEqual([]);
  await context.close();
});

test('settings of the workspace are saved and there again', async () => {
  const { page, context } = await visitSignedIn();
  await opened(page, '/settings/workspace');
  const margin = page.getByLabel('Gross margin');
  await margin.fill('35%');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  await margin.waitFor();
  expect(await margin.inputValue()).toBe('35%');
  await context.close();
});

test('the theme somebody chose is there before the first paint', async () => {
  const { page, context } = await visitSignedIn();
  await opened(page, '/settings/preferences');
  await choose(page, 'Dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForSelector('body', { state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await choose(page, 'Same as the device');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  await context.close();
});

test('in Persian everything is mirrored, with its calendar and digits, and English comes back', async () => {
  const { page, context, complaints } = await visitSignedIn();
  await opened(page, '/settings/preferences');
  await choose(page, 'فارسی');
  await page.getByRole('heading', { level: 1, name: 'تنظیمات من' }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'fa']);
  expect(await page.getByRole('radio', { name: 'هجری خورشیدی' }).isChecked()).toBe(true);
  const nav = await page.getByRole('navigation').first().boundingBox();
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(nav && heading && nav.x > heading.x).toBe(true);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'settings-fa.png') });
  await choose(page, 'English');
  await page.getByRole('heading', { level: 1, name: 'My preferences' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('everything can be reached by keyboard', async () => {
  const { page, context } = await visitSignedIn();
  await opened(page, '/settings/preferences');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
  await page.keyboard.press('Control+k');
  // At once: what is typed before the menu is there must not be lost, nor act as keys (g, then s).
  await page.keyboard.type('works');
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.getByRole('menuitem', { name: 'Workspace' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Workspace' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await context.close();
});

test('an address that is nobody’s says so and leads back', async () => {
  const { page, context } = await visitSignedIn();
  await page.goto('/nothing/here');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).not.toBe('/nothing/here');
  await context.close();
});

for (const [name, options] of [
  ['wide', { width: 1280 }],
  ['wide and dark', { width: 1280, dark: true }],
  ['narrow', { width: 360 }],
  ['narrow and dark', { width: 360, dark: true }],
] as const) {
  test(`pages are accessible and fit, ${name}`, async () => {
    const { page, context, complaints } = await visitSignedIn(options);
    for (const path of ['/settings', '/settings/preferences', '/settings/workspace']) {
      await opened(page, path);
      await page
        .getByRole('radio')
        .or(page.getByRole('link', { name: 'Custom fields' }))
        .or(page.getByRole('button', { name: 'Save' }))
        .first()
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.screenshot({
        path: join(shots, `${path.slice(1).replaceAll('/', '-')}-${name.replaceAll(' ', '-')}.png`),
        fullPage: true,
      });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test('the first download stays under 200 kB on every page, also in the language with the longest words', async () => {
  const { context: reader } = await visitSignedIn();
  const read = (language: string) => reader.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language } });
  await read('el');
  for (const path of ['/sign-in', '/today', '/customers', '/promises', '/import', '/settings', '/settings/preferences']) {
    const options = { language: 'el' };
    const { page, context } = path === '/sign-in' ? await visit(browser, product.url, options) : await visitSignedIn(options);
    const watched = await context.newCDPSession(page);
    await watched.send('Network.enable');
    const kinds = new Map<string, string>();
    let bytes = 0;
    watched.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    watched.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (['Script', 'Stylesheet', 'Document'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength;
    });
    await opened(page, path);
    await untilSettled(page);
    expect(bytes, path).toBeGreaterThan(50_000);
    expect(bytes, path).toBeLessThan(200_000);
    await context.close();
  }
  await read('en');
  await reader.close();
});

test('signing out leaves nothing behind', async () => {
  const { page, context } = await visitSignedIn();
  await opened(page, '/settings/preferences');
  await page.getByRole('button', { name: owner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
  await page.goto('/settings');
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
  expect(await page.getByText(owner.name).count()).toBe(0);
  await context.close();
});
