import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let customer = '';

beforeAll(async () => {
  const named = { kind: 'person', given: 'Μαρία', family: 'Γεωργίου', formality: 'familiar' };
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    ({ id: customer } = await post(page, '/api/customers', { ...named, phone: '210 123 4567', country: 'GR', language: 'el' }));
  }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function openCustomer(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  await opened.page.goto(`/customers/${customer}`);
  await opened.page.getByRole('heading', { level: 1, name: 'Μαρία Γεωργίου' }).waitFor();
  // A key does something once what it is for is there.
  await opened.page.getByLabel('What happened?').waitFor();
  await opened.page.getByRole('heading', { name: 'What we promised' }).waitFor();
  return opened;
}

const rowOf = (page: Page, what: string) => page.getByRole('listitem').filter({ hasText: what });

test('a call is logged in one line without the mouse, and taken back', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.getByText('On first-name terms: Μαρία').waitFor();
  await page.locator('a[href="tel:+302101234567"]').waitFor();
  await page.keyboard.press('l');
  await page.keyboard.type('called Μαρία 12 min, prefers mornings :4');
  await expect.poll(() => page.getByRole('radio', { name: 'Call' }).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('radio', { name: '4 Happy' }).isChecked()).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const entry = page.getByRole('article').filter({ hasText: 'We called' });
  await entry.getByText('prefers mornings').waitFor();
  await entry.getByText('12 minutes').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await entry.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('what we promise in a line is noticed, given with one key, and stands on the page once the line is logged', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.keyboard.press('l');
  await page.keyboard.type('called Μαρία, likes the blue one, I will send the samples tomorrow afternoon');
  const noticed = page.getByRole('region', { name: 'Promise noticed' });
  await noticed.getByText('send the samples').waitFor();
  await noticed.getByText('12:00 – 18:00').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await noticed.getByText('Promised with it').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Logged, with a promise').waitFor();
  await rowOf(page, 'send the samples').getByRole('button', { name: 'Kept' }).waitFor();
  const line = page.getByRole('listitem').filter({ has: page.getByRole('article').filter({ hasText: 'likes the blue one' }) });
  await line.waitFor();
  await noticed.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'send the samples' }).click();
  await page.getByRole('link', { name: 'What was said' }).click();
  await line.and(page.locator(':focus')).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what was noticed and is none is dismissed for good; without a moment it asks by when', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.keyboard.press('l');
  await page.keyboard.type('θα σας τηλεφωνήσω');
  const noticed = page.getByRole('region', { name: 'Promise noticed' });
  await noticed.getByText('by when?').waitFor();
  await page.keyboard.press('Control+Enter');
  await noticed
    .getByRole('button', { name: /^Today|^Tomorrow/ })
    .first()
    .click();
  await noticed.getByRole('button', { name: 'Promise it' }).click();
  await noticed.getByText('Promised with it').waitFor();
  await noticed.getByRole('button', { name: 'Leave it out' }).click();
  await noticed.waitFor({ state: 'detached' });
  await page.getByLabel('What happened?').fill('θα σας τηλεφωνήσω σύντομα');
  await page.getByRole('radio', { name: 'Call' }).waitFor();
  expect(await noticed.count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a promise is given with one tap for its moment, put off, kept, and opened again', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.keyboard.press('p');
  await page.getByLabel('What do we promise?').fill('Send the price list');
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  await rowOf(page, 'Send the price list').waitFor();

  await page.goto('/promises');
  const row = rowOf(page, 'Send the price list');
  await row.getByRole('link', { name: 'Μαρία Γεωργίου' }).waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('menuitem', { name: 'Ask for more time' }).click();
  await page.getByRole('button', { name: /^In a week/ }).click();
  await page.getByLabel('A word about it').fill('The roaster is late');
  await page.getByRole('button', { name: 'Promise the new moment' }).click();
  await row.getByText('The roaster is late').waitFor();

  await row.getByRole('button', { name: 'Kept' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a moment that gives no more time is refused where it was chosen, and what was typed stays', async () => {
  const { page, context } = await openCustomer();
  const row = rowOf(page, 'Send the price list');
  await row.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('menuitem', { name: 'Ask for more time' }).click();
  await page.getByLabel('A word about it').fill('sooner, perhaps');
  await page.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.getByRole('button', { name: 'Promise the new moment' }).click();
  await page.getByText('More time means a later moment than the one promised.').waitFor();
  expect(await page.getByLabel('A word about it').inputValue()).toBe('sooner, perhaps');
  await context.close();
});

test('a customer is put on the list of key customers with a reason, and taken off it', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.getByRole('button', { name: 'Make a key customer' }).click();
  await page.getByLabel('Why they are among the most important').fill('Brings half the street');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Key customer: Brings half the street').waitFor();
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await page.getByRole('button', { name: 'Make a key customer' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('details are changed in place; a number that is none is refused at its field', async () => {
  const { page, context, complaints } = await openCustomer();
  await page.getByRole('button', { name: 'Change details' }).click();
  await page.getByRole('textbox', { name: 'Phone numbers, 1', exact: true }).fill('ask at the bar');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('“ask at the bar” is not a phone number.').waitFor();
  await page.getByRole('textbox', { name: 'Phone numbers, 1', exact: true }).fill('+30 694 000 0000');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('a[href="tel:+306940000000"]').waitFor();
  await page.getByText('On first-name terms: Μαρία').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a hand-over is taken back, reminded of, accepted and declined between two colleagues, who both see how it stands', async () => {
  const nikos = { name: 'Nikos Rigas', email: 'nikos@example.com', password: 'beans in a tin box' };
  const invited = await product.tend(['colleagues', 'invite', nikos.email, '--role', 'colleague']);
  const mine = await visit(browser, product.url, { signedIn });
  const theirs = await visit(browser, product.url, { width: 360 });
  await post(theirs.page, '/api/invitations/accepted', { token: invited.out.trim().split('#')[1], account: nikos });
  const dueAt = Temporal.Now.instant().add({ hours: 72 }).toString();
  const give = async (what: string) => await post(mine.page, `/api/customers/${customer}/promises`, { what, dueAt });
  const { id } = await give('Mend the grinder');
  const { page } = mine;

  async function otherwise(at: Page, what: string) {
    await at.getByRole('button', { name: 'Something else' }).click();
    await at.getByRole('menuitem', { name: what }).click();
  }
  async function handOver() {
    await otherwise(page, 'Hand over');
    await page.getByRole('dialog').getByLabel('Whom to ask').selectOption(nikos.name);
    await page.getByRole('dialog').getByRole('button', { name: 'Ask them' }).click();
    await page.getByText(`${nikos.name} is asked to take it over`).waitFor();
  }
  await page.goto(`/promises/${id}`);
  await handOver();
  await otherwise(page, 'Take back the hand-over');
  await page.getByText('The hand-over was taken back on').waitFor();
  await handOver();
  await otherwise(page, 'Remind them');
  await page.getByText(`${nikos.name} was reminded on`).waitFor();

  await theirs.page.goto('/promises?whose=handed');
  const row = rowOf(theirs.page, 'Mend the grinder');
  await row.getByText('you are asked to take it over').waitFor();
  await expectAccessible(theirs.page);
  await row.getByRole('button', { name: 'Take it over' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByText(`${nikos.name} took it over on`).waitFor();

  const second = await give('Find the old invoice');
  await page.goto(`/promises/${second.id}`);
  await handOver();
  const asked = rowOf(theirs.page, 'Find the old invoice');
  await asked.getByRole('button', { name: 'Decline' }).click();
  const dialog = theirs.page.getByRole('dialog');
  await dialog.getByLabel('A word about it').fill('I am in Patras all week');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await asked.waitFor({ state: 'detached' });
  await page.getByText('I am in Patras all week').waitFor();

  // Of two who end it, one comes second: the page follows, and what is being typed stays, with who was quicker.
  await otherwise(page, 'We could not keep it');
  await theirs.page.goto(`/promises/${second.id}`);
  await otherwise(theirs.page, 'The customer let us off');
  await dialog.getByRole('button', { name: 'Close the promise' }).click();
  await page.getByLabel('A word about it').fill('It is lost');
  for (const one of [theirs.page, page]) await one.getByText('let off', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Mark as not kept' }).click();
  await page.getByText(`${nikos.name} noted on`).waitFor();
  expect(await page.getByLabel('A word about it').inputValue()).toBe('It is lost');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open it again' }).waitFor();
  expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  await mine.context.close();
  await theirs.context.close();
});

test('the page of promises fits a phone', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360, signedIn });
  await page.goto('/promises');
  await rowOf(page, 'Send the price list').waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'promises-phone.png'), fullPage: true });
  expect(complaints).toEqual([]);
  await context.close();
});
