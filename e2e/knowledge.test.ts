import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, post, shots } from './workspace.ts';

/** The smallest PNG there is: one point. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let customer = '';

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    customer = await make(page, { kind: 'person', given: 'Μαρία', family: 'Γεωργίου' });
    const others = [];
    for (const name of ['Νόρα Παππά', 'Olga Nikolaou', 'Ђорђе Петровић']) others.push(await make(page, { kind: 'person', name }));
    const [nora, olga, djordje] = others;
    await post(page, `/api/customers/${nora}/circle`, { kind: 'referred', customerId: olga });
    await post(page, `/api/customers/${nora}/circle`, { kind: 'family', customerId: djordje });
  }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const make = async (page: Page, told: object) => (await post(page, '/api/customers', told)).id;

async function openCustomer(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  await opened.page.goto(`/customers/${customer}`);
  await opened.page.getByRole('heading', { level: 1, name: 'Μαρία Γεωργίου' }).waitFor();
  return opened;
}

/** The way back that one toast offers; others may still be shown beside it. */
const undo = async (page: Page, done: string) =>
  await page.getByRole('alertdialog').filter({ hasText: done }).getByRole('button', { name: 'Undo' }).click();

const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

test('a fact is written down in one line, put right, and taken out with a way back', async () => {
  const { page, context, complaints } = await openCustomer();
  const facts = section(page, 'What we know');
  await facts.getByText('Nothing written down yet').waitFor();
  await facts.getByLabel('Kind').selectOption('interest');
  await facts.getByLabel('What we learned').fill('Collects old coffee mills');
  await page.keyboard.press('Enter');
  const row = facts.getByRole('article').filter({ hasText: 'Collects old coffee mills' });
  await row.getByText('Anna Georgiou').waitFor();

  await row.getByRole('button', { name: 'More about “Collects old coffee mills”' }).click();
  await page.getByRole('menuitem', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct' });
  await dialog.getByLabel('What we learned').fill('Collects tin coffee mills');
  await dialog.getByLabel('Where it comes from').selectOption('third_person');
  await dialog.getByLabel('Who or what told us').fill('Nora');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const corrected = facts.getByRole('article').filter({ hasText: 'Collects tin coffee mills' });
  await corrected.getByText('heard from somebody else: Nora').waitFor();
  await corrected.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'What it said before' }).click();
  await corrected.getByText('Collects old coffee mills').waitFor();

  await corrected.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'No longer true' }).click();
  await facts.getByText('No longer true (1)').waitFor();
  await undo(page, 'Marked as no longer true');
  await corrected.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is sensitive is shown only when asked for, and who looked is written down', async () => {
  const { page, context, complaints } = await openCustomer();
  const facts = section(page, 'What we know');
  await facts.getByLabel('Kind').selectOption('constraint');
  await facts.getByLabel('What we learned').fill('Allergic to nuts');
  await facts.getByRole('button', { name: 'With source and use' }).click();
  const dialog = page.getByRole('dialog', { name: 'Something we learned' });
  await dialog.getByText('Sensitive', { exact: true }).click();
  expect(await dialog.getByRole('checkbox', { name: 'offers' }).isChecked()).toBe(false);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await facts.getByText('One sensitive fact is not shown.').waitFor();
  expect(await facts.getByLabel('What we learned').inputValue()).toBe('');
  expect(await page.getByText('Allergic to nuts').count()).toBe(0);

  await facts.getByRole('button', { name: 'Who looked' }).click();
  await page.getByRole('dialog').getByText('Nobody yet.').waitFor();
  await page.keyboard.press('Escape');
  await facts.getByRole('button', { name: 'Show' }).click();
  await facts.getByText('Allergic to nuts').waitFor();
  await facts.getByRole('button', { name: 'Hide' }).click();
  expect(await page.getByText('Allergic to nuts').count()).toBe(0);
  await facts.getByRole('button', { name: 'Who looked' }).click();
  await page.getByRole('dialog').getByText('Anna Georgiou').waitFor();
  await page.getByRole('dialog').getByText('one fact').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a goal is agreed on, asks for a review when a circumstance changes, and is reached', async () => {
  const { page, context, complaints } = await openCustomer();
  const goals = section(page, 'What they want to reach');
  await goals.getByRole('button', { name: 'Add a goal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a goal' });
  await dialog.getByLabel('What they want to reach').fill('Open a second café');
  await dialog.getByLabel('How we help').fill('Train the new staff');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = goals.getByRole('article').filter({ hasText: 'Open a second café' });
  await row.getByText('We help: Train the new staff').waitFor();

  const facts = section(page, 'What we know');
  await facts.getByLabel('Kind').selectOption('circumstance');
  await facts.getByLabel('What we learned').fill('Moves to Patras');
  await page.keyboard.press('Enter');
  await row.getByText('Something in their life changed: Moves to Patras. Does it still hold?').waitFor();
  await page.goto('/today');
  // What somebody wrote stands between marks that keep its direction to itself.
  await page.getByText(/Does their goal still hold: \W*Open a second café/).waitFor();
  await page.goBack();
  await row.getByRole('button', { name: 'Still holds' }).click();
  await row.getByText('To be reviewed on').waitFor();

  await row.getByRole('button', { name: 'More about “Open a second café”' }).click();
  await page.getByRole('menuitem', { name: 'Reached' }).click();
  await goals.getByText('Earlier goals (1)').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('the circle is drawn and listed two steps out, grows, and leads from one to the next', async () => {
  const { page, context, complaints } = await openCustomer();
  const circle = section(page, 'Circle');
  await circle.getByRole('button', { name: 'Add somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Whom they know' });
  await dialog.getByRole('combobox', { name: 'Name' }).fill('nora');
  await page.getByRole('option', { name: /Νόρα Παππά/ }).click();
  await dialog.getByLabel('How they know each other').selectOption('sent_them');
  await dialog.getByLabel('A word about it').fill('From the choir');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const drawing = circle.getByRole('group', { name: 'Μαρία Γεωργίου in the middle, with 3 people around' });
  await drawing.getByRole('link', { name: 'Νόρα Παππά' }).waitFor();
  await drawing.getByRole('link', { name: 'Olga Nikolaou' }).waitFor();
  await circle.getByText('From the choir').waitFor();
  await circle.getByText('One customer came through them, and one more through these. Together they have spent €0.00.').waitFor();

  await circle.getByRole('button', { name: 'Add somebody' }).click();
  await dialog.getByText('Somebody new').click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Her sister Zoe');
  await dialog.getByLabel('How they know each other').selectOption('family');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await circle.getByText('not a customer').waitFor();
  await circle.getByRole('button', { name: 'Take Her sister Zoe out of the circle' }).click();
  await circle.getByText('not a customer').waitFor({ state: 'detached' });
  await undo(page, 'Taken out of the circle');
  await circle.getByText('not a customer').waitFor();
  await expectAccessible(page);

  await circle.getByRole('group').getByRole('link', { name: 'Νόρα Παππά' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Νόρα Παππά' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a file is kept, fetched and taken away with a way back; a photo that is a script is refused', async () => {
  const { page, context, complaints } = await openCustomer();
  const files = section(page, 'Files');
  const choosing = page.waitForEvent('filechooser');
  await files.getByRole('button', { name: 'Add a file' }).click();
  await (await choosing).setFiles({ name: 'τιμές.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') });
  const row = files.getByRole('article').filter({ hasText: 'τιμές.html' });
  const fetching = page.waitForEvent('download');
  await row.getByRole('link', { name: 'τιμές.html' }).click();
  expect((await fetching).suggestedFilename()).toBe('τιμές.html');
  await row.getByRole('button', { name: 'Remove τιμές.html' }).click();
  await row.waitFor({ state: 'detached' });
  await undo(page, 'τιμές.html was removed');
  await row.waitFor();

  const notAPhoto = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a photo' }).click();
  await (await notAPhoto).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') });
  await page.getByText('This is not a photo. Choose a PNG, JPEG or WebP.').waitFor();
  const aPhoto = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a photo' }).click();
  await (await aPhoto).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: photo });
  const shown = page.getByRole('img', { name: 'Photo of Μαρία Γεωργίου' });
  await shown.waitFor();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  { look: 'knowledge', width: 1280 },
  { look: 'knowledge-dark', width: 1280, dark: true },
  { look: 'knowledge-phone', width: 360 },
])('all of it looks right: $look', async ({ look, ...options }) => {
  const { page, context } = await openCustomer(options);
  await section(page, 'Files').getByRole('article').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, `${look}.png`), fullPage: true });
  await context.close();
});

test('in Persian the page reads from the right, and so does the circle', async () => {
  const { page, context } = await openCustomer({ width: 900 });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  await page.reload();
  await section(page, 'آنچه می‌دانیم').getByRole('article').first().waitFor();
  const circle = section(page, 'حلقه آشنایان');
  await circle.getByRole('group').getByRole('link').first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'knowledge-persian.png'), fullPage: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  await context.close();
});
