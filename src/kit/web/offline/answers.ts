import { KEPT_AT } from './kept-at.ts';

/**
 * What the server said last, kept on this device for one colleague: in a cache of the browser that is named after them. Without such a cache the
 * service worker keeps nothing, so whoever signs out is forgotten at once.
 */
const PREFIX = 'tend-answers:';

/** No more than this many answers, the latest ones, and none older than two weeks. */
const most = 600;
const longest = 14 * 24 * 3_600_000;

/** The answers of a colleague are kept from now on, and nobody else's. Who is signed in is kept at once. */
export async function keepAnswersOf(colleague: string, path: string, answer: unknown): Promise<void> {
  if (!('caches' in globalThis)) return;
  await forgetAnswers(colleague);
  const answers = await caches.open(PREFIX + colleague);
  await answers.put(path, keepable(JSON.stringify(answer)));
}

/** Forgets all answers, except those of one colleague. */
export async function forgetAnswers(except?: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + except);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Keeps an answer, if anybody's are kept here. */
export async function keepAnswer(request: Request | string, response: Response): Promise<void> {
  // What is gone from the server goes from the device, too: somebody may have wanted to be forgotten.
  if (response.status === 404 || response.status === 410) await (await openAnswers())?.delete(request);
  if (response.status !== 200 || response.headers.get('content-type')?.includes('json') !== true) return;
  const kept = keepable(await response.text());
  const answers = await openAnswers();
  if (!answers) return;
  await answers.put(request, kept);
  const all = await answers.keys();
  // In the order in which they were kept.
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((oldest) => answers.delete(oldest)));
}

/** What was answered last; undefined where nothing is kept, or only what is too old to be of use. */
export async function keptAnswer(request: Request | string): Promise<Response | undefined> {
  const kept = await (await openAnswers())?.match(request, { ignoreVary: true });
  return kept && ageOf(kept) < longest ? kept : undefined;
}

/** How long ago an answer was kept, in milliseconds. */
export function ageOf(kept: Response): number {
  return Date.now() - Date.parse(kept.headers.get(KEPT_AT) ?? '');
}

async function openAnswers(): Promise<Cache | undefined> {
  const name = (await caches.keys()).find((one) => one.startsWith(PREFIX));
  return name === undefined ? undefined : await caches.open(name);
}

function keepable(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/json', [KEPT_AT]: new Date().toISOString() } });
}
