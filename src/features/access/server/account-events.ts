import { recordEvent, type Event } from '#kit/server/events.ts';
import { endScreens } from '#kit/server/live.ts';
import type { Services } from '#kit/server/services.ts';
import type { Proof, WayInChange } from '../domain/index.ts';
import { seatsOf } from './identity.ts';

type Told = Pick<Event, 'kind' | 'detail'> & { readonly endsSessions?: boolean };

/**
 * Writes into the log of every workspace where the account has a place what happened about it: it is entered once for all of them. Whose account it is stands there as what it was done to,
 * too, since at the terminal it is done by somebody else.
 */
async function recordInEveryPlace(
  services: Services,
  account: string,
  { endsSessions = false, ...told }: Told,
  at = services.clock(),
): Promise<void> {
  for (const { workspace, colleague } of await seatsOf(services, account)) {
    await services.database.transaction({ workspace }, async (tx) => {
      await recordEvent(tx, at, { ...told, colleague, subject: colleague, isLook: true });
      if (endsSessions) endScreens(tx, colleague);
    });
  }
}

/** Somebody signed in. */
export async function recordSignIn(services: Services, account: string, by: Proof): Promise<void> {
  await recordInEveryPlace(services, account, { kind: 'access.signed_in', detail: { by } });
}

/** Somebody tried to sign in to an account, and from where, and was refused: by a wrong password or code, a passkey, or a provider. */
export async function recordFailedSignIn(
  services: Services,
  account: string,
  detail: { readonly by: Proof; readonly address: string },
  at?: Temporal.Instant,
): Promise<void> {
  await recordInEveryPlace(services, account, { kind: 'access.sign_in_failed', detail }, at);
}

/** How an account is entered has changed. */
export async function recordWayInChange(services: Services, account: string, what: WayInChange): Promise<void> {
  await recordInEveryPlace(services, account, { kind: 'access.way_in_changed', detail: { what }, endsSessions: true });
}

/** Somebody signed out. */
export async function recordSignOut(services: Services, account: string): Promise<void> {
  await recordInEveryPlace(services, account, { kind: 'access.signed_out', endsSessions: true });
}

/** So many sessions of an account were ended from elsewhere. */
export async function recordSessionsEnded(services: Services, account: string, sessions: number): Promise<void> {
  if (sessions > 0) await recordInEveryPlace(services, account, { kind: 'access.session_ended', detail: { sessions }, endsSessions: true });
}
