import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { lackedFactor, proofs, sessionDays } from '../domain/index.ts';
import { deleteSessions, readWaysIn, updateSession, type SessionState } from './account-store.ts';
import { authenticationOf } from './authentication.ts';
import { identifyKey } from './keys/identify-key.ts';
import { listSeats, updateLastSeen, type Seat } from './store.ts';

type Known = {
  readonly account: Identity['account'];
  readonly session: string;
  /** In which workspace the session works, where somebody has chosen one. */
  readonly workspace: string | null;
  readonly lacks: Identity['lacks'];
  seats: readonly Seat[];
  readonly until: number;
};

/**
 * Who asked a moment ago is not asked for again: a program that asks a thousand times a second is looked up once in two of them. So long, at
 * most, does a session that another process ended still count here; what ends in this process counts at once.
 */
const rememberedFor = 2000;
const mostRemembered = 10_000;
const remembered = new WeakMap<Services, Map<string, Known>>();

/** How exactly it is known when a colleague was last seen. */
const seenEvery = { minutes: 10 };

/** Who a request comes from: by its API key, else by its session. Refuses what `identifyKey` refuses; a session that has ended is nobody's. */
export async function identify(services: Services, headers: Headers, address: string): Promise<Identity | undefined> {
  return (await identifyKey(services, headers, address)) ?? (await identifySession(services, headers));
}

/**
 * Who a request comes from, by its session cookie. The seat is that of the workspace named by `x-tend-workspace` and no other: a page that shows one
 * workspace never writes into another. Without it, it is where the session works, or else the account's first.
 */
export async function identifySession(services: Services, headers: Headers): Promise<Identity | undefined> {
  const token = sessionIn(headers);
  if (token === undefined) return undefined;
  const known = recall(services, token) ?? (await lookUp(services, headers));
  if (!known) return undefined;
  memoryOf(services).set(token, known);
  const who = seatIn(known, headers.get('x-tend-workspace'));
  if (who) await noteSeen(services, known, who);
  return { account: known.account, session: known.session, who, lacks: known.lacks };
}

/** Notes how the session is that these cookies open, before anybody comes with it; answers who it is. */
export async function settleSession(services: Services, cookies: Headers, state: Partial<SessionState>): Promise<Identity | undefined> {
  const cookie = cookies
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = new Headers({ cookie });
  const session = (await authenticationOf(services).api.getSession({ headers }))?.session.id;
  if (session !== undefined) await services.database.transaction({}, (tx) => updateSession(tx, session, state));
  forgetIdentities(services);
  return await identifySession(services, headers);
}

/** The workspaces in which the account of a request has a place. */
export async function seatsOf(services: Services, account: string): Promise<readonly Seat[]> {
  return await services.database.transaction({ account }, (tx) => listSeats(tx, account));
}

/** After something about an account or its seats changed. */
export function forgetIdentities(services: Services): void {
  memoryOf(services).clear();
}

function seatIn({ seats, workspace }: Known, asked: string | null): Seat | undefined {
  if (asked !== null) return seats.find((one) => one.workspace === asked);
  return seats.find((one) => one.workspace === workspace) ?? seats[0];
}

async function noteSeen(services: Services, known: Known, who: Seat): Promise<void> {
  const now = services.clock();
  if (who.lastSeenAt && Temporal.Instant.compare(who.lastSeenAt, now.subtract(seenEvery)) > 0) return;
  known.seats = known.seats.map((seat) => (seat.colleague === who.colleague ? { ...seat, lastSeenAt: now } : seat));
  await services.database.transaction({ workspace: who.workspace }, (tx) => updateLastSeen(tx, who.colleague, now));
}

function sessionIn(headers: Headers): string | undefined {
  return /(?:^|;\s*)((?:__Host-)?tend\.session_token=[^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
}

function recall(services: Services, token: string): Known | undefined {
  const known = memoryOf(services).get(token);
  return known && known.until > performance.now() ? known : undefined;
}

async function lookUp(services: Services, headers: Headers): Promise<Known | undefined> {
  const found = await authenticationOf(services).api.getSession({ headers });
  if (!found) return undefined;
  const { id, name, email } = found.user;
  // By the real clock, as the library that opened the session goes by that.
  const oldest = Temporal.Now.instant().subtract({ hours: 24 * sessionDays.longest });
  if (found.session.createdAt.getTime() < oldest.epochMilliseconds) {
    await services.database.transaction({}, (tx) => deleteSessions(tx, id, { id: found.session.id }));
    return undefined;
  }
  const seats = await seatsOf(services, id);
  const { id: session, workspaceId: workspace = null, provenBy } = found.session;
  const lacks = await factorLackedBy(services, id, provenBy, seats);
  return { account: { id, name, email }, session, workspace, lacks, seats, until: performance.now() + rememberedFor };
}

// An account is entered once for all its places: what one of them asks for, holds wherever it works. Otherwise who has the password alone would come by another.
async function factorLackedBy(services: Services, account: string, provenBy: unknown, seats: readonly Seat[]): Promise<Identity['lacks']> {
  const asking = seats.find((seat) => seat.requiresSecondFactor);
  if (!asking) return undefined;
  const ways = (await services.database.transaction({}, (tx) => readWaysIn(tx, [account]))).get(account);
  const proof = proofs.find((one) => one === provenBy) ?? 'password';
  const factor = ways ? lackedFactor(proof, ways) : null;
  return factor === null ? undefined : { factor, askedBy: asking.name };
}

function memoryOf(services: Services): Map<string, Known> {
  const memory = remembered.get(services) ?? newMemory(services);
  if (memory.size > mostRemembered) memory.clear();
  return memory;
}

function newMemory(services: Services): Map<string, Known> {
  const memory = new Map<string, Known>();
  remembered.set(services, memory);
  // Whoever was signed out by another process does not come back on what this one remembers.
  services.live.beforeEnding(() => memory.clear());
  return memory;
}
