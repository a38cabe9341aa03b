import { recordEvent } from '#kit/server/events.ts';
import type { Services } from '#kit/server/services.ts';
import type { WayInChange } from '../domain/index.ts';
import { seatsOf } from './identity.ts';

/** Writes into the log of every workspace where the account has a place that how it is entered has changed. */
export async function recordWayInChange(services: Services, account: string, what: WayInChange): Promise<void> {
  for (const { workspace, colleague } of await seatsOf(services, account)) {
    await services.database.transaction({ workspace }, async (tx) => {
      await recordEvent(tx, services.clock(), { kind: 'access.way_in_changed', colleague, detail: { what }, isLook: true });
    });
  }
}
