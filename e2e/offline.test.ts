import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn, type Visit } from './browser.ts';
import { standInFront } from './front.ts';
import type { Product } from './product.ts';
import { openWorkspace, owner, post, shots, whereItIsTen } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let maria = '';
let nikos = '';
let gasket = '';

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace(fill, {}, whereItIsTen()));
});

async function fill(page: Page): Promise<void> {
  ({ id: maria } = await post(page, '/api/customers', { kind: 'person', given: 'Maria', family: 'Nikolaou', country: 'GR' }));
  ({ id: nikos } = await post(page, '/api/customers', { kind: 'person', given: 'Nikos', family: 'Rigas', country: 'GR' }));
  // What changed in their life is a reason to talk, which can be put off and declined.
  for (const given of ['Dora', 'Petros']) {
    const { id } = await post(page, '/api/customers', { kind: 'person', given, country: 'GR' });
    await post(page, `/api/customers/${id}/goals`, { wish: 'open a second café' });
    await post(page, `/api/customers/${id}/facts`, { kind: 'circumstance', text: 'moved to Patras' });
  }
  const dueAt = Temporal.Now.instant().add({ hours: 1 }).toString();
  await post(page, `/api/customers/${nikos}/promises`, { what: 'Call about the grinder', dueAt });
  ({ id: gasket } = await post(page, `/api/customers/${maria}/promises`, { what: 'Find a gasket for the old moka', dueAt }));
}

afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Today on a phone, with everything kept that will be needed without a connection. */
async function openToday(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const opened = await visit(browser, product.url, { width: 360, signedIn, withWorker: true, ...options });
  await opened.page.goto('/today');
  await listed(opened.page).waitFor();
  await untilKept(opened.page);
  return opened;
}

/** Whoever stands on the list from the first journey to the last. */
const listed = (page: Page) => page.getByRole('article').filter({ hasText: 'Nikos' });

/** What is asked for ahead of time is there to the last. */
async function untilKept(page: Page): Promise<void> {
  const onTheList = await page.getByRole('article').count();
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('tend-answers:'));
      const all = (await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()))).flat();
      return all.filter(({ url }) => url.endsWith('/participants')).length;
    });
  await expect.poll(kept).toBe(onTheList);
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Offline' });

async function touchpointsOf(page: Page): Promise<{ summary: string; at: string }[]> {
  const answer = await page.request.get(`/api/customers/${maria}/touchpoints?limit=20`);
  return ((await answer.json()) as { touchpoints: { summary: string; at: string }[] }).touchpoints;
}

