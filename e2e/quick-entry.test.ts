import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, owner, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let maria: string;

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    const greek = { kind: 'person', country: 'GR', language: 'el' };
    ({ id: maria } = await post(page, '/api/customers', { ...greek, given: 'Μαρία', family: 'Γεωργίου' }));
    for (const family of ['Jović', 'Ilić']) await post(page, '/api/customers', { ...greek, given: 'Petar', family });
  }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function open(path: string, options: Parameters<typeof visit>[2] = {}) {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  await opened.page.goto(path);
  await opened.page.getByRole('button', { name: owner.name }).waitFor();
  return opened;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What just happened?' });

test('one key and one line from anywhere: a call, a fact, a promise and a pulse, confirmed and saved together', async () => {
  const { page, context, complaints } = await open('/promises');
  await page.keyboard.press('q');
  await dialog(page).getByLabel('In one line').waitFor();
  await page.keyboard.type('called Maria 12 min, she prefers mornings, will send price list tomorrow at 15:00 :4');
  await dialog(page).getByText('Μαρία Γεωργίου').waitFor();
  const happened = dialog(page).getByRole('region', { name: 'What happened' });
  await happened.getByText('We called').waitFor();
  await happened.getByText('12 minutes').waitFor();
  await happened.getByText('Happy').waitFor();
  const promise = dialog(page).getByRole('region', { name: 'A promise of ours' });
  await promise.getByText('send price list').waitFor();
  await promise.getByText(/^By .*15:00$/).waitFor();
  await dialog(page).getByRole('region', { name: 'Something we learned' }).getByText('prefers mornings').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'quick-entry.png') });
  await dialog(page).getByLabel('In one line').press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'send price list' }).waitFor();
  await page.goto(`/customers/${maria}`);
  const entry = page.getByRole('article').filter({ hasText: 'We called' });
  await entry.getByText('she prefers mornings').waitFor();
  await entry.getByText('12 minutes').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('of two with one name the colleague says which; what is wrong is left out', async () => {
  const { page, context, complaints } = await open('/customers');
  await page.keyboard.press('q');
  await dialog(page).getByLabel('In one line').waitFor();
  await page.keyboard.type('razgovarala sa Petrom 10 min, voli kafu, poslaću cenovnik');
  const save = dialog(page).getByRole('button', { name: 'Save' });
  await dialog(page).getByText('Say with whom.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await dialog(page).getByRole('button', { name: 'Petar Jović' }).click();
  const promise = dialog(page).getByRole('region', { name: 'A promise of ours' });
  await promise.getByLabel('By when').first().waitFor();
  expect(await save.isDisabled()).toBe(true);
  await promise.getByRole('button', { name: 'Leave out' }).click();
  const happened = dialog(page).getByRole('region', { name: 'What happened' });
  await happened.getByRole('button', { name: 'Change' }).click();
  await happened.getByText('60%').click();
  await expectAccessible(page);
  await save.click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByText('Saved: Petar Jović').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a phone it opens under the thumb, with the customer whose page it is', async () => {
  const { page, context, complaints } = await open(`/customers/${maria}`, { width: 360 });
  await page.getByRole('heading', { level: 1, name: 'Μαρία Γεωργίου' }).waitFor();
  await page.getByRole('button', { name: 'Log what just happened' }).click();
  await dialog(page).getByLabel('In one line').fill('ήρθε στο μαγαζί, θα της φέρω δείγματα την Παρασκευή στις 3');
  await dialog(page).getByText('Μαρία Γεωργίου').waitFor();
  await dialog(page).getByText('θα της φέρω δείγματα', { exact: true }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'quick-entry-phone.png') });
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  const entry = page.getByRole('article').filter({ hasText: 'They came by' });
  await entry.getByRole('button', { name: 'Correct' }).click();
  const correcting = page.getByRole('dialog', { name: 'Correct' });
  await correcting.getByText('60%').click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await correcting.getByRole('button', { name: 'Save' }).click();
  await entry.getByText('60% theirs').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'timeline-phone.png'), fullPage: true });
  expect(complaints).toEqual([]);
  await context.close();
});

test('in Persian, in the dark, everything stands the right way round', async () => {
  const { page, context, complaints } = await open('/promises', { dark: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  await page.reload();
  await page.getByRole('button', { name: owner.name }).waitFor();
  await page.keyboard.press('q');
  const opened = page.getByRole('dialog', { name: 'همین حالا چه شد؟' });
  await opened.getByRole('textbox').first().fill('با ماریا تماس گرفتم ۱۲ دقیقه، چای دوست دارد، فردا ساعت ۱۵ بهش زنگ می‌زنم :۴');
  await opened.getByText('Μαρία Γεωργίου').waitFor();
  await opened.getByText('بهش زنگ می‌زنم', { exact: true }).waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'quick-entry-persian-dark.png') });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  expect(complaints).toEqual([]);
  await context.close();
});

// A machine that is busy with other things may be late for once.
test('what a colleague writes appears on another screen within a second', { retry: 3 }, async () => {
  const mine = await open(`/customers/${maria}`);
  const theirs = await visit(browser, product.url, { signedIn });
  const listening = theirs.page.waitForResponse((response) => response.url().endsWith('/api/live'));
  await theirs.page.goto(`/customers/${maria}`);
  await theirs.page.getByRole('heading', { name: 'What was said' }).waitFor();
  await listening;
  await untilSettled(theirs.page);
  const told = { kind: 'call', summary: 'a word that travels' };
  const answer = await mine.page.request.post(`/api/customers/${maria}/touchpoints`, { headers: { 'x-tend': '1' }, data: told });
  expect(answer.status()).toBe(200);
  const written = Date.now();
  await theirs.page.getByText('a word that travels').first().waitFor();
  expect(Date.now() - written).toBeLessThan(1000);
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await mine.context.close();
  await theirs.context.close();
});
