import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, untilSettled, visit, type SignedIn } from './browser.ts';
import { codeNow } from '#fixtures/authenticator-app.ts';
import { openProvider, type OpenProvider } from '#fixtures/testing/sign-on/open-provider.ts';
import { freePort, type Product } from './product.ts';
import { openWorkspace, owner, post, shots } from './workspace.ts';

const milena = { name: 'Милена Стоянова', email: 'milena.stoyanova@example.com', password: 'the ferry left at dusk' };

let product: Product;
let provider: OpenProvider;
let browser: Browser;
let signedIn: SignedIn;
let milenaSignedIn: SignedIn;
let signedInWithCode: SignedIn;

beforeAll(async () => {
  // Passkeys and single sign-on have to know at which address they are.
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  provider = await openProvider(address);
  const { issuer, clientId, clientSecret, name } = provider.settings;
  const oidc = { TEND_OIDC_ISSUER: issuer, TEND_OIDC_CLIENT: clientId, TEND_OIDC_SECRET: clientSecret, TEND_OIDC_NAME: name };
  ({ product, browser, signedIn } = await openWorkspace(undefined, { TEND_PORT: port, TEND_URL: address, ...oidc }));
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  await provider.stop();
});

test('a colleague is invited by a link, and comes in with it', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/settings/colleagues');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(milena.name);
  await dialog.getByLabel('E-mail').fill(milena.email);
  await dialog.getByText('Leads the others').click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create the invitation' }).click();
  const link = await dialog.getByLabel('Link').inputValue();
  expect(link).toMatch(/^http.+\/join#.{60,}$/);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'invited.png') });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Invited' }).waitFor();
  await page.getByText('What each role may do').click();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'colleagues.png'), fullPage: true });

  const guest = await visit(browser, product.url, { width: 360 });
  await guest.page.goto(link);
  await guest.page.getByRole('heading', { level: 1, name: 'Welcome to Elia & Sons' }).waitFor();
  await untilSettled(guest.page);
  await expectAccessible(guest.page);
  await expectNoSidewaysScroll(guest.page);
  await guest.page.getByLabel('Password', { exact: true }).fill(milena.name);
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await guest.page.getByText('must not be your name').waitFor();
  await guest.page.screenshot({ path: join(shots, 'join-phone.png'), fullPage: true });
  await guest.page.getByLabel('Password', { exact: true }).fill(milena.password);
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await guest.page.getByRole('navigation').first().waitFor();
  await guest.page.goto('/settings/colleagues');
  await guest.page.getByRole('listitem').getByText('You', { exact: true }).waitFor();
  await expectNoSidewaysScroll(guest.page);
  await guest.page.screenshot({ path: join(shots, 'colleagues-phone.png'), fullPage: true });
  expect(guest.complaints).toEqual([]);
  milenaSignedIn = await guest.context.storageState();
  await guest.context.close();

  const late = await visit(browser, product.url);
  await late.page.goto(link);
  await late.page.getByText('This invitation has already been used').waitFor();
  await expectAccessible(late.page);
  await late.context.close();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a reader sees everything, and is told why nothing can be changed', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/settings/colleagues');
  await page.getByRole('button', { name: `Role of ${milena.name}` }).click();
  await page.getByText('Sees customers, and changes nothing').click();
  await page.getByRole('button', { name: 'Give this role' }).click();
  await page.getByText(`${milena.name}: reader`).waitFor();
  await page.getByRole('button', { name: `Role of ${owner.name}` }).click();
  await page.getByText('Works with the customers').click();
  await page.getByRole('button', { name: 'Give this role' }).click();
  await page.getByText('The workspace needs an owner').waitFor();
  expect(complaints).toEqual([]);
  await context.close();

  const reader = await visit(browser, product.url, { signedIn: milenaSignedIn });
  await reader.page.goto('/customers');
  const add = reader.page.getByRole('button', { name: 'New customer' });
  await add.click({ force: true });
  await reader.page.getByRole('tooltip').getByText('It is for: owner, manager').waitFor();
  expect(await reader.page.getByRole('dialog').count()).toBe(0);
  await expectAccessible(reader.page);
  await reader.page.screenshot({ path: join(shots, 'reader.png') });
  await reader.page.goto('/import');
  await reader.page.getByRole('heading', { name: 'Not for your role' }).waitFor();
  await expectAccessible(reader.page);
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
});

