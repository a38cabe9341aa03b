import { colleaguesHere } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';

/**
 * The colleague of an e-mail address (`promise.colleague_unknown`); the first owner of the workspace where none is named: who sits at the terminal of the
 * server speaks for the business. `but` is somebody who cannot do it themselves.
 */
export async function colleagueNamed(tx: Tx, email: string | undefined, but?: string): Promise<string> {
  const here = (await colleaguesHere(tx)).filter(({ id }) => id !== but);
  const wanted = email?.trim().toLowerCase();
  const found = here.find((one) => (wanted === undefined ? one.role === 'owner' : one.email.toLowerCase() === wanted));
  if (!found) throw fail(wanted === undefined ? 'access.suspend_self' : 'promise.colleague_unknown', { email: email ?? '' });
  return found.id;
}
