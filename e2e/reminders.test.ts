import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '#fixtures/receiver.ts';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, owner, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;
let customer = '';
let till: Receiver;

beforeAll(async () => {
  till = await startReceiver();
  ({ product, browser, signedIn } = await openWorkspace(
    async (page) => {
      ({ id: customer } = await post(page, '/api/customers', { kind: 'person', given: 'Μαρία', family: 'Γεωργίου' }));
    },
    { TEND_WEBHOOKS_ANYWHERE: 'yes' },
  ));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  await till.stop();
});

test('a reminder comes to the bell while the page is open, leads to its promise and is seen', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/customers');
  await page.getByRole('button', { name: 'Reminders, nothing unseen' }).waitFor();
  // Not sooner than it can be asked for on a busy machine.
  const dueAt = Temporal.Now.instant().add({ seconds: 6 });
  await post(page, `/api/customers/${customer}/promises`, { what: 'Call about the moka', dueAt: dueAt.toString() });
  await expect.poll(() => Temporal.Instant.compare(Temporal.Now.instant(), dueAt)).toBe(1);
  expect((await product.tend(['reminders', 'make'])).code).toBe(0);
  await page.getByRole('button', { name: 'Reminders, 1 unseen' }).click();
  const list = page.getByRole('dialog', { name: 'Reminders' });
  const told = list.getByRole('link', { name: /Μαρία Γεωργίου: “Call about the moka” was promised by today/ });
  await told.waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reminders-bell.png') });
  await told.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Call about the moka' }).waitFor();
  await page.getByText(`${owner.name} was reminded on`).waitFor();
  await page.getByText('Tend, by itself').waitFor();
  await page.getByRole('button', { name: 'Reminders, nothing unseen' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('on a phone, in the dark and in Persian: the list, how one is reminded, and what runs by itself', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360, dark: true, signedIn });
  await page.goto('/today');
  await page.getByRole('link', { name: /^Reminders/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Reminders' }).waitFor();
  await page.getByText('Call about the moka').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'How I am reminded' }).click();
  await page.getByText('E-mail is not set up on the server of this Tend').waitFor();
  await page.getByText(`Send it to ${owner.email}`).click();
  await page.getByLabel('At', { exact: true }).selectOption('07:00');
  await page.getByText('Saved').first().waitFor();
  await untilSettled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reminder-settings-phone.png'), fullPage: true });
  await page.goto('/settings/status');
  await page.getByText('Making reminders and digests').waitFor();
  await page.getByText(/^PostgreSQL \d/).waitFor();
  await untilSettled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  await page.goto('/reminders');
  await page.getByRole('heading', { level: 1, name: 'یادآوری‌ها' }).waitFor();
  await page.getByText('Call about the moka').waitFor();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'reminders-persian.png'), fullPage: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  const status = await product.tend(['status', '--json']);
  const duties = (JSON.parse(status.out) as { duties: { name: string }[] }).duties.map(({ name }) => name);
  expect(duties).toContain('reminders.remind');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a calendar program reads what was promised by an address that is shown once, until it is ended', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/settings/reminders');
  await page.getByRole('button', { name: 'Create an address' }).click();
  const address = (await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).textContent()) ?? '';
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reminders-outside.png'), fullPage: true });
  const program = await browser.newContext();
  const read = await program.request.get(address);
  expect(await read.text()).toContain('SUMMARY:Call about the moka (Μαρία Γεωργίου)');
  expect(read.headers()['cache-control']).toBe('private, no-cache');
  await page.reload();
  await page.getByText(/^Made on/).waitFor();
  expect(await page.getByText(/\/calendar\//).count()).toBe(0);
  await page.getByRole('button', { name: 'Revoke the address' }).click();
  await page.getByRole('button', { name: 'Create an address' }).waitFor();
  expect((await program.request.get(address)).status()).toBe(404);
  await program.close();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what happens with a customer is told to a program outside, and sets off what is done by itself', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/settings/webhooks');
  await page.getByRole('button', { name: 'New webhook' }).click();
  await page.getByLabel('Name').fill('Till');
  await page.getByLabel('Address').fill(`${till.url}/tend`);
  await page.getByText('Only some kinds').click();
  await page.getByText('touchpoint.logged').click();
  await page.getByRole('button', { name: 'Create webhook' }).click();
  const secret = page.getByRole('dialog', { name: 'Secret' });
  expect(await secret.getByLabel('Secret').inputValue()).toMatch(/^whsec_/);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'webhook-secret.png') });
  await page.keyboard.press('Escape');

  await page.goto('/settings/automations/new');
  await page.getByLabel('Name').fill('Call the unhappy');
  await page.getByLabel('What is done').selectOption({ label: 'tell …: “…”' });
  await page.getByLabel('What to say').fill('Call her today');
  await page.getByText(/^When a customer’s pulse is 2 or less: tell .the owner.: “.Call her today.”$/).waitFor();
  await page.getByRole('button', { name: 'Try it on the last 30 days' }).click();
  await page.getByText('It would have done nothing').waitFor();
  await untilSettled(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'automation-editor.png'), fullPage: true });
  await page.getByRole('button', { name: 'Create automation' }).click();
  await page.getByRole('link', { name: 'Log of Call the unhappy' }).waitFor();

  const at = Temporal.Now.instant().toString();
  await post(page, `/api/customers/${customer}/touchpoints`, { kind: 'call', direction: 'out', at, pulse: 1 });
  await expect.poll(() => till.received.length).toBe(1);
  expect(till.received[0]?.body).toContain('"pulse":1');
  await expect.poll(async () => await page.getByRole('button', { name: /^Reminders, [1-9]/ }).count()).toBe(1);
  await page.getByRole('link', { name: 'Log of Call the unhappy' }).click();
  await page.getByRole('link', { name: 'Μαρία Γεωργίου' }).waitFor();
  await page.getByText('Done', { exact: true }).last().waitFor();
  await expectAccessible(page);
  await context.close();

  const phone = await visit(browser, product.url, { width: 360, dark: true, signedIn });
  await phone.page.goto('/settings/webhooks');
  await phone.page.getByRole('link', { name: 'Log of Till' }).click();
  await phone.page.getByText('Delivered', { exact: true }).last().waitFor();
  await untilSettled(phone.page);
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  await phone.page.screenshot({ path: join(shots, 'webhook-log-phone.png'), fullPage: true });
  await phone.context.close();
  expect([...complaints, ...phone.complaints]).toEqual([]);
});
