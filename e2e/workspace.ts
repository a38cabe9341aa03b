import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit, type SignedIn } from './browser.ts';
import { bootProduct, type Product } from './product.ts';

/** Where pictures of pages are kept, to be looked at. */
export const shots = join(import.meta.dirname, '../test-results/look');

export const owner = { name: 'Anna Georgiou', email: 'anna@example.com', password: 'a well kept notebook' };

/** The built product with a workspace that its owner has just made, and a browser for her; `fill` puts in what the journeys need. */
export async function openWorkspace(
  fill: (page: Page) => Promise<void> = async () => {},
  env: Record<string, string> = {},
  timeZone = 'Europe/Athens',
): Promise<{ product: Product; browser: Browser; signedIn: SignedIn }> {
  mkdirSync(shots, { recursive: true });
  const [product, browser] = await Promise.all([bootProduct(env), openBrowser()]);
  const { page, context } = await visit(browser, product.url);
  await post(page, '/api/workspaces', { name: 'Elia & Sons', language: 'en', currency: 'EUR', timeZone, owner });
  await fill(page);
  // Journeys go alike on any day of the week: also on a Sunday she has two hours.
  const hours = await page.request.patch('/api/today/plan', { headers: { 'x-tend': '1' }, data: { minutes: 120 } });
  if (!hours.ok()) throw new Error(await hours.text());
  const signedIn = await context.storageState();
  await context.close();
  return { product, browser, signedIn };
}

/** A time zone where the day neither ends while journeys go, nor before what is due in an hour: in the evening that would be due tomorrow. */
export function whereItIsTen(): string {
  const now = Temporal.Now.instant();
  const zone = Intl.supportedValuesOf('timeZone').find((name) => now.toZonedDateTimeISO(name).hour === 10);
  if (zone === undefined) throw new Error('it is ten nowhere');
  return zone;
}

/** Asks for something as a page of whoever is signed in would, and answers what came of it. */
export async function post(page: Page, path: string, data?: object): Promise<{ id: string }> {
  const answer = await page.request.post(path, { headers: { 'x-tend': '1' }, timeout: 120_000, ...(data ? { data } : {}) });
  if (!answer.ok()) throw new Error(await answer.text());
  return (answer.status() === 204 ? {} : await answer.json()) as { id: string };
}
