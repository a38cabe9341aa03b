import { recordEvent } from '#kit/server/events.ts';
import type { Services } from '#kit/server/services.ts';
import type { WayInChange } from '../domain/index.ts';
import { findAccountByEmail } from './account-store.ts';
import { seatsOf } from './identity.ts';

/** Writes into the log of every workspace where the account has a place that how it is entered has changed. */
export async function recordWayInChange(services: Services, account: string, what: WayInChange): Promise<void> {
  for (const { workspace, colleague } of await seatsOf(services, account)) {
    await services.database.transaction({ workspace }, async (tx) => {
      await recordEvent(tx, services.clock(), { kind: 'access.way_in_changed', colleague, detail: { what }, isLook: true });
    });
  }
}

/** Writes into the log of every workspace where the account has a place that somebody gave a wrong password for it, and from where. Addresses that nobody has leave nothing. */
export async function recordFailedSignIn(services: Services, email: string, address: string): Promise<void> {
  const account = await services.database.transaction({}, (tx) => findAccountByEmail(tx, email));
  for (const { workspace, colleague } of account ? await seatsOf(services, account.id) : []) {
    await services.database.transaction({ workspace }, async (tx) => {
      await recordEvent(tx, services.clock(), { kind: 'access.sign_in_failed', colleague, detail: { address }, isLook: true });
    });
  }
}
