import { ageOf, keepAnswer, keptAnswer } from '../answers.ts';
import { fromNetworkOr } from './network.ts';
import { scope } from './scope.ts';

const patience = 6000;
/** What was kept this recently is not asked for again ahead of time. */
const freshFor = 2 * 3_600_000;

/** Answers that `isKept` are shown again when nobody answers, with the moment at which they were kept. */
export function keepAnswers(isKept: (path: string) => boolean): void {
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin || !isKept(pathname)) return;
    const asked = fetch(request);
    event.respondWith(fromNetworkOr(asked, () => keptAnswer(request), patience));
    event.waitUntil(asked.then((answer) => keepAnswer(request, answer.clone())).catch(() => undefined));
  });
}

/** Asks for what may be needed later, one after the other, and leaves off at the first refusal. */
export async function keepAhead(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const kept = await keptAnswer(address);
    if (kept && ageOf(kept) < freshFor) continue;
    const answer = await fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json', 'x-tend': '1' } });
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return;
    await keepAnswer(address, answer);
  }
}
