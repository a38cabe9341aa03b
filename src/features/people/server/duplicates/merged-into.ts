import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { findMergedInto } from './merge-store.ts';

/** Who stands today for a customer that was merged with another, by however many steps. */
export async function mergedInto(tx: Tx, gone: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return await findMergedInto(tx, gone);
}

/** What to say of an id that is nobody's: `customer.merged`, with the name of who it became, or `customer.not_found`. */
export async function nobodyUnder(tx: Tx, id: string): Promise<Error> {
  const into = await findMergedInto(tx, id);
  return into ? fail('customer.merged', { into: into.id, name: into.name }) : fail('customer.not_found');
}
