import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type SignedIn } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace } from './workspace.ts';

const google = [
  'First Name,Middle Name,Last Name,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
  'Μαρία,,Γεωργίου,Άλφα Α.Ε.,Λογίστρια,--04-15,,Φίλοι ::: * myContacts,* Work,maria@example.com,Mobile,697 123 4567',
  'Nikos,,Petrou,,,1980-02-30,,* myContacts,,nikos@example.com,,call his brother',
  ',,,,,,a note and nobody,,,,,',
];

/** The smallest PNG there is: one point. */
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const card = (name: string, more: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:${name}\r\nFN:${name}\r\n${more}\r\nEND:VCARD\r\n`;

let product: Product;
let browser: Browser;
let folder: string;
let signedIn: SignedIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tend-contacts-'));
  ({ product, browser, signedIn } = await openWorkspace());
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function bring(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await page.goto('/contacts/import');
  await page.getByRole('heading', { level: 1, name: 'Bring in your contacts' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
}

async function ledger(page: Page): Promise<string[]> {
  const rows = await page.getByRole('row').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim()).filter((row) => row !== '');
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bring in these contacts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your contacts are here' }).waitFor({ timeout: 60_000 });
}

test('an address book is recognised, tried, brought in and adds up; brought again it changes nothing', async () => {
  const { page, context } = await visit(browser, product.url, { signedIn });
  await bring(page, 'google.csv', google.join('\r\n'));
  await page.getByText('Recognised as: Google Contacts').waitFor();
  await page.getByRole('heading', { name: 'What would come in' }).waitFor();
  await expectAccessible(page);
  await bringIn(page);
  expect(await ledger(page)).toEqual(['New 2', 'Updated 0', 'Unchanged 0', 'Set aside 1', 'Nobody is named 1', 'Contacts in the file 3']);
  await expectAccessible(page);

  const [incomplete] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the rows that came in incomplete' }).click(),
  ]);
  const left = readFileSync(await incomplete.path(), 'utf8');
  expect(left).toContain('Not a phone number: call his brother');
  await bring(page, 'corrected.csv', left.replaceAll('1980-02-30', '1980-02-28').replace(/,call his brother/g, ',+302101234567'));
  await page.getByText('Recognised as: Google Contacts').waitFor();
  await bringIn(page);
  expect(await ledger(page)).toEqual(['New 0', 'Updated 1', 'Unchanged 0', 'Set aside 0', 'Contacts in the file 1']);

  await bring(page, 'google.csv', google.join('\r\n'));
  await page.getByText('Recognised as: Google Contacts').waitFor();
  await bringIn(page);
  expect(await ledger(page)).toEqual(['New 0', 'Updated 0', 'Unchanged 2', 'Set aside 1', 'Nobody is named 1', 'Contacts in the file 3']);
  await context.close();
});

test('what a column tells can be changed, and who buys for themselves can be said', async () => {
  const { page, context } = await visit(browser, product.url, { signedIn });
  await bring(page, 'own.csv', 'Who;Where to reach;Company\nEva Ilić;eva@example.com;Beta\n');
  await page.getByText('Recognised as: a table of your own').waitFor();
  await page.getByLabel('What column Who holds').selectOption('name');
  await page.locator('label').filter({ hasText: 'buy for themselves as well' }).click();
  await bringIn(page);
  expect((await ledger(page))[0]).toBe('New 1');
  await page.goto('/customers');
  await page.getByText('Eva Ilić').first().waitFor();
  await context.close();
});

test('everyone can be taken along as cards with their photos, and those come in again unchanged', async () => {
  const { page, context } = await visit(browser, product.url, { signedIn });
  await bring(
    page,
    'phone.vcf',
    card('Ani Hakobyan', `TEL;TYPE=CELL:+37491222222\r\nPHOTO;ENCODING=b;TYPE=PNG:${photo}`) + card('Ivo Petrov', 'EMAIL:ivo@example.com'),
  );
  await page.getByText('Recognised as: vCards').waitFor();
  await bringIn(page);
  await page.getByRole('link', { name: 'See your customers' }).click();
  await page.getByRole('link', { name: 'Ani Hakobyan' }).first().click();
  await page.getByRole('img', { name: 'Photo of Ani Hakobyan' }).waitFor();
  await page.goto('/contacts/import');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'vCard 4.0' }).click()]);
  const cards = readFileSync(await download.path(), 'utf8');
  expect(cards).toContain('FN:Ani Hakobyan');
  expect(cards.replaceAll('\r\n ', '')).toContain('PHOTO:data:image/png;base64,iVBOR');
  await bring(page, 'tend.vcf', cards);
  await bringIn(page);
  expect((await ledger(page)).slice(0, 2)).toEqual(['New 0', 'Updated 0']);
  await context.close();
});

test('the terminal brings contacts in and takes everyone along', async () => {
  const file = join(folder, 'terminal.vcf');
  writeFileSync(file, card('Ελένη Νικολάου', 'TEL:2101234567'));
  const tried = await product.tend(['import', 'contacts', file, '--dry-run', '--json']);
  expect(tried.errors).toBe('');
  expect(JSON.parse(tried.out)).toMatchObject({ mapping: { source: 'vcard', country: 'GR' }, trial: { read: 1, made: 1 } });
  const taken = await product.tend(['import', 'contacts', file]);
  expect(taken.out).toContain('1 contact: 1 new, 0 updated, 0 unchanged, 0 set aside');
  const exported = await product.tend(['export', 'contacts', '--format', 'vcard']);
  expect(exported.out).toContain('TEL:+302101234567');
  const refused = await product.tend(['import', 'contacts', join(folder, 'nowhere.csv')]);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('There is no such file.');
});

test('a file that is no address book is refused in words', async () => {
  const { page, context } = await visit(browser, product.url, { signedIn });
  await bring(page, 'nothing.csv', '');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('The file is empty.');
  await context.close();
});

test.each([
  ['en', false, 360],
  ['fa', true, 360],
  ['el', false, 1280],
] as const)('what was understood stands in %s, dark %s, at %i pixels', async (language, dark, width) => {
  const { page, context } = await visit(browser, product.url, { signedIn, dark, width });
  await context.request.patch('/api/me', { headers: { 'x-tend': '1', origin: product.url }, data: { language } });
  const path = join(folder, `${language}.csv`);
  writeFileSync(path, google.join('\r\n'));
  await page.goto('/contacts/import');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('combobox').first().waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  if (process.env['SHOTS']) await page.screenshot({ path: join(process.env['SHOTS'], `contacts-${language}.png`), fullPage: true });
  await context.request.patch('/api/me', { headers: { 'x-tend': '1', origin: product.url }, data: { language: 'en' } });
  await context.close();
});