test('without a connection Today is read, a customer opened and a call logged; back again it is on the server, once', async () => {
  const { page, context, complaints } = await openToday();
  await context.setOffline(true);
  await page.reload();
  const entry = page.getByRole('article').filter({ hasText: 'Maria' });
  await entry.waitFor();
  await notice(page)
    .getByText(/as of \d\d:\d\d/)
    .waitFor();
  await page.screenshot({ path: join(shots, 'offline today.png') });

  await entry.getByRole('link', { name: 'Maria Nikolaou' }).click();
  await page.getByRole('heading', { level: 1, name: 'Maria Nikolaou' }).waitFor();
  await untilSettled(page);
  expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  await page.getByLabel('What happened?').fill('called 6 min, the gasket fits :5');
  const calledAt = Date.now();
  await page.keyboard.press('Enter');
  await page.getByText('Waiting to be sent: We called. the gasket fits').waitFor();
  await notice(page).getByText('1 entry waits').waitFor();
  await page.getByRole('button', { name: 'Kept', exact: true }).click();
  await page.getByText('Waiting to be sent: Promise kept.').waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.reload();
  await notice(page).getByText('2 entries wait').waitFor();
  expect(await touchpointsOf(page)).toEqual([]);

  const backAt = Date.now();
  await context.setOffline(false);
  await expect.poll(async () => (await touchpointsOf(page)).map(({ summary }) => summary)).toEqual(['the gasket fits']);
  await notice(page).waitFor({ state: 'detached' });
  await page.getByText('the gasket fits').waitFor();
  await expect.poll(() => page.getByText('Waiting to be sent').count()).toBe(0);
  await page.reload();
  await untilSettled(page);
  const [logged, ...more] = await touchpointsOf(page);
  expect(more).toEqual([]);
  // When it was said, not when it was sent.
  const saidAt = Date.parse(logged?.at ?? '');
  expect(saidAt).toBeGreaterThan(calledAt - 1000);
  expect(saidAt).toBeLessThan(backAt);
  const kept = (await (await page.request.get(`/api/promises/${gasket}`)).json()) as { state: string };
  expect(kept.state).toBe('kept');
  expect(complaints.filter((one) => !one.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await context.close();
});

test('promised, put off and declined without a connection; what the server refuses stays with everything typed, is corrected and sent', async () => {
  const { page, context } = await openToday();
  const dueAt = Temporal.Now.instant().add({ hours: 2 }).toString();
  const { id } = await post(page, `/api/customers/${maria}/promises`, { what: 'Look for the receipt', dueAt });
  await page.goto(`/customers/${maria}`);
  const row = page.getByRole('listitem').filter({ hasText: 'Look for the receipt' });
  await row.getByRole('button', { name: 'Kept', exact: true }).waitFor();
  await untilSettled(page);
  await context.setOffline(true);
  await row.getByRole('button', { name: 'Kept', exact: true }).click();
  await row.getByText('Waiting to be sent: Promise kept.').waitFor();
  await page.getByRole('button', { name: 'Give a promise' }).click();
  await page.getByLabel('What do we promise?').fill('Send the invoice');
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  // A year too early.
  await page.getByRole('spinbutton', { name: /^year/ }).press('ArrowDown');
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  await page.getByText('Waiting to be sent: A promise. Send the invoice').waitFor();

  await page.goto('/today');
  const open = async (name: string) => {
    const entry = page.getByRole('article').filter({ hasText: name });
    await entry.getByRole('button', { name: `Open ${name}` }).click();
    return entry;
  };
  await (await open('Dora')).getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await (await open('Petros')).getByRole('button', { name: 'No, because…' }).click();
  await page.getByRole('button', { name: 'Already taken care of' }).click();
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await notice(page).getByText('4 entries wait').waitFor();

  // Meanwhile somebody else was quicker.
  await post(page, `/api/promises/${id}/released`, {});
  await context.setOffline(false);
  await page.getByText('2 entries were not accepted').first().waitFor();
  await page.getByText('The 2 waiting entries were sent.').waitFor();
  expect(await page.getByRole('alertdialog').filter({ hasText: 'Kept on this device' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'On this device' });
  const entry = (text: string) => dialog.getByRole('listitem').filter({ hasText: text });
  await entry(`${owner.name} noted on`).getByRole('button', { name: 'Discard' }).click();
  await entry('That moment has passed').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'offline refused.png') });
  await dialog.getByLabel('What you wrote').fill('Send the corrected invoice');
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await dialog.getByText('Nothing is waiting.').waitFor();
  const answer = await page.request.get(`/api/customers/${maria}/promises`);
  const { promises } = (await answer.json()) as { promises: { what: string; state: string }[] };
  expect(promises.filter(({ what }) => what === 'Send the corrected invoice').map(({ state }) => state)).toEqual(['open']);
  const { entries } = JSON.parse((await product.tend(['today', '--json'])).out) as { entries: { customer: { name: string } }[] };
  expect(entries.filter(({ customer }) => /Dora|Petros/.test(customer.name))).toEqual([]);
  await context.close();
});

test('signing out leaves nothing of it on the device', async () => {
  const { page, context } = await openToday({ width: 1280 });
  await page.getByRole('button', { name: owner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
  const left = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !/^tend-(?:shell:|met$)/.test(name));
    const paths = (await Promise.all((await caches.keys()).map(async (name) => await (await caches.open(name)).keys()))).flat();
    return [...names, ...paths.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api/'))];
  });
  expect(left).toEqual([]);
  await context.setOffline(true);
  await page.goto('/today');
  await untilSettled(page);
  expect(await page.getByText('Nikos').count()).toBe(0);
  await context.close();
});

test('a new release is there at the next load, and without a connection from then on', async () => {
  const front = await standInFront(product.url);
  const { page, context } = await visit(browser, front.url, { withWorker: true });
  await post(page, '/api/session', { email: owner.email, password: owner.password });
  await page.goto('/today');
  await listed(page).waitFor();
  await untilKept(page);
  front.release((path, text) =>
    path === '/service-worker.js'
      ? text.replace(/"version":"\w+"|version:`\w+`|version:"\w+"/, '"version":"next"')
      : text.replace('name="color-scheme"', 'data-release="next" name="color-scheme"'),
  );
  const isNext = () => page.locator('meta[data-release="next"]').count();
  expect(await isNext()).toBe(0);
  await page.reload();
  expect(await isNext()).toBe(1);
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('tend-shell:'))))
    .toEqual(['tend-shell:next']);
  await context.setOffline(true);
  await page.reload();
  await listed(page).waitFor();
  expect(await isNext()).toBe(1);
  await context.close();
  await front.stop();
});
