import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, owner, post, shots } from './workspace.ts';

const milena = { name: 'Милена Стоянова', email: 'milena.stoyanova@example.com' };

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let customer = '';

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    await post(page, '/api/sample');
    ({ id: customer } = await post(page, '/api/customers', { kind: 'person', given: 'Μαρία', family: 'Γεωργίου', country: 'GR' }));
  }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const rowOf = (page: Page, what: string) => page.getByRole('listitem').filter({ hasText: what });
const what = 'Find a gasket for the old moka';

test('a word is given, held by a call without an answer, handed over, accepted and kept, and counts', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto(`/customers/${customer}`);
  await page.getByRole('heading', { level: 1, name: 'Μαρία Γεωργίου' }).waitFor();
  await page.getByRole('heading', { name: 'What we promised' }).waitFor();
  await page.keyboard.press('p');
  await page.getByLabel('What do we promise?').fill(what);
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  const row = rowOf(page, what);

  await row.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('menuitem', { name: 'Call anyway' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What did you tell them?').fill('The importer answers tomorrow');
  await dialog.getByRole('button', { name: /^In a week/ }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Log the call and the new moment' }).click();
  await row.getByText('The importer answers tomorrow').waitFor();
  await page.getByRole('article').filter({ hasText: 'We called' }).getByText('The importer answers tomorrow').waitFor();

  await row.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('menuitem', { name: 'Hand over' }).click();
  await dialog.getByLabel('Whom to ask').selectOption(milena.name);
  await dialog.getByRole('button', { name: 'Ask them' }).click();
  await row.getByText(`${milena.name} is asked to take it over`).waitFor();

  const listed = await product.tend(['promises', '--json']);
  const { promises } = JSON.parse(listed.out) as { promises: { id: string; what: string }[] };
  const id = promises.find((one) => one.what === what)?.id ?? '';
  expect((await product.tend(['promises', 'accept', id, '--by', milena.email])).code).toBe(0);
  await page.reload();
  await row.getByText(milena.name).waitFor();
  expect(await row.getByText('is asked').count()).toBe(0);

  await row.getByRole('link', { name: what }).click();
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
  await page.getByText(/took it over on/).waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'promise-life.png'), fullPage: true });
  await page.getByRole('button', { name: 'Kept' }).click();
  await page.getByText('Kept in time').first().waitFor();

  await page.goto('/promises/reliability');
  await page.getByRole('heading', { level: 1, name: 'How well we keep our word' }).waitFor();
  await page
    .getByRole('button', { name: /kept in time$/ })
    .first()
    .click();
  await rowOf(page, what).getByText('kept', { exact: true }).waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reliability.png'), fullPage: true });
  await page.getByRole('button', { name: `Show ${milena.name}` }).click();
  await page.getByText(/Everybody together/).waitFor();
  expect(new URL(page.url()).searchParams.get('of')).not.toBeNull();
  expect(complaints).toEqual([]);
  await context.close();
});

test('how well the word holds fits a phone, in the dark and in Persian', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360, dark: true, signedIn });
  await page.goto('/promises/reliability');
  await page.getByRole('heading', { level: 2, name: 'Colleagues' }).waitFor();
  await untilSettled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reliability-phone.png'), fullPage: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'چقدر خوش‌قولیم' }).waitFor();
  await untilSettled(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'reliability-persian.png'), fullPage: true });
  // The days of its month follow each other, from the first to the last.
  const days = await page
    .locator('table td')
    .evaluateAll((cells) =>
      cells.flatMap(
        (cell) => /[۰-۹]+/.exec(cell.lastElementChild?.querySelector('[aria-hidden]')?.textContent ?? cell.textContent)?.[0] ?? [],
      ),
    );
  expect(days).toEqual(
    Array.from({ length: days.length }, (_, day) => new Intl.NumberFormat('fa', { useGrouping: false }).format(day + 1)),
  );
  expect(days.length).toBeGreaterThanOrEqual(29);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: join(shots, 'reliability-persian-wide.png'), fullPage: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a colleague leaves in one step, and nothing is left without somebody', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360, signedIn });
  await page.goto('/settings/colleagues/leaving');
  const row = rowOf(page, milena.name);
  await row.getByText(/\d+ customers/).waitFor();
  await row.getByRole('button', { name: `${milena.name} is leaving` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Who takes over').selectOption(owner.name);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Hand everything over and end their access' }).click();
  await row.getByText(/^Left on/).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'leaving-phone.png'), fullPage: true });
  await row.getByRole('button', { name: `Let back in: ${milena.name}` }).click();
  await row.getByText(/0 customers/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
