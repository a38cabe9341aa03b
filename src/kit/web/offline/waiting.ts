import { useSyncExternalStore } from 'react';
import { connection, listen as listenToConnection } from './connection.ts';
import type { NewEntry, WaitingEntry } from './entries.ts';

/** So often what waits is tried again while Tend can be reached but stumbles. */
const again = 30_000;

const load = () => import('./entries.ts');

let colleague: string | null = null;
let entries: readonly WaitingEntry[] = [];
const listeners = new Set<() => void>();

/** What waits on this device, in the order in which it was done. */
export function useWaitingEntries(): readonly WaitingEntry[] {
  return useSyncExternalStore(listen, waitingEntries);
}

export function waitingEntries(): readonly WaitingEntry[] {
  return entries;
}

/** Whether an entry would have to stand behind others that are not sent yet. */
export function isLineLong(): boolean {
  return connection().isOffline || entries.some((entry) => entry.refused === null);
}

/**
 * Sends what a colleague did while nobody answered, now and whenever Tend can be reached again. `onSent` hears how many were sent and refused. Answers how to
 * stop.
 */
export function followEntries(of: string, onSent: (done: { sent: number; refused: number }) => void): () => void {
  colleague = of;
  const channel = new BroadcastChannel('tend-entries');
  channel.onmessage = () => void look();
  let isSending = false;

  async function send() {
    if (isSending || connection().isOffline || !entries.some((entry) => entry.refused === null)) return;
    isSending = true;
    try {
      const { sendEntries } = await load();
      const done = await sendEntries();
      if (done.sent + done.refused > 0) onSent(done);
    } finally {
      isSending = false;
    }
  }
  async function look() {
    if (!(await isAnythingKept())) return;
    await readAnew();
    await send();
  }
  const onSight = () => void (document.visibilityState === 'visible' && send());

  const unlisten = listenToConnection(() => void send());
  document.addEventListener('visibilitychange', onSight);
  const timer = setInterval(() => void send(), again);
  void look();
  return () => {
    unlisten();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onSight);
    channel.close();
    colleague = null;
    become([]);
  };
}

/** Keeps an entry on this device until it can be sent. False where nobody is signed in or the browser keeps nothing. */
export async function keepEntry(entry: Omit<NewEntry, 'colleague'>): Promise<boolean> {
  if (colleague === null) return false;
  try {
    const { addEntry } = await load();
    await addEntry({ ...entry, colleague });
    await readAnew();
    await askBrowserToSend();
    return true;
  } catch {
    return false;
  }
}

/** Where the browser can, it wakes the service worker when there is a connection, even when Tend is closed by then. */
async function askBrowserToSend(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register('tend-entries').catch(() => undefined);
}

/** Most devices never kept anything, and need not load how; a browser that cannot tell is taken to have. */
async function isAnythingKept(): Promise<boolean> {
  return typeof indexedDB.databases !== 'function' || (await indexedDB.databases()).some(({ name }) => name === 'tend');
}

async function readAnew(): Promise<void> {
  if (colleague === null) return;
  const { entriesOf } = await load();
  become(await entriesOf(colleague));
}

function become(next: readonly WaitingEntry[]): void {
  if (next.length === 0 && entries.length === 0) return;
  entries = next;
  for (const heard of listeners) heard();
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}
