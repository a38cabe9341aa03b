import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { findOwner } from './store.ts';

/** The owner as whom the terminal of the server acts. Refuses `access.colleague_not_found` where the workspace has none who is here. */
export async function terminalOwner(tx: Tx): Promise<string> {
  const owner = await findOwner(tx);
  if (owner === undefined) throw fail('access.colleague_not_found');
  return owner;
}
