import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;

beforeAll(async () => {
  const twins = [
    { kind: 'person', given: 'Γιώργος', family: 'Παπαδημητρίου', phone: '2101234567', country: 'GR', language: 'el' },
    { kind: 'person', name: 'Giorgos Papadimitriou', phone: '+30 210 1234567', email: 'giorgos@example.com', country: 'GR' },
    { kind: 'person', given: 'Ђорђе', family: 'Станојевић', email: 'djole@example.rs', country: 'RS', language: 'sr-Cyrl' },
    { kind: 'person', name: 'Đorđe Stanojević', email: 'djole@example.rs', country: 'RS' },
  ];
  ({ product, browser, signedIn } = await openWorkspace(async (page) => {
    for (const one of twins) await post(page, '/api/customers', one);
  }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

const pairs = (page: Page) => page.getByRole('article');

async function openDuplicates(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const opened = await visit(browser, product.url, { ...options, signedIn });
  // They are compared right after they were made, by a job.
  await expect
    .poll(
      async () => {
        await opened.page.goto('/duplicates');
        await opened.page.getByRole('heading', { level: 1 }).waitFor();
        await untilSettled(opened.page);
        return await pairs(opened.page).count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  return opened;
}

for (const [name, options] of [
  ['wide', { width: 1280 }],
  ['narrow and dark', { width: 360, dark: true }],
  ['narrow, in Persian', { width: 360, language: 'fa' }],
] as const) {
  test(`the list and the comparison are accessible and fit, ${name}`, async () => {
    const { page, context, complaints } = await openDuplicates(options);
    const language = 'language' in options ? { language: options.language, calendar: 'persian', digits: 'persian' } : { language: 'en' };
    await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: language });
    await page.reload();
    await pairs(page).first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, `duplicates-${name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
    await pairs(page).first().getByRole('link').last().click();
    await page.getByRole('radio').first().waitFor();
    await untilSettled(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, `compare-${name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
    expect(complaints).toEqual([]);
    await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
    await context.close();
  });
}

test('two in the books are made one, found under the old address, and made two again', async () => {
  const { page, context, complaints } = await openDuplicates();
  const pair = pairs(page).filter({ hasText: 'Giorgos Papadimitriou' });
  expect(await pair.textContent()).toContain('the same phone number');
  await pair.getByRole('link', { name: /Compare/ }).click();
  const stays = page.getByRole('region', { name: /^Stays/ });
  await stays.waitFor();
  if ((await stays.textContent())?.includes('Giorgos Papadimitriou'))
    await page.getByRole('button', { name: 'Keep the other one' }).click();
  await page.getByRole('region', { name: 'Is merged in: Giorgos Papadimitriou' }).waitFor();
  const old = await page
    .getByRole('region', { name: /^Is merged in/ })
    .getByRole('link')
    .getAttribute('href');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('was merged into').first().waitFor();
  await expect.poll(() => pairs(page).filter({ hasText: 'Giorgos Papadimitriou' }).count()).toBe(0);

  await page.goto(old ?? '');
  await page.getByText('This customer has been merged with').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /Παπαδημητρίου/ }).waitFor();
  await page.getByText('giorgos@example.com').first().waitFor();

  await page.goto('/duplicates');
  await page.getByRole('button', { name: 'Undo: Giorgos Papadimitriou' }).click();
  await page.getByText('Both are back').waitFor();
  await page.goto(old ?? '');
  await page.getByRole('heading', { level: 1, name: /Giorgos Papadimitriou/ }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is said not to be the same is not suggested again, unless that is taken back', async () => {
  const { page, context, complaints } = await openDuplicates();
  const pair = pairs(page).filter({ hasText: 'Đorđe Stanojević' });
  await pair.getByRole('button', { name: /are not the same/ }).click();
  await pair.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilSettled(page);
  expect(await pair.count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
