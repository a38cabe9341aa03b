import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, untilSettled, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace());
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function visitSignedIn(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  return await visit(browser, product.url, { ...options, signedIn });
}

/** The names in sight, from the top. */
function namesOf(page: Page) {
  return page.getByRole('table', { name: 'Customers' }).getByRole('rowheader').getByRole('link');
}

/** The same, whatever language the page is in. */
function namesOfAny(page: Page) {
  return page.getByRole('table').getByRole('rowheader').getByRole('link');
}

async function changeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change all of them' }).click();
  await page.getByText(/customers changed/).waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/as before/).waitFor();
}

async function openList(page: Page, query = ''): Promise<void> {
  await page.goto(`/customers${query}`);
  await namesOf(page).first().waitFor();
}

const monthsAgo = (months: number) => Temporal.Now.plainDateISO().subtract({ months }).toString();

test('before the first customer the list says what to do first', async () => {
  const { page, context, complaints } = await visitSignedIn();
  await page.goto('/customers');
  await page.getByRole('heading', { name: 'No customers yet' }).waitFor();
  expect(await page.getByRole('link', { name: 'Import purchases' }).getAttribute('href')).toBe('/import');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

describe('with the sample business', () => {
  beforeAll(async () => {
    const { code, errors } = await product.tend(['sample']);
    if (code !== 0) throw new Error(errors);
  });

  test('a list is narrowed, kept under a name, and everybody in it is tagged and untagged at once', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await openList(page, '?stage=lapsed');
    await page.getByRole('button', { name: 'More conditions' }).click();
    const asking = page.getByRole('dialog', { name: 'Another condition' });
    await asking.getByLabel('What').selectOption({ label: 'Visits' });
    await asking.getByRole('textbox', { name: 'Value' }).fill('5');
    await asking.getByRole('textbox', { name: 'Value' }).blur();
    await asking.getByRole('button', { name: 'Narrow the list' }).click();
    await page.getByText('Visits: at least 5').waitFor();
    expect(new URL(page.url()).searchParams.get('where')).toBe('visits.atLeast=5');

    await page.getByRole('button', { name: 'Saved lists' }).click();
    await page.getByRole('menuitem', { name: 'Save this list' }).click();
    await page.getByRole('textbox', { name: 'Name of the list' }).fill('Missed regulars');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Missed regulars' }).waitFor();

    await page.getByRole('button', { name: 'Choose several' }).click();
    await page.getByRole('button', { name: 'Choose everybody' }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: 'Add tags' }).fill('win back');
    await expectAccessible(page);
    await changeAll(page);
    const tagged = async () => {
      const { tags } = (await (await page.request.get('/api/tags')).json()) as { tags: { name: string; customers: number }[] };
      return tags.find(({ name }) => name === 'win back')?.customers ?? 0;
    };
    expect(await tagged()).toBeGreaterThan(0);
    await undo(page);
    expect(await tagged()).toBe(0);

    await page.goto('/customers');
    await page.getByRole('button', { name: 'Saved lists' }).click();
    await page.getByRole('menuitem', { name: 'Missed regulars' }).click();
    await page.getByText('Visits: at least 5').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('columns are chosen, moved and made wider, and the address remembers', async () => {
    const { page, context } = await visitSignedIn();
    await openList(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Visits' }).click({ force: true });
    await page.getByRole('button', { name: 'Move Owner later' }).click();
    await page.getByRole('button', { name: 'Make Visits wider' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('columns')).toMatch(/,visits:8,owner$/);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Visits' }).waitFor();
    await context.close();
  });

  test('how to reach them stands in the list and in its file, where somebody wants that', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await openList(page, '?where=email.filled');
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const column of ['E-mail', 'City']) await page.locator('label').filter({ hasText: column }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('columns')).toMatch(/,owner,email,city$/);
    await page.reload();
    await page.getByRole('columnheader', { name: 'E-mail' }).waitFor();
    const shown = page.getByRole('cell').filter({ hasText: '@' }).first();
    await shown.waitFor();
    const file = (await page.getByRole('link', { name: 'Save as a file' }).getAttribute('href')) ?? '';
    const [heading, ...rows] = (await (await page.request.get(file)).text()).split('\r\n');
    expect(heading).toMatch(/,Owner,E-mail,City$/);
    expect(rows.some((row) => row.includes('@'))).toBe(true);
    await expectAccessible(page);
    await page.screenshot({ path: join(shots, 'customers-reach.png') });

    await page.getByRole('button', { name: 'Choose several' }).click();
    await page.getByRole('button', { name: 'Choose everybody' }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('How to address them', { exact: true }).selectOption({ label: 'By first name' });
    await page.getByLabel('Language', { exact: true }).selectOption({ label: 'Deutsch' });
    await changeAll(page);
    await undo(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the names of Serbs stand in the script that one prefers', async () => {
    const { page, context, complaints } = await visitSignedIn();
    const written = async () => (await namesOf(page).allTextContents()).map((name) => /\p{Script=Cyrillic}/u.test(name));
    for (const [chosen, isCyrillic] of [
      ['Ђорђе Петровић', true],
      ['Đorđe Petrović', false],
    ] as const) {
      await page.goto('/settings/preferences');
      const kept = page.waitForResponse((response) => response.url().endsWith('/api/me') && response.request().method() === 'PATCH');
      await page.locator('label').filter({ hasText: chosen }).click();
      await kept;
      if (isCyrillic) await expectAccessible(page);
      await openList(page, '?where=language.has=sr;kind.any=person');
      expect(await written()).toContain(isCyrillic);
      expect(await written()).not.toContain(!isCyrillic);
    }
    await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { serbianNames: 'as_written' } });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a field of the shop’s own is defined, filled in, and a list is sorted and narrowed by it', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await page.goto('/settings/fields');
    await page.getByText('Kilos a month').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'New field' }).click();
    const asking = page.getByRole('dialog', { name: 'New field' });
    await asking.getByLabel('Field', { exact: true }).fill('E-mail');
    await asking.getByLabel('What it holds').selectOption({ label: 'One of several' });
    await asking.getByLabel('Choice 1', { exact: true }).fill('Morning');
    await asking.getByLabel('Choice 2', { exact: true }).fill('Evening');
    await asking.getByRole('button', { name: 'Add the field' }).click();
    await asking.getByText('Every customer already has a field called E-mail.').waitFor();
    await asking.getByLabel('Field', { exact: true }).fill('Tasting');
    await expectAccessible(page);
    await page.screenshot({ path: join(shots, 'custom-field-new.png') });
    await asking.getByRole('button', { name: 'Add the field' }).click();
    await page.getByText('Tasting was added').waitFor();

    await openList(page, '?stage=returning');
    const [name = ''] = await namesOf(page).allTextContents();
    await namesOf(page).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('button', { name: 'Change details' }).click();
    await page.getByRole('dialog').getByText('Custom fields').click();
    await page.getByLabel('Tasting').selectOption({ label: 'Evening' });
    await page.screenshot({ path: join(shots, 'custom-field-edit.png') });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    await page.getByRole('definition').filter({ hasText: 'Evening' }).waitFor();
    await page.screenshot({ path: join(shots, 'custom-field-page.png') });

    await openList(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.locator('label').filter({ hasText: 'Tasting' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('columns')).toMatch(/,owner,field_[\da-f-]{36}$/);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Tasting' }).getByRole('button').click();
    await expect.poll(async () => (await namesOf(page).allTextContents())[0]).toBe(name);
    await page.getByRole('button', { name: 'More conditions' }).click();
    const narrowing = page.getByRole('dialog', { name: 'Another condition' });
    await narrowing.getByLabel('What').selectOption({ label: 'Tasting' });
    await narrowing.locator('label').filter({ hasText: 'Evening' }).click();
    await narrowing.getByRole('button', { name: 'Narrow the list' }).click();
    await page.getByText('Tasting: Evening').waitFor();
    await expect.poll(async () => await namesOf(page).allTextContents()).toEqual([name]);
    await page.screenshot({ path: join(shots, 'custom-field-list.png') });
    expect(complaints).toEqual([]);
    await context.close();
  });

  for (const width of [1280, 360])
    test(`fields of the shop’s own read from the right in Persian, at night, ${width} wide; a table of many columns scrolls within itself`, async () => {
      const { page, context, complaints } = await visitSignedIn({ width, dark: true });
      const speak = (told: object) => page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: told });
      await speak({ language: 'fa', calendar: 'persian', digits: 'persian' });
      const { fields } = (await (await page.request.get('/api/custom-fields')).json()) as { fields: { id: string; name: string }[] };
      const own = fields.map(({ id }) => `field_${id}`);
      const kilos = fields.findIndex(({ name }) => name === 'Kilos a month');
      const { customers } = (await (await page.request.get(`/api/customers?sort=-${own[kilos] ?? ''}&limit=1`)).json()) as {
        customers: { id: string }[];
      };
      const columns = ['name', 'stage', 'risk', 'value', 'spent', 'visits', 'last_purchase', 'next_due', 'last_contact', ...own].join(',');
      for (const [called, path] of [
        ['settings', '/settings/fields'],
        ['customer', `/customers/${customers[0]?.id ?? ''}`],
        ['list', `/customers?columns=${columns}&sort=-${own[kilos] ?? ''}`],
      ] as const) {
        await page.goto(path);
        await (called === 'list' ? namesOfAny(page) : page.getByText('Kilos a month')).first().waitFor();
        await untilSettled(page);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await page.screenshot({ path: join(shots, `custom-fields-${called}-fa-${width}.png`), fullPage: called !== 'list' });
      }
      if (width === 1280) {
        const table = page.getByRole('table');
        await table.getByRole('columnheader').last().scrollIntoViewIfNeeded();
        expect(await table.evaluate((one) => one.scrollWidth > (one.parentElement?.clientWidth ?? 0))).toBe(true);
        expect(await table.evaluate((one) => Math.abs(one.parentElement?.scrollLeft ?? 0))).toBeGreaterThan(0);
        await page.screenshot({ path: join(shots, 'custom-fields-list-end-fa.png') });
      }
      await speak({ language: 'en', calendar: 'gregorian', digits: 'latin' });
      expect(complaints).toEqual([]);
      await context.close();
    });

  test('many customers are given a choice beside those they have, under the thumb too', async () => {
    const { page, context, complaints } = await visitSignedIn({ width: 360 });
    await openList(page);
    await page.getByRole('button', { name: 'Choose several' }).click();
    await page.getByRole('button', { name: 'Choose everybody' }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('A custom field').selectOption({ label: 'Brews with' });
    await page.locator('label').filter({ hasText: 'Moka pot' }).click();
    await page.getByRole('radio', { name: 'is added' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, 'choices-of-many-narrow.png') });
    await changeAll(page);
    await undo(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a name typed in Latin letters finds Greek ones, and the keyboard alone leads to the customer and back', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await openList(page);
    await page.keyboard.press('/');
    await page.keyboard.type('georgiou');
    // Also none at all are all of one name.
    await namesOf(page).filter({ hasText: 'Γεωργίου' }).first().waitFor();
    await expect.poll(() => namesOf(page).filter({ hasNotText: 'Γεωργίου' }).count()).toBe(0);
    await expect.poll(() => new URL(page.url()).searchParams.get('name')).toBe('georgiou');
    const [name = ''] = await namesOf(page).allTextContents();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await namesOf(page).first().waitFor();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('georgiou');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the order and the filters are in the address, so a reload shows the same customers', async () => {
    const { page, context } = await visitSignedIn();
    await openList(page);
    await page.getByRole('columnheader', { name: 'Value' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Value' }).and(page.locator('[aria-sort=descending]')).waitFor();
    await page.getByRole('button', { name: /^Stage/ }).click();
    await page.locator('label').filter({ hasText: 'Lapsed' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('?sort=-value&stage=lapsed');
    await page.getByRole('cell', { name: 'Lapsed' }).first().waitFor();
    await expect.poll(() => page.getByRole('cell', { name: 'Returning' }).count()).toBe(0);
    const before = await namesOf(page).allTextContents();
    await page.reload();
    await namesOf(page).first().waitFor();
    expect((await namesOf(page).allTextContents()).slice(0, 10)).toEqual(before.slice(0, 10));
    await context.close();
  });

  test('one step leads to the end of the list, and from there it scrolls all the way up again', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await openList(page, '?sort=-value');
    const first = await namesOf(page).first().textContent();
    await page.getByRole('button', { name: 'To the end' }).click();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight - window.scrollY - window.innerHeight))
      .toBeLessThan(5);
    await expect.poll(() => page.getByRole('row').last().textContent()).toContain('–');
    const inSight = await namesOf(page).allTextContents();
    expect(inSight).not.toContain(first);
    const climb = async () => {
      await page.evaluate(() => window.scrollTo(0, 0));
      return await namesOf(page).first().textContent();
    };
    await expect.poll(climb, { timeout: 45_000, interval: 150 }).toBe(first);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a call is logged in one line, stands on the timeline, and tells how the customer feels', async () => {
    const { page, context, complaints } = await visitSignedIn();
    await openList(page, '?sort=-value');
    await namesOf(page).first().click();
    await page.getByLabel('What happened?').waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('l');
    await page.keyboard.type('called 12 min, the olives arrived well :5');
    await page.keyboard.press('Enter');
    const entry = page.getByRole('article').filter({ hasText: 'the olives arrived well' });
    await entry.waitFor();
    expect(await entry.textContent()).toContain('We called');
    await page.getByRole('definition').filter({ hasText: 'Delighted' }).waitFor();
    expect(await page.getByLabel('What happened?').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a past day says that it is one, goes along to the customer, and is only looked at', async () => {
    const { page, context, complaints } = await visitSignedIn();
    const asOf = monthsAgo(6);
    await openList(page, `?sort=-value&asOf=${asOf}`);
    await page.getByText('You see how things stood on').waitFor();
    expect(await page.getByRole('button', { name: 'New customer' }).count()).toBe(0);
    await namesOf(page).first().click();
    await page.getByRole('heading', { name: 'What was said' }).waitFor();
    await page.getByText('You see how things stood on').waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(asOf);
    expect(await page.getByLabel('What happened?').count()).toBe(0);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.getByLabel('What happened?').waitFor();
    expect(await page.getByText('You see how things stood on').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('somebody is found from anywhere', async () => {
    const { page, context } = await visitSignedIn();
    await page.goto('/settings');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await page.keyboard.type('georgiou');
    const found = page.getByRole('menuitem', { name: /Γεωργίου/ }).first();
    await found.waitFor();
    await found.click();
    await page.getByRole('heading', { level: 1, name: /Γεωργίου/ }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/customers\/./);
    await context.close();
  });

  test('somebody is found by the digits on the telephone, with a letter wrong, and by Enter sooner than the answer comes', async () => {
    const { page, context, complaints } = await visitSignedIn({ width: 360 });
    await page.goto('/settings');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const asked = await page.request.get('/api/find?text=georgiou');
    const { found } = (await asked.json()) as { found: { id: string; name: string }[] };
    const [one] = found;
    const { phone } = (await (await page.request.get(`/api/customers/${one?.id}`)).json()) as { phone: string };
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await page.keyboard.type(phone.slice(-7));
    const row = page.getByRole('menuitem', { name: one?.name ?? 'nobody' }).filter({ hasText: phone });
    await row.waitFor();
    expect(await row.locator('mark').allTextContents()).toEqual([phone.slice(-7)]);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, 'find-narrow.png') });
    await page.keyboard.press('Control+a');
    await page.keyboard.type('geogriou');
    await page
      .getByRole('menuitem', { name: /Γεωργίου/ })
      .filter({ hasText: 'a similar name' })
      .first()
      .waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('georgiou');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Γεωργίου|Georgiou/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  for (const [name, options] of [
    ['wide', { width: 1280 }],
    ['wide and dark', { width: 1280, dark: true }],
    ['narrow', { width: 360 }],
    ['narrow and dark', { width: 360, dark: true }],
  ] as const) {
    test(`the list and a customer are accessible and fit, ${name}`, async () => {
      const { page, context, complaints } = await visitSignedIn(options);
      await openList(page, '?sort=-value');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.screenshot({ path: join(shots, `customers-${name.replaceAll(' ', '-')}.png`) });
      await namesOf(page).first().click();
      await page.getByRole('heading', { name: 'What was said' }).waitFor();
      await page.getByRole('article').first().waitFor();
      await untilSettled(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.screenshot({ path: join(shots, `customer-${name.replaceAll(' ', '-')}.png`), fullPage: true });
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
});