test('one account goes from one workspace to another and back', async () => {
  const made = await product.tend(
    ['workspace', 'create', '--name', 'Next door', '--currency', 'GBP', '--time-zone', 'Europe/London', '--owner-email', 'ann@example.com'],
    'a kettle under the stairs',
  );
  expect(made.errors).toBe('');
  const invited = await product.tend(['--workspace', 'Next door', 'colleagues', 'invite', milena.email, '--role', 'colleague']);
  const hash = invited.out.trim().split('#')[1] ?? '';
  expect(hash).not.toBe('');
  const { page, context, complaints } = await visit(browser, product.url, { signedIn: milenaSignedIn });
  await page.goto(`/join#${hash}`);
  await page.getByText(milena.email).waitFor();
  await page.getByRole('button', { name: 'Join' }).click();
  const side = page.getByRole('complementary');
  await side.getByText('Next door').waitFor();
  await side.getByRole('button', { name: milena.name }).click();
  await page.getByRole('menuitemradio', { name: 'Elia & Sons' }).click();
  await side.getByText('Elia & Sons').waitFor();
  await page.reload();
  await side.getByText('Elia & Sons').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('the colleagues fit a phone, in the dark and in Persian', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360, dark: true, signedIn });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  await page.goto('/settings/colleagues');
  await page.getByRole('heading', { level: 1, name: 'همکاران' }).waitFor();
  await page.getByText('هر نقش چه می‌تواند بکند').click();
  await untilSettled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'colleagues-persian.png'), fullPage: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  expect(complaints).toEqual([]);
  await context.close();
});

test('with an authenticator app, signing in takes a code; and the browsers that are signed in are seen', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360 });
  await page.goto('/sign-in');
  const signIn = async () => {
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await signIn();
  await page.getByRole('navigation').first().waitFor();
  await page.goto('/settings/sign-in');
  await page.getByText('this one').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set it up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current password', { exact: true }).fill(owner.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const key = await dialog.getByLabel('Key', { exact: true }).inputValue();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'second-factor-phone.png'), fullPage: true });
  await dialog.getByLabel('Code', { exact: true }).fill(codeNow(key));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await dialog.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  await dialog.getByRole('button', { name: 'I have saved them' }).click();
  await page.getByText('On', { exact: true }).waitFor();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'sign-in-settings-phone.png'), fullPage: true });
  await page.request.delete('/api/session', { headers: { 'x-tend': '1' } });
  await page.goto('/sign-in');
  await signIn();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await expectAccessible(page);
  // The one of setting up is used; the app's clock may be a little ahead.
  await page.getByLabel('Code', { exact: true }).fill(codeNow(key, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  signedInWithCode = await context.storageState();
  expect(complaints).toEqual([]);
  await context.close();
});

