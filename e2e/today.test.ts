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

/** However busy the machine is. */
const patient = { timeout: 20_000 };

// What a call does not settle: a promise is still to be kept, and a review still to be held.
const outlastsACall = /Keep a promise|due for review since|in their life changed/;

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
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('button', { name: /sample/i }).click();
  await entries(page).first().waitFor({ timeout: 180_000 });
  // On a day off only what was promised is planned; whoever has time says so.
  await page.getByRole('button', { name: 'Time for today' }).click();
  await page.getByRole('menuitemradio', { name: '2 h', exact: true }).click();
  await entries(page).nth(3).waitFor({ timeout: 60_000 });
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

test('the list is walked and worked by keyboard alone, and the focus is never lost', async () => {
  const { page, context, complaints } = await openToday();
  const open = async () => (await page.locator('[data-open] h2').textContent()) ?? '';
  const focused = () => page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h2')?.textContent ?? '');
  const first = await open();
  await page.keyboard.press('j');
  await expect.poll(open, patient).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(open, patient).toBe(first);
  await expect.poll(focused, patient).toBe(first);
  await page.keyboard.press('w');
  await page.getByText('which sets the order of the list').waitFor();
  await page.keyboard.press('w');

  // The plan is worked from top to bottom: put off, declined, or logged, whichever the customer allows.
  for (const press of ['s', 'd', 'l']) {
    while ((await page.locator('[data-open]').getByText(outlastsACall).count()) > 0) {
      const before = await open();
      await page.keyboard.press('j');
      await expect.poll(open, patient).not.toBe(before);
    }
    const name = await open();
    await page.keyboard.press(press);
    if (press === 's') {
      await page
        .getByRole('button', { name: /^Tomorrow/ })
        .and(page.locator(':focus'))
        .waitFor();
      await answered(page, () => page.keyboard.press('Enter'));
    }
    if (press === 'd') {
      await page.getByLabel('Why not?').fill('they wrote to us yesterday');
      await answered(page, () => page.keyboard.press('Enter'));
    }
    if (press === 'l') {
      await page.getByLabel('What happened?').fill('called, all is well :5');
      await page.keyboard.press('Enter');
    }
    await entries(page).filter({ hasText: name }).waitFor({ state: 'detached' });
    await expect.poll(open, patient).not.toBe(name);
    await expect.poll(focused, patient).toBe(await open());
  }

  // A promise is given from the list, and kept: first what can be kept has the focus, then the list goes on.
  const promised = await open();
  await page.keyboard.press('p');
  await page.getByLabel('What do we promise?').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Send the new list');
  await page.getByRole('button', { name: /^In a week/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('What do we promise?').press('Enter');
  await page.getByLabel('What do we promise?').waitFor({ state: 'detached' });
  await expect.poll(focused, patient).toBe(promised);

  const mustKeep = entries(page).filter({ hasText: 'Keep a promise' });
  const owed = (await mustKeep.first().getByRole('heading').textContent()) ?? '';
  while ((await open()) !== owed) {
    const before = await open();
    const places = await entries(page).getByRole('heading', { level: 2 }).allTextContents();
    await page.keyboard.press(places.indexOf(owed) > places.indexOf(before) ? 'j' : 'k');
    await expect.poll(open, patient).not.toBe(before);
  }
  await page.keyboard.press('y');
  await page.getByRole('button', { name: 'Kept', exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Kept(?: in time|, though late)$/)
    .first()
    .waitFor();
  await expect.poll(focused, patient).toBe(await open());

  // Whoever is moved or left for another day takes the focus along, or gives it to the next.
  await page.keyboard.press('j');
  const moved = await open();
  await page.keyboard.press('f');
  await expect.poll(async () => await entries(page).first().getByRole('heading').textContent(), patient).toBe(moved);
  await expect.poll(focused, patient).toBe(moved);
  while ((await page.locator('[data-open]').getByText('Keep a promise').count()) > 0) {
    const before = await open();
    await page.keyboard.press('j');
    await expect.poll(open, patient).not.toBe(before);
  }
  const left = await open();
  await page.keyboard.press('n');
  await entries(page).filter({ hasText: left }).waitFor({ state: 'detached' });
  await expect.poll(focused, patient).toBe(await open());
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Why here?').waitFor();
  await page.keyboard.press('Escape');
  const last = await open();
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: last.replace('key customer', '').trim() }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('the day is begun, looked back at in the evening, and whoever was not reached is carried over', async () => {
  const { page, context, complaints } = await openToday();
  await page.getByRole('button', { name: 'Start the day' }).click();
  await page.getByText(/^Started at/).waitFor();
  await page.getByRole('link', { name: 'Evening review' }).click();
  await page.getByRole('heading', { level: 1, name: 'What did we keep today?' }).waitFor();
  await page.getByRole('button', { name: 'Move all to the next workday' }).click();
  await page
    .getByText(/customers? comes? first on/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'review.png'), fullPage: true });
  const inTerminal = JSON.parse((await product.tend(['today', 'review', '--json'])).out) as { sums: { talks: number } };
  expect(inTerminal.sums.talks).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the owner sees how the load lies, opens the names, and gives a customer to somebody with room', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn, width: 360 });
  await page.goto('/today/team');
  await page.getByRole('heading', { level: 1, name: 'The team' }).waitFor();
  await page.getByRole('button', { name: 'Show who' }).first().click();
  const give = page.getByRole('button', { name: /^Give to…: / }).first();
  await give.click();
  const given = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.getByRole('menuitem').first().click();
  expect((await given).status()).toBe(200);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'team phone.png'), fullPage: true });
  expect(complaints).toEqual([]);
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
