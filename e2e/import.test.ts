import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type SignedIn } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace } from './workspace.ts';

/** Every date and every price can be read two ways; one quantity is a word, and one line came twice for the same order. */
const sales = [
  'Order;Date;Customer no;Item;Qty;Price',
  'A-1;03/04/2024;17;Kettle;1;1,250',
  'A-1;03/04/2024;17;Cup;two;1,100',
  'A-2;05/04/2024;18;Cup;3;1,100',
  'A-3;06/05/2024;;Cup;1;1,100',
  'A-4;07/05/2024;17;Kettle;-1;1,250',
];

let product: Product;
let browser: Browser;
let folder: string;
let signedIn: SignedIn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tend-sales-'));
  ({ product, browser, signedIn } = await openWorkspace());
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function bring(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\r\n'));
  await page.goto('/import');
  await page.getByRole('heading', { level: 1, name: 'Bring in your sales' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
}

/** The circle of a choice is drawn; what people press is its words. */
async function choose(page: Page, words: string): Promise<void> {
  await page.locator('label').filter({ hasText: words }).click();
}

async function ledger(page: Page): Promise<string[]> {
  return await page
    .getByRole('row')
    .allInnerTexts()
    .then((rows) => rows.map((row) => row.replace(/\s+/g, ' ').trim()).filter((row) => row !== ''));
}

test('what a file leaves open is asked, tried, brought in, and adds up; brought again it changes nothing', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await bring(page, 'sales.csv', sales);
  await page.getByRole('heading', { level: 1, name: 'How Tend read your file' }).waitFor();
  expect(await page.getByRole('button', { name: 'Bring in these sales' }).isDisabled()).toBe(true);
  // What the file says stands in its own direction, hence marks that nobody sees.
  await page.getByText(/03\/04\/2024. is .3 April 2024/).waitFor();
  await page.getByText(/03\/04\/2024. is .4 March 2024/).waitFor();
  await expectAccessible(page);
  await choose(page, 'The day');
  await choose(page, 'The comma');
  await page.getByText('of 5 lines', { exact: true }).waitFor();
  await page.getByText('The quantity is not a number').waitFor();

  await page.reload();
  await page.getByText('of 5 lines', { exact: true }).waitFor();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Bring in these sales' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your sales are here' }).waitFor();
  expect(await ledger(page)).toEqual([
    'Added 4',
    'Already known 0',
    'Set aside 1',
    'The quantity is not a number 1',
    'Lines in the file 5',
  ]);
  // 1.25 + 3 × 1.1 + 1.1 − 1.25
  await page.getByText('€4.40').waitFor();
  await page.getByText('3 Apr 2024').waitFor();
  await expectAccessible(page);

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the set-aside lines' }).click();
  const setAside = readFileSync(await (await downloading).path(), 'utf8');
  expect(setAside).toContain('The quantity is not a number');
  expect(setAside).toContain('Cup');

  await bring(page, 'sales.csv', sales);
  await choose(page, 'The day');
  await choose(page, 'The comma');
  await page.getByRole('button', { name: 'Bring in these sales', disabled: false }).click();
  await page.getByText('so nothing changed').waitFor();
  expect(await ledger(page)).toContain('Already known 4');
  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByText('5 lines: 0 added, 4 already known, 1 set aside').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a column that was taken for the wrong thing is put right, on a phone', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn, width: 360 });
  await bring(page, 'odd.csv', ['When,Who,What it came to,Remark', '2024-01-05,Eleni,12.50,9', '2024-02-06,Nikos,8.00,9']);
  const tells = (column: string) => page.getByRole('combobox', { name: `What column ${column} holds` });
  await tells('Who').selectOption('Customer’s name');
  await tells('What it came to').selectOption('Line total');
  await tells('When').selectOption('not used');
  await page.getByText('Choose the column that holds the day of purchase').waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await tells('When').selectOption('Day of purchase');
  await page.getByText('€20.50').waitFor();
  await page.getByRole('button', { name: 'Discard this file' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bring in your sales' }).waitFor();
  await page.getByText('stopped').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('an import that is stopped while it runs leaves nothing behind', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  const many = Array.from({ length: 150_000 }, (_, line) => `B-${line},2024-${(line % 12) + 1}-15,C${line % 9000},Cup,1,2.50`);
  await bring(page, 'many.csv', ['Order,Date,Customer no,Item,Qty,Price', ...many]);
  await page.getByRole('button', { name: 'Bring in these sales', disabled: false }).click();
  await page.getByRole('heading', { level: 1, name: 'Bringing in your sales' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { level: 1, name: 'Stopped' }).waitFor();
  await page.getByText('Nothing from this file was imported').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('link', { name: 'many.csv' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a file that is no table is refused in words, and another can be brought', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await bring(page, 'empty.csv', []);
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
