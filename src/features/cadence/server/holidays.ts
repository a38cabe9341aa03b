import { Worker } from 'node:worker_threads';
import type { Holiday, HolidaysAsked } from './holidays-worker.ts';

export type { Holiday };

const known = new Map<string, Promise<readonly Holiday[]>>();

/**
 * The public holidays of a country in some years, by day. What the world's holidays are takes twenty megabytes to know, and is asked once a year: a thread of its own
 * knows it and ends, and the few days that it found are kept.
 */
export async function publicHolidays(country: string, years: readonly number[], language: string): Promise<readonly Holiday[]> {
  const key = `${country} ${years.join()} ${language}`;
  const asked = known.get(key) ?? ask({ country, years, languages: [language, 'en'] });
  known.set(key, asked);
  try {
    return await asked;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}

async function ask(asked: HolidaysAsked): Promise<readonly Holiday[]> {
  const worker = new Worker(new URL('./holidays-worker.ts', import.meta.url), { workerData: asked });
  return await new Promise((resolve, reject) => {
    worker.once('message', (days: readonly Holiday[]) => {
      const sorted = days.toSorted((a, b) => (a.on < b.on ? -1 : 1));
      resolve(sorted);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the holidays could not be told')));
  });
}