test('who forgot the password gets a link from the terminal', async () => {
  const printed = await product.tend(['account', 'reset', milena.email]);
  const { page, context, complaints } = await visit(browser, product.url);
  await page.goto(`/reset#${printed.out.trim().split('#')[1] ?? ''}`);
  await page.getByLabel('New password', { exact: true }).fill('a lantern for the cellar');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill(milena.email);
  await page.getByLabel('Password', { exact: true }).fill('a lantern for the cellar');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a passkey signs in without typing, and opens nothing once it is removed', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { width: 360 });
  await giveDevice(page);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(milena.email);
  await page.getByLabel('Password', { exact: true }).fill('a lantern for the cellar');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.goto('/settings/sign-in');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('My telephone');
  await dialog.getByLabel('Current password', { exact: true }).fill('a lantern for the cellar');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create the passkey' }).click();
  await page.getByText('not used yet').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'passkeys-phone.png'), fullPage: true });
  await page.request.delete('/api/session', { headers: { 'x-tend': '1' } });

  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('navigation').first().waitFor();
  await page.goto('/settings/sign-in');
  await page.getByText('last used today').first().waitFor();
  await page.getByRole('button', { name: 'Remove My telephone' }).click();
  await dialog.getByLabel('Current password', { exact: true }).fill('a lantern for the cellar');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The passkey was removed').waitFor();
  await page.request.delete('/api/session', { headers: { 'x-tend': '1' } });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('This passkey does not work here').waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a business requires a second factor of everyone, and each is led through setting one up', async () => {
  const early = await visit(browser, product.url, { signedIn });
  await early.page.goto('/settings/colleagues');
  await early.page.getByRole('button', { name: 'Require it of everyone' }).click();
  await early.page.getByRole('dialog').getByRole('button', { name: 'Require it of everyone' }).click();
  await early.page.getByText('Set up a second factor of your own first').waitFor();
  await early.context.close();

  const desk = await visit(browser, product.url, { signedIn: signedInWithCode });
  await desk.page.goto('/settings/colleagues');
  await desk.page.getByText('no second factor').first().waitFor();
  await desk.page.getByRole('button', { name: 'Require it of everyone' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText('One colleague has none yet.').waitFor();
  await expectAccessible(desk.page);
  await desk.page.screenshot({ path: join(shots, 'second-factor-rule.png') });
  await dialog.getByRole('button', { name: 'Require it of everyone' }).click();
  await desk.page.getByText('From now on everyone needs a second factor.').waitFor();
  await desk.page.getByRole('button', { name: 'Let each colleague choose' }).waitFor();
  await expectAccessible(desk.page);

  // The owner's other browser has not shown it.
  const other = await visit(browser, product.url, { signedIn });
  await other.page.goto('/customers');
  await other.page.getByRole('heading', { name: 'Your second factor, too' }).waitFor();
  await expectAccessible(other.page);
  await other.context.close();

  const { page, context, complaints } = await visit(browser, product.url, { width: 360 });
  await giveDevice(page);
  await page.goto('/sign-in?back=/promises');
  await page.getByLabel('E-mail').fill(milena.email);
  await page.getByLabel('Password', { exact: true }).fill('a lantern for the cellar');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  expect((await page.request.get('/api/colleagues')).status()).toBe(401);
  await untilSettled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: join(shots, 'second-factor-lacking-phone.png'), fullPage: true });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel('Current password', { exact: true }).fill('a lantern for the cellar');
  await asked.getByRole('button', { name: 'Create the passkey' }).click();
  await page.waitForURL('**/promises');
  await page.getByRole('navigation').first().waitFor();
  // From now on the password alone opens nothing, and the passkey everything.
  await page.request.delete('/api/session', { headers: { 'x-tend': '1' } });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(milena.email);
  await page.getByLabel('Password', { exact: true }).fill('a lantern for the cellar');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('navigation').first().waitFor();
  expect(complaints.filter((one) => !one.includes('401'))).toEqual([]);
  await context.close();

  await desk.page.reload();
  await desk.page.getByRole('button', { name: 'Let each colleague choose' }).click();
  await desk.page.getByText('From now on each colleague chooses.').waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

/** A device that keeps passkeys and knows who sits there. */
async function giveDevice(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options });
  // The device would take what the browser offers by itself, sometimes before anybody has pressed a button.
  await page.addInitScript(() => Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: () => Promise.resolve(false) }));
}

