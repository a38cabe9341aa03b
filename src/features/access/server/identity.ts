import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { authenticationOf } from './authentication.ts';
import { listSeats, type Seat } from './store.ts';

type Known = { readonly account: Identity['account']; readonly seats: readonly Seat[]; readonly until: number };

/**
 * Who asked a moment ago is not asked for again: a program that asks a thousand times a second is looked up once in two of them. So long, at
 * most, does a session that another process ended still count here; what ends in this process counts at once.
 */
const rememberedFor = 2000;
const mostRemembered = 10_000;
const remembered = new WeakMap<Services, Map<string, Known>>();

/** Who a request comes from, by its session cookie. The seat is the account's first, or the one asked for by `tend-workspace`. */
export async function identify(services: Services, headers: Headers): Promise<Identity | undefined> {
  const token = sessionIn(headers);
  if (token === undefined) return undefined;
  const known = recall(services, token) ?? (await lookUp(services, headers));
  if (!known) return undefined;
  memoryOf(services).set(token, known);
  const wanted = headers.get('tend-workspace');
  return { account: known.account, who: wanted ? known.seats.find((one) => one.workspace === wanted) : known.seats[0] };
}

/** After something about an account or its seats changed. */
export function forgetIdentities(services: Services): void {
  memoryOf(services).clear();
}

function sessionIn(headers: Headers): string | undefined {
  return /(?:^|;\s*)((?:__Secure-)?tend\.session_token=[^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
}

function recall(services: Services, token: string): Known | undefined {
  const known = memoryOf(services).get(token);
  return known && known.until > performance.now() ? known : undefined;
}

async function lookUp(services: Services, headers: Headers): Promise<Known | undefined> {
  const session = await authenticationOf(services).api.getSession({ headers });
  if (!session) return undefined;
  const { id, name, email } = session.user;
  const seats = await services.database.transaction({ account: id }, (tx) => listSeats(tx, id));
  return { account: { id, name, email }, seats, until: performance.now() + rememberedFor };
}

function memoryOf(services: Services): Map<string, Known> {
  const memory = remembered.get(services) ?? new Map<string, Known>();
  if (memory.size > mostRemembered) memory.clear();
  remembered.set(services, memory);
  return memory;
}
