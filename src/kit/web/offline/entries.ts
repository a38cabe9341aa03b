import { openDB, type DBSchema } from 'idb';
import { outcomeOf } from './outcome.ts';

/** What somebody did while nobody answered: it waits on this device until it is sent. */
export type WaitingEntry = {
  /** In the order in which they were made. */
  readonly id: number;
  readonly colleague: string;
  /** The server does what carries the same key once. */
  readonly key: string;
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
  readonly madeAt: string;
  readonly about: About;
  readonly tries: number;
  /** Why the server did not want it; null while it waits. */
  readonly refused: { readonly status: number; readonly detail: string } | null;
};

/** What an entry is, for whoever reads the list of those that wait. */
export type About = {
  /** A message: what was done. */
  readonly what: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly promise?: string;
  /** Where in the body the text stands that somebody typed: `touchpoint.summary`. */
  readonly text?: string;
  /** Where a promise stands in it, with its `dueAt`: `promises.0`; empty for the body itself. */
  readonly dues?: readonly string[];
  /** Where a day stands in it that was chosen. */
  readonly day?: string;
};

export type NewEntry = Pick<WaitingEntry, 'colleague' | 'key' | 'method' | 'address' | 'body' | 'about'>;

interface OnDevice extends DBSchema {
  entries: { key: number; value: WaitingEntry };
}

/** Other pages of this device, and the service worker, hear here that entries came or went. */
export const ENTRIES = 'tend-entries';
const patience = 30_000;

export async function addEntry(entry: NewEntry): Promise<void> {
  const device = await open();
  const whole: Omit<WaitingEntry, 'id'> = { ...entry, madeAt: new Date().toISOString(), tries: 0, refused: null };
  // The store gives the number.
  await device.add('entries', whole as WaitingEntry);
  tell();
}

export async function entriesOf(colleague: string): Promise<WaitingEntry[]> {
  return (await (await open()).getAll('entries')).filter((entry) => entry.colleague === colleague);
}

/** Sends an entry once more, as it is now, under a key of its own: the refused one was answered. */
export async function correctEntry(entry: WaitingEntry, body: unknown): Promise<void> {
  await (await open()).put('entries', { ...entry, body, key: crypto.randomUUID(), tries: 0, refused: null });
  tell();
}

export async function removeEntry(id: number): Promise<void> {
  await (await open()).delete('entries', id);
  tell();
}

/** Forgets what a colleague did not send. */
export async function forgetEntriesOf(colleague: string): Promise<void> {
  const device = await open();
  for (const { id } of await entriesOf(colleague)) await device.delete('entries', id);
  tell();
}

/**
 * Sends what waits, in its order, each once: one page of this device (or the service worker) at a time, and under the key of the entry. Ends at the first that
 * cannot be sent now. Answers how many were sent and how many refused.
 */
export async function sendEntries(): Promise<{ sent: number; refused: number }> {
  return await navigator.locks.request(ENTRIES, async () => {
    const device = await open();
    const counts = { sent: 0, refused: 0 };
    for (const id of await device.getAllKeys('entries')) {
      // As it is now: it may have been taken back while others were sent.
      const entry = await device.get('entries', id);
      if (!entry || entry.refused) continue;
      const tries = entry.tries + 1;
      const { status, code, detail } = await send(entry);
      const outcome = outcomeOf(status, code, tries);
      if (outcome === 'skip') continue;
      if (outcome === 'sent') await device.delete('entries', entry.id);
      else await device.put('entries', { ...entry, tries, refused: outcome === 'refused' ? { status, detail } : null });
      if (outcome === 'wait') break;
      counts[outcome] += 1;
      // At once: what follows may take a while, and nobody should be told that something waits which has arrived.
      tell();
    }
    return counts;
  });
}

async function send(entry: WaitingEntry): Promise<{ status: number; code: string; detail: string }> {
  const request: RequestInit = {
    method: entry.method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(patience),
    headers: {
      accept: 'application/json',
      'x-tend': '1',
      'x-tend-colleague': entry.colleague,
      'x-tend-waited': String(Math.max(0, Date.now() - Date.parse(entry.madeAt))),
      'idempotency-key': entry.key,
      ...(entry.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(entry.body === undefined ? {} : { body: JSON.stringify(entry.body) }),
  };
  try {
    const response = await fetch(entry.address, request);
    const problem = response.ok ? {} : ((await response.json().catch(() => ({}))) as { code?: string; detail?: string });
    return { status: response.status, code: problem.code ?? '', detail: problem.detail ?? '' };
  } catch {
    return { status: 0, code: '', detail: '' };
  }
}

function open() {
  return openDB<OnDevice>('tend', 1, {
    upgrade: (device) => void device.createObjectStore('entries', { keyPath: 'id', autoIncrement: true }),
  });
}

function tell(): void {
  const channel = new BroadcastChannel(ENTRIES);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  channel.postMessage('changed');
  channel.close();
}
