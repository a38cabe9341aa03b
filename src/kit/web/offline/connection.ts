import { useSyncExternalStore } from 'react';
import { KEPT_AT } from './kept-at.ts';

/** Whether Tend can be reached; and where it cannot, of when the oldest is that this page shows. */
export type Connection = { readonly isOffline: boolean; readonly asOf: string | null };

const askAgain = 10_000;
const online: Connection = { isOffline: false, asOf: null };

let current: Connection = online;
let answeredAt: string | null = null;
let asking: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

export function useConnection(): Connection {
  return useSyncExternalStore(listen, connection);
}

export function connection(): Connection {
  return current;
}

/** Hears when the connection is lost and when it is back. Answers how to stop. */
export function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** What every answer tells: whether it came from Tend or was kept here. Who is signed in is asked once a visit and tells nothing of the page. */
export function noteAnswer(path: string, response: Response): void {
  const keptAt = response.headers.get(KEPT_AT);
  if (keptAt === null) {
    answeredAt = new Date().toISOString();
    become(online);
  } else {
    become({ isOffline: true, asOf: path === '/api/session' ? current.asOf : earlier(current.asOf, keptAt) });
  }
}

/** A request that nobody answered. */
export function noteSilence(): void {
  become({ isOffline: true, asOf: current.asOf ?? answeredAt });
}

/** Another page may show what is newer than the last one did. */
export function turnThePage(): void {
  if (current.isOffline) become({ isOffline: true, asOf: answeredAt });
}

/** Hears of the connection from the browser, too, and while there is none looks for it again. */
export function watchConnection(): void {
  window.addEventListener('offline', noteSilence);
  window.addEventListener('online', () => void lookForTend());
  document.addEventListener('visibilitychange', () => void lookForTend());
}

async function lookForTend(): Promise<void> {
  if (!current.isOffline || document.visibilityState === 'hidden') return;
  const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(askAgain) }).catch(() => undefined);
  if (answer?.ok === true) become(online);
}

function become(next: Connection): void {
  if (next.isOffline === current.isOffline && next.asOf === current.asOf) return;
  current = next;
  clearInterval(asking);
  if (next.isOffline) asking = setInterval(() => void lookForTend(), askAgain);
  for (const heard of listeners) heard();
}

function earlier(one: string | null, other: string): string {
  return one !== null && one < other ? one : other;
}