test('single sign-on lets in who was invited, and nobody else; when the provider is away, its button says so', async () => {
  const desk = await visit(browser, product.url, { signedIn });
  await post(desk.page, '/api/invitations', { name: 'Nikos Rigas', email: 'nikos@example.com', role: 'colleague' });
  await desk.context.close();
  const { page, context, complaints } = await visit(browser, product.url, { dark: true });
  const comeInAs = async (typed: string) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with Olive' }).click();
    await page.getByLabel('Who are you?').fill(typed);
    await page.getByRole('button', { name: 'Go on' }).click();
  };
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with Olive' }).waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'sign-in-ways-dark.png'), fullPage: true });
  await comeInAs('unverified nikos@example.com');
  await page.getByText('has not verified your e-mail address').waitFor();
  await expectAccessible(page);
  await context.clearCookies();
  await comeInAs('nikos@example.com');
  await page.getByRole('navigation').first().waitFor();
  await page.goto('/settings/sign-in');
  await page.getByText('Connected').waitFor();
  await page.getByText('This account has no password').waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'sign-in-settings-dark.png'), fullPage: true });
  await provider.stop();
  await page.request.delete('/api/session', { headers: { 'x-tend': '1' } });
  await expect
    .poll(
      async () => {
        await page.goto('/sign-in');
        await page.getByRole('button', { name: 'Sign in with Olive' }).waitFor();
        return await page.getByText('Olive is not answering').count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(1);
  await page.getByRole('button', { name: 'Sign in with Olive' }).click();
  await page.getByText('The single sign-on does not answer').waitFor();
  await page.getByLabel('E-mail').fill(milena.email);
  await page.getByLabel('Password', { exact: true }).fill('a lantern for the cellar');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  expect(complaints.filter((one) => !one.includes(provider.settings.issuer))).toEqual([]);
  await context.close();
});

test('a key is made, works for a program, is found in the reference, and opens nothing once it is revoked', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn });
  await page.goto('/settings/keys');
  await page.getByText('No keys yet').waitFor();
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is it for?').fill('The till');
  await dialog.getByText('Some of it').click();
  await dialog.getByText('Log, promise, change customers').click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create the key' }).click();
  const key = await dialog.getByLabel('Key', { exact: true }).inputValue();
  expect(key).toMatch(/^tend_[0-9a-f-]{36}\.[\w-]{43}$/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have saved it' }).click();
  await page.getByText('never used').waitFor();

  const ask = async (path: string) => await fetch(`${product.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask('/api/customers')).status).toBe(200);
  expect((await ask('/api/colleagues/seats')).status).toBe(403);
  await page.reload();
  await page.getByText(/last used today/).waitFor();
  await untilSettled(page);
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'keys.png'), fullPage: true });

  await page.getByRole('link', { name: 'What programs can ask for' }).click();
  await page.getByLabel('Find an operation or a code').fill('promises give');
  await page.getByText('Give a customer our word').click();
  await page.getByText('authorization: Bearer $TEND_KEY').first().waitFor();
  await expectAccessible(page);
  await page.screenshot({ path: join(shots, 'reference.png') });

  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'Revoke the key The till' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('1 key that has ended').waitFor();
  expect((await ask('/api/customers')).status).toBe(401);
  const listed = await product.tend(['--workspace', 'Elia & Sons', 'keys']);
  expect([listed.code, listed.out]).toEqual([0, expect.stringMatching(/The till .*revoked/)]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the keys and the reference fit a phone, in the dark and in Persian', async () => {
  const { page, context, complaints } = await visit(browser, product.url, { signedIn, width: 360, dark: true });
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'fa', calendar: 'persian', digits: 'persian' } });
  for (const path of ['/settings/keys', '/settings/keys/reference?look=promises']) {
    await page.goto(path);
    await untilSettled(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.screenshot({ path: join(shots, `phone-${path.includes('reference') ? 'reference' : 'keys'}.png`), fullPage: true });
  }
  await page.request.patch('/api/me', { headers: { 'x-tend': '1' }, data: { language: 'en', calendar: 'gregorian', digits: 'latin' } });
  expect(complaints).toEqual([]);
  await context.close();
});
