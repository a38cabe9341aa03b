import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, visit, type SignedIn, type Visit } from './browser.ts';
import { bootProduct, type Product } from './product.ts';
import { shots } from './workspace.ts';

const owner = { name: 'Maria Ioannou', email: 'maria@example.com', password: 'a well kept notebook' };

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

async function openToday(options: Parameters<typeof visit>[2] = {}, query = ''): Promise<Visit> {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  await opened.page.goto(`/today${query}`);
  await entries(opened.page).first().waitFor();
  return opened;
}

const entries = (page: Page) => page.getByRole('article');

// What a call does not settle: a promise is still to be kept, and a review still to be held.
const outlastsACall = /Keep a promise|looked at again|in their life changed/;

/** The first entry that a call settles, and that can be answered with a no. */
async function openedEntry(page: Page): Promise<{ entry: Locator; name: string }> {
  const name =
    (await entries(page).filter({ hasNotText: outlastsACall }).first().getByRole('heading').getByRole('link').textContent()) ?? '';
  const entry = entries(page).filter({ hasText: name });
  if ((await entry.getByRole('button', { name: 'Log it' }).count()) === 0)
    await entry.getByRole('button', { name: `Open ${name}` }).click();
  await entry.getByRole('button', { name: 'Log it' }).waitFor();
  return { entry, name };
}

/** Leaves the page alone until the server has the answer: the list shows it at once. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const reply = page.waitForResponse((response) => response.url().endsWith('/reason-answers'));
  await act();
  expect((await reply).status()).toBe(200);
}

test('from nothing to the first list in one visit: a workspace, the sample business, whom to talk to', { timeout: 240_000 }, async () => {
  const { page, context, complaints } = await visit(browser, product.url);
  await page.goto('/');
  await page.getByLabel('Name of the business').fill('Meltemi Coffee & Tea');
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('button', { name: /sample/i }).click();
  await entries(page).first().waitFor({ timeout: 180_000 });
  expect(await entries(page).count()).toBeGreaterThan(3);
  signedIn = await context.storageState();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a call is logged from the list in one line, and the list goes on to the next customer', async () => {
  const { page, context, complaints } = await openToday();
  const { entry, name } = await openedEntry(page);
  await entry.getByRole('button', { name: 'Log it' }).click();
  await entry.getByLabel('What happened?').fill('called 12 min, prefers mornings :4');
  await page.keyboard.press('Enter');
  await entries(page).filter({ hasText: name }).waitFor({ state: 'detached' });
  await page.reload();
  await entries(page).first().waitFor();
  expect(await entries(page).filter({ hasText: name }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is put off or declined leaves the list, and a declined reason is not there tomorrow either', async () => {
  const { page, context } = await openToday();
  const later = await openedEntry(page);
  await later.entry.getByRole('button', { name: 'Later' }).click();
  await answered(page, () => page.getByRole('button', { name: /^Tomorrow/ }).click());
  await entries(page).filter({ hasText: later.name }).waitFor({ state: 'detached' });

  const no = await openedEntry(page);
  await no.entry.getByRole('button', { name: 'No, because…' }).click();
  await page.getByRole('button', { name: 'Already taken care of' }).click();
  await answered(page, () => page.getByRole('button', { name: 'Decline', exact: true }).click());
  await entries(page).filter({ hasText: no.name }).waitFor({ state: 'detached' });
  await page.reload();
  await entries(page).first().waitFor();
  expect(await entries(page).filter({ hasText: no.name }).count()).toBe(0);

  const inTerminal = JSON.parse((await product.tend(['today', '--json'])).out) as { entries: { customer: { name: string } }[] };
  const names = inTerminal.entries.map((one) => one.customer.name);
  expect(names).not.toContain(later.name);
  expect(names).not.toContain(no.name);
  await context.close();
});

test('the list is walked and worked by keyboard alone', async () => {
  const { page, context } = await openToday();
  const first = await page.locator('[data-open] h2').textContent();
  await page.keyboard.press('j');
  await expect.poll(async () => await page.locator('[data-open] h2').textContent()).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(async () => await page.locator('[data-open] h2').textContent()).toBe(first);
  await page.keyboard.press('l');
  await page.getByLabel('What happened?').waitFor();
  await context.close();
});

test('a past day is looked at and not worked on', async () => {
  const day = Temporal.Now.plainDateISO().subtract({ months: 6 }).toString();
  const { page, context, complaints } = await openToday({}, `?asOf=${day}`);
  await page.getByText('Nothing that came later is shown.').waitFor();
  expect(await page.getByRole('button', { name: 'Log it' }).count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('asOf')).toBe(day);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ['desktop, light', {}],
  ['desktop, dark', { dark: true }],
  ['phone, light', { width: 360 }],
  ['phone, dark', { width: 360, dark: true }],
] as const)('the list is accessible and fits: %s', async (name, options) => {
  const { page, context } = await openToday(options);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, `today ${name}.png`) });
  await context.close();
});
