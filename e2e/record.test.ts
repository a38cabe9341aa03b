import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn, type Visit } from './browser.ts';
import type { Product } from './product.ts';
import { openWorkspace, owner, post, shots } from './workspace.ts';

let product: Product;
let browser: Browser;
let signedIn: SignedIn;

beforeAll(async () => {
  ({ product, browser, signedIn } = await openWorkspace(async (page) => void (await post(page, '/api/sample'))));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function visitSignedIn(options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  return await visit(browser, product.url, { ...options, signedIn });
}

async function make(page: Page, body: Record<string, unknown>): Promise<string> {
  const answer = await page.request.post('/api/customers', { data: body, headers: { 'x-tend': '1' } });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** A person with all that one can know, and the organization where they work. */
async function makeBoth(page: Page): Promise<{ person: string; organization: string }> {
  const born = Temporal.Now.plainDateISO().subtract({ years: 40 }).add({ days: 5 });
  const person = await make(page, {
    kind: 'person',
    prefix: 'Δρ',
    given: 'Μαρία',
    patronymic: 'Νικολάου',
    family: 'Γεωργίου-Παπαδοπούλου',
    nickname: 'Μαίρη',
    latinName: 'Maria Georgiou-Papadopoulou',
    language: 'el',
    country: 'GB',
    phones: [
      { value: '+44 20 7946 0111', label: 'work' },
      { value: '+30 6900 001234', label: 'mobile, on holiday' },
    ],
    emails: [{ value: 'maria.georgiou.papadopoulou@long-name-of-a-company.example.com', label: 'work' }],
    websites: [{ value: 'maria.example.com' }],
    addresses: [{ street: '12 Clerkenwell Green', postalCode: 'EC1R 0DP', city: 'London', country: 'GB', label: 'work' }],
    birthday: { year: born.year, month: born.month, day: born.day },
    profession: 'Architect',
    note: 'Comes over in August.\nLikes it dark.',
  });
  const parent = await make(page, { kind: 'organization', name: 'Clerkenwell Holding' });
  const organization = await make(page, {
    kind: 'organization',
    name: 'Georgiou & Partners',
    legalName: 'Georgiou & Partners LLP',
    industry: 'Architecture',
    employees: 14,
    foundedOn: '1998-04-01',
    parentId: parent,
    websites: [{ value: 'georgiou.example.com' }],
  });
  for (const role of [
    { organizationId: organization, personId: person, role: 'founder', sinceOn: '1998-04-01' },
    {
      organizationId: organization,
      newPerson: { given: 'Jo', family: 'Finch', phone: '+44 20 7946 0112', email: 'jo@example.com' },
      role: 'assistant',
    },
    { organizationId: organization, newPerson: { given: 'Al', family: 'Moss' }, role: 'assistant', untilOn: '2020-01-31' },
  ]) {
    const answer = await page.request.post('/api/contact-roles', { data: role, headers: { 'x-tend': '1' } });
    expect(answer.status()).toBe(200);
  }
  return { person, organization };
}

test('a record is filled in on a phone, and what is wrong is said at its field', async () => {
  const { page, context, complaints } = await visitSignedIn({ width: 360 });
  const id = await make(page, { kind: 'person', name: 'Μαρία Παππά', phone: '2101234567', country: 'GR' });
  await page.goto(`/customers/${id}`);
  await page.getByRole('button', { name: 'Change details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change details' });
  await dialog.getByRole('button', { name: 'Add a number' }).click();
  await page.keyboard.type('at the bar');
  await dialog.getByText('About them').click();
  await dialog.getByRole('textbox', { name: 'Day' }).fill('30');
  await dialog.getByLabel('Month').selectOption('February');
  await dialog.getByText('About them').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('is not a phone number').waitFor();
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('at the bar');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('6971234567');
  await dialog.getByRole('button', { name: 'Save' }).click();
  // The refusal opens the group that it is in.
  await dialog.getByText('The calendar has no such day').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'record-refused-narrow.png') });
  await dialog.getByRole('textbox', { name: 'Day' }).fill('28');
  await dialog.getByText('Address, website').click();
  await dialog.getByLabel('Street and number').fill('Ερμού 1');
  await dialog.getByLabel('City').fill('Αθήνα');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '+30 697 123 4567' }).waitFor();
  await page.getByText('Ερμού 1, Αθήνα').waitFor();
  await page.getByText(/Birthday .*28 February/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('whoever works at an organization is written down there, has a page without figures, and can become a customer', async () => {
  const { page, context, complaints } = await visitSignedIn();
  const id = await make(page, { kind: 'organization', name: 'Άρτος Α.Ε.' });
  await page.goto(`/customers/${id}`);
  await page.getByRole('button', { name: 'Add somebody who works here' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Somebody new').click();
  await dialog.getByLabel('First name').fill('Ράδκα');
  await dialog.getByLabel('Family name').fill('Κολέβα');
  await dialog.getByLabel('What they do there').fill('buyer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'Who works here' }).getByRole('link', { name: 'Ράδκα Κολέβα' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ράδκα Κολέβα' }).waitFor();
  await page.getByRole('list', { name: 'Works at' }).getByRole('link', { name: 'Άρτος Α.Ε.' }).waitFor();
  expect(await page.getByRole('heading', { name: 'What they buy' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Make them a customer' }).click();
  await page.getByText('Now a customer too').waitFor();
  await page.getByRole('button', { name: 'Make a key customer' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody known already is found while typing, and a role can be taken back and put back', async () => {
  const { page, context, complaints } = await visitSignedIn();
  await make(page, { kind: 'organization', name: 'Zephyr Trading' });
  const id = await make(page, { kind: 'person', given: 'Nora', family: 'Quist' });
  await page.goto(`/customers/${id}`);
  await page.getByRole('button', { name: 'Add where they work' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Organization' }).fill('zephy');
  await page.getByRole('option', { name: 'Zephyr Trading' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const roles = page.getByRole('list', { name: 'Works at' });
  await roles.getByRole('link', { name: 'Zephyr Trading' }).waitFor();
  await roles.getByRole('button', { name: /Change/ }).click();
  await page.getByRole('button', { name: 'Added by mistake' }).click();
  await page.getByText('Taken back').waitFor();
  await roles.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await roles.getByRole('link', { name: 'Zephyr Trading' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('the key customers stand on one page, those first who are to be looked at again', async () => {
  const { page, context, complaints } = await visitSignedIn({ width: 360 });
  await page.goto('/customers');
  await page.getByRole('button', { name: 'More about customers' }).click();
  await page.getByRole('menuitem', { name: 'Key customers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Key customers' }).waitFor();
  await page.getByText('To be reviewed on').first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'key-customers-narrow.png') });
  expect(complaints).toEqual([]);
  await context.close();
});

for (const [name, options] of [
  ['wide', { width: 1280 }],
  ['narrow and dark', { width: 360, dark: true }],
] as const) {
  test(`a person, an organization and the dialog that changes them are accessible and fit, ${name}`, async () => {
    const { page, context, complaints } = await visitSignedIn(options);
    const look = async (what: string) => {
      await untilSettled(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.screenshot({ path: join(shots, `${what}-${name.replaceAll(' ', '-')}.png`) });
    };
    const { person, organization } = await makeBoth(page);
    for (const [what, id] of [
      ['person', person],
      ['organization', organization],
    ] as const) {
      await page.goto(`/customers/${id}`);
      await page.getByRole('button', { name: 'Change details' }).waitFor();
      await look(`record-${what}`);
      await page.getByRole('button', { name: 'Change details' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
      await look(`record-dialog-${what}`);
      for (const group of await page.getByRole('dialog').locator('summary').all()) await group.click();
      await look(`record-dialog-open-${what}`);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test('a record reads from right to left in Persian, and fits a phone', async () => {
  const { page, context, complaints } = await visitSignedIn({ width: 360 });
  const prefer = (language: string) =>
    page.request.patch('/api/me', {
      data: language === 'fa' ? { language, calendar: 'persian', digits: 'persian' } : { language, calendar: 'gregorian', digits: 'latin' },
      headers: { 'x-tend': '1' },
    });
  const { person } = await makeBoth(page);
  await prefer('fa');
  try {
    await page.goto(`/customers/${person}`);
    await page.getByRole('button', { name: 'ویرایش مشخصات' }).click();
    await page.getByRole('dialog').getByText('درباره', { exact: true }).click();
    await untilSettled(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: join(shots, 'record-dialog-fa.png') });
    await page.keyboard.press('Escape');
    await page.screenshot({ path: join(shots, 'record-fa.png'), fullPage: true });
  } finally {
    await prefer('en');
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('the owner hands the customers of a colleague to another', async () => {
  const { page, context, complaints } = await visitSignedIn();
  await page.goto('/settings/colleagues/care');
  const milena = page.getByRole('listitem').filter({ hasText: 'Милена' });
  await milena.getByText(/Answers for \d\d+ customers/).waitFor();
  await expectAccessible(page);
  await milena.getByRole('button').click();
  await page.getByRole('dialog').getByLabel('Who takes over').selectOption(owner.name);
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
  await milena.getByText('Answers for 0 customers, stands in for 0').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('everything about a person is taken along, consent is noted, the person is erased, and the log tells of it', async () => {
  const { page, context, complaints } = await visitSignedIn();
  const person = await make(page, { kind: 'person', name: 'Erasmia Kalou', emails: [{ value: 'erasmia@example.com' }] });
  await page.goto(`/customers/${person}`);
  const section = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
  await section('Consent').getByRole('button', { name: 'Note an answer' }).click();
  const consent = page.getByRole('dialog', { name: 'Note an answer' });
  await consent.getByLabel('By what means').selectOption('phone');
  await consent.getByRole('button', { name: 'Save' }).click();
  await consent.getByText('For a yes, write down what shows it.').waitFor();
  await consent.getByLabel('What shows it').fill('form 12, in the drawer');
  await consent.getByRole('button', { name: 'Save' }).click();
  await section('Consent').getByText('Offers by phone').waitFor();
  const loading = page.waitForEvent('download');
  await section('Personal data').getByRole('link', { name: 'All of it, to read' }).click();
  expect(readFileSync(await (await loading).path(), 'utf8')).toContain('erasmia@example.com');
  await section('Personal data').getByRole('button', { name: 'Erase this person…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase this person' });
  await dialog.getByLabel('Why').fill('asked for it');
  await dialog.getByLabel('To confirm, type the name').fill('Somebody else');
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await dialog.getByText('This is not the person’s name.').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'erase.png') });
  await dialog.getByLabel('To confirm, type the name').fill('Erasmia Kalou');
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByText('The person was erased.').waitFor();
  await page.goto('/settings/personal-data');
  await page.getByText('asked for it').waitFor();
  await page.getByLabel('Erase customers not heard from for (years)').fill('30');
  await page.getByRole('button', { name: 'Who would be affected?' }).click();
  await page.getByText(/^Now: 0 customers/).waitFor();
  await expectAccessible(page);
  await page.goto('/settings/audit?group=personal_data');
  const entries = page.getByRole('list', { name: 'Audit log' });
  await entries.getByText('Person erased').waitFor();
  await entries.getByText('a customer who is gone').first().waitFor();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Nobody has tampered with it.').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'audit.png'), fullPage: true });
  expect(complaints).toEqual([]);
  await context.close();
});

test('of two who change the same record, the second is told what the first changed, and keeps what they typed', async () => {
  const { page, context, complaints } = await visitSignedIn();
  const customer = await make(page, { kind: 'person', name: 'Nikos Vlachos', note: 'Likes figs.', profession: 'Baker' });
  const change = async (body: object) => {
    const answer = await page.request.patch(`/api/customers/${customer}`, { data: body, headers: { 'x-tend': '1' } });
    expect(answer.status()).toBe(200);
  };
  const edit = async () => {
    await page.getByRole('button', { name: 'Change details' }).click();
    await page.getByRole('dialog', { name: 'Change details' }).getByText('About them').click();
  };
  await page.goto(`/customers/${customer}`);
  await edit();
  // What another changes elsewhere in the record stands beside one's own change.
  await change({ profession: 'Cook' });
  const dialog = page.getByRole('dialog', { name: 'Change details' });
  await dialog.getByLabel('Note').fill('Likes dates.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const kept = (await (await page.request.get(`/api/customers/${customer}`)).json()) as Record<string, unknown>;
  expect(kept).toMatchObject({ note: 'Likes dates.', profession: 'Cook' });

  await untilSettled(page);
  await edit();
  await change({ note: 'Allergic to figs.' });
  await dialog.getByLabel('Note').fill('Likes plums.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Somebody else has changed this in the meantime').waitFor();
  await dialog.getByText('Allergic to figs.').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'overtaken.png') });
  expect(await dialog.getByLabel('Note').inputValue()).toBe('Likes plums.');
  await dialog.getByRole('button', { name: 'Save mine instead' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await (await page.request.get(`/api/customers/${customer}`)).json()).toMatchObject({ note: 'Likes plums.' });
  expect(complaints).toEqual([]);
  await context.close();
});
