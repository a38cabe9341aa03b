import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { authenticationOf } from './authentication.ts';
import { listSeats } from './store.ts';

/** Who a request comes from, by its session cookie. The seat is the account's first, or the one asked for by `tend-workspace`. */
export async function identify(services: Services, headers: Headers): Promise<Identity | undefined> {
  if (!headers.get('cookie')?.includes('tend.session_token')) return undefined;
  const session = await authenticationOf(services).api.getSession({ headers });
  if (!session) return undefined;
  const { id, name, email } = session.user;
  const seats = await services.database.transaction({ account: id }, (tx) => listSeats(tx, id));
  const wanted = headers.get('tend-workspace');
  const seat = wanted ? seats.find((one) => one.workspace === wanted) : seats[0];
  return { account: { id, name, email }, who: seat };
}
