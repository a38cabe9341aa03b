import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Who } from '#kit/server/identity.ts';
import { findThoseWhoAnswer } from './answers-for-store.ts';

/** Whether a colleague is owner or deputy of a customer; refuses an id that is no customer of this workspace (`customer.not_found`). */
export async function answersFor(tx: Tx, who: Pick<Who, 'colleague'>, customer: string): Promise<boolean> {
  const those = await findThoseWhoAnswer(tx, customer);
  if (!those) throw fail('customer.not_found');
  return those.includes(who.colleague);
}
