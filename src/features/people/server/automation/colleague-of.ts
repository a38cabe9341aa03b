import { textIn, type Filled } from '#kit/domain/blanks.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readCustomers } from '../actions.ts';

/** The colleague whom a blank names: by id, or by the part that they have with the customer. Refuses a deputy where there is none (`customer.no_deputy`). */
export async function colleagueOf(tx: Tx, customer: string, filled: Filled, blank: string): Promise<string> {
  const named = textIn(filled, blank);
  if (named !== 'owner' && named !== 'deputy') return named;
  const found = (await readCustomers(tx, [customer])).get(customer);
  if (!found) throw fail('customer.not_found');
  const colleague = named === 'owner' ? found.ownerId : found.deputyId;
  if (colleague === null) throw fail('customer.no_deputy');
  return colleague;
}
