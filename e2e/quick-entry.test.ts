import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, openBrowser, untilSettled, visit, type SignedIn } from './browser.ts';
import { bootProduct, type Product } from './product.ts';

const shots = join(import.meta.dirname, '../test-results/look');
const owner = { name: 'Anna Georgiou', email: 'anna@example.com', password: 'a well kept notebook' };

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let maria: string;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  product = await bootProduct();
  browser = await openBrowser();
  const { page, context } = await visit(browser, product.url);
  const welcome = { name: 'Kafeneio', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
  await page.request.post('/api/workspaces', { headers: { 'x-tend': '1' }, data: welcome });
  const made = async (given: string, family: string) => {
    const answer = await page.request.post('/api/customers', {
      headers: { 'x-tend': '1' },
      data: { kind: 'person', given, family, country: 'GR', language: 'el' },
    });
    return ((await answer.json()) as { id: string }).id;
  };
  maria = await made('Μαρία', 'Γεωργίου');
  await made('Petar', 'Jović');
  await made('Petar', 'Ilić');
  signedIn = await context.storageState();
  await context.close();
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
  expect(await dialog(page).getByRole('radio', { name: 'Call' }).isChecked()).toBe(true);
  expect(await dialog(page).getByRole('radio', { name: '4 Happy' }).isChecked()).toBe(true);
  expect(await dialog(page).getByLabel('What we promise').inputValue()).toBe('send price list');
  expect(await dialog(page).getByLabel('What we learned').inputValue()).toBe('prefers mornings');
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
  await dialog(page).getByText('Say by when, or leave the promise out.').waitFor();
  await dialog(page).getByText('A promise of ours').click();
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
  await dialog(page).getByLabel('What we promise').waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'quick-entry-phone.png') });
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'detached' });
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
  await opened.getByLabel('چه قولی می‌دهیم').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'quick-entry-persian-dark.png') });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  expect(complaints).toEqual([]);
  await context.close();
});

test('what a colleague writes appears on another screen within a second', async () => {
  const [mine, theirs] = [await open(`/customers/${maria}`), await open(`/customers/${maria}`)];
  await theirs.page.getByRole('heading', { name: 'What was said' }).waitFor();
  const write = async (summary: string) => {
    await mine.page.request.post(`/api/customers/${maria}/touchpoints`, { headers: { 'x-tend': '1' }, data: { kind: 'call', summary } });
    return Date.now();
  };
  // The first may come while the stream is still opening; from then on it is open.
  await expect
    .poll(async () => {
      await write('a word that opens');
      return await theirs.page.getByText('a word that opens').count();
    })
    .toBeGreaterThan(0);
  await untilSettled(theirs.page);
  const written = await write('a word that travels');
  await theirs.page.getByText('a word that travels').waitFor();
  expect(Date.now() - written).toBeLessThan(1000);
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await mine.context.close();
  await theirs.context.close();
});
