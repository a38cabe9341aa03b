import { requireCustomer, whoCameThrough } from '#features/people/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { sumSpent } from './word-of-mouth-store.ts';

/** What a customer's word brought: how many came through them, how many through these in turn, and what all of them spent, in minor units. */
export type WordOfMouth = { readonly direct: number; readonly onward: number; readonly spentMinor: number; readonly currency: string };

/** As of a day; refuses an id that is no customer of this workspace (`customer.not_found`). */
export async function readWordOfMouth(tx: Tx, view: View, customer: string): Promise<WordOfMouth> {
  await requireCustomer(tx, customer);
  const { direct, onward } = await whoCameThrough(tx, customer, view);
  const spentMinor = await sumSpent(tx, view.asOfOn, [...direct, ...onward]);
  return { direct: direct.length, onward: onward.length, spentMinor, currency: (await readWorkspace(tx)).currency };
}
