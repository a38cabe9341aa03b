import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let customer = '';

beforeAll(async () => {
  const told = { kind: 'person', given: 'Μαρία', family: 'Γεωργίου', phone: '210 123 4567', country: 'GR', language: 'el' };
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    await post(page, '/api/sample');
    ({ id: customer } = await post(page, '/api/customers', told));
    for (const [index, pulse] of [4, 5, 4, 4, 3, 2].entries()) {
      const at = new Date(Date.now() - (200 - index * 30) * 86_400_000).toISOString();
      await post(page, `/api/customers/${customer}/touchpoints`, { kind: 'call', at, pulse, summary: 'about the order' });
    }
  }));
}, 180_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function open(path: string, title: string, options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  await opened.page.goto(path);
  await opened.page.getByRole('heading', { level: 1, name: title }).waitFor();
  return opened;
}

const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

test('a customer gets a routine of their own, asks for quiet, and may be called again', async () => {
  const { page, context, complaints } = await open(`/customers/${customer}`, 'Μαρία Γεωργίου');
  const touch = section(page, 'Staying in touch');
  await page.getByRole('img', { name: /^6 readings/ }).waitFor();
  await touch.getByRole('button', { name: 'A routine of their own' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ideally every').fill('14');
  await dialog.getByLabel('Ideally every').press('Tab');
  await dialog.getByLabel('What for').fill('ask how the grinder runs');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await touch.getByText('Every 14 days, 18 days at the latest').waitFor();
  await touch.getByText('ask how the grinder runs').waitFor();

  await touch.getByRole('button', { name: 'Not to be called' }).click();
  await dialog.getByLabel('Until').getByRole('spinbutton').first().click();
  const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const kept = await page.request.post(`/api/customers/${customer}/quiet-periods`, {
    headers: { 'x-tend': '1' },
    data: { untilOn: until, note: 'exams' },
  });
  expect(kept.status()).toBe(200);
  await page.reload();
  await touch.getByText('They asked not to be called now.').waitFor();
  await touch.getByRole('button', { name: /^Take back/ }).click();
  await page.getByText('They may be called again').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the page shows who comes next, the days before and after, the routines and the floor', async () => {
  const { page, context, complaints } = await open('/cadence', 'Staying in touch');
  await page
    .getByRole('img', { name: /The fullest day would have/ })
    .first()
    .waitFor();
  await section(page, 'Routines').getByText('Returning customers').waitFor();
  await section(page, 'Routines').getByRole('button', { name: 'New routine' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('For whom').selectOption({ label: 'Lapsed customers' });
  await dialog.getByLabel('Ideally every').fill('170');
  await dialog.getByLabel('At the latest after').fill('200');
  await dialog.getByLabel('What for').fill('ask what we could do better');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Every customer hears from us within 180 days. Choose no more than that.').waitFor();
  await dialog.getByLabel('At the latest after').fill('180');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await section(page, 'Routines').getByText('ask what we could do better').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody who is away is written down, and public holidays are kept', async () => {
  const { page, context, complaints } = await open('/settings/hours', 'Working days and absences');
  await section(page, 'Public holidays')
    .getByText('Χριστούγεννα')
    .or(section(page, 'Public holidays').getByText('Christmas'))
    .first()
    .waitFor();
  await section(page, 'Absences').getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: 'Change the week of Everybody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Saturday').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await section(page, 'Working week')
    .getByText(/Friday,? and Saturday/)
    .waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a day off only what was promised is planned; whoever works all the same plans it with one press', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { colleagues } = (await (await page.request.get('/api/colleagues')).json()) as { colleagues: { id: string; name: string }[] };
  const anna = colleagues.find(({ name }) => name === 'Anna Georgiou');
  const plan = (minutes: number | null) => page.request.patch('/api/today/plan', { headers: { 'x-tend': '1' }, data: { minutes } });
  const absence = await post(page, '/api/absences', { colleagueId: anna?.id, fromOn: day(-1), untilOn: day(1) });
  await plan(null);
  await page.goto('/today');
  await page.getByText(/^Away until .* Only what was promised is planned\.$/).waitFor();
  await page.getByRole('button', { name: 'Plan 2 h anyway' }).click();
  await page.getByRole('button', { name: '2 h today' }).waitFor();
  await expectAccessible(page);
  await page.request.delete(`/api/absences/${absence.id}`, { headers: { 'x-tend': '1' } });
  await plan(120);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ['wide', { width: 1280 }],
  ['phone', { width: 360 }],
  ['dark', { width: 1280, dark: true }],
])('everything fits: %s', async (name, options) => {
  for (const [path, title] of [
    ['/cadence', 'Staying in touch'],
    ['/settings/hours', 'Working days and absences'],
  ] as const) {
    const { page, context } = await open(path, title, options);
    await untilSettled(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, `cadence${path.replaceAll('/', '-')}-${name}.png`), fullPage: true });
    await context.close();
  }
});

test('it reads from the right in Persian', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  const speak = (told: object) => page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: told });
  await speak({ language: 'fa', calendar: 'persian', digits: 'persian' });
  for (const path of ['/cadence', '/settings/hours', `/customers/${customer}`]) {
    await page.goto(path);
    await untilSettled(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, `cadence${path.replace(customer, 'one').replaceAll('/', '-')}-fa.png`), fullPage: true });
  }
  await speak({ language: 'en', calendar: 'gregorian', digits: 'latin' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('the terminal says the same', async () => {
  const plan = await product.tend(['cadence', 'plan', '--weeks', '2', '--json']);
  expect(plan.code, plan.errors).toBe(0);
  const { colleagues } = JSON.parse(plan.out) as { colleagues: { days: unknown[] }[] };
  expect(colleagues[0]?.days).toHaveLength(14);
  expect((await product.tend(['cadence', 'routines'])).out).toContain('Key customers');
  expect((await product.tend(['cadence'])).code).toBe(0);
});
