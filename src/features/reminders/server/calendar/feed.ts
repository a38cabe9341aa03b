import { createHash, randomBytes } from 'node:crypto';
import { may } from '#features/access/domain/index.ts';
import { findColleague, type Colleague } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Services } from '#kit/server/services.ts';
import { deleteFeed, findFeedBySecret, noteRead, writeFeed } from './feed-store.ts';

/** Makes the secret of a colleague's calendar, told this once; an earlier one ends. */
export async function makeFeed(tx: Tx, now: Temporal.Instant, colleague: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await writeFeed(tx, now, colleague, hashOf(secret));
  await recordEvent(tx, now, { kind: 'calendar_feed.made', colleague });
  return secret;
}

/** Ends the secret of a colleague's calendar. Refuses `calendar_feed.not_found` where there is none. */
export async function revokeFeed(tx: Tx, now: Temporal.Instant, colleague: string): Promise<void> {
  if (!(await deleteFeed(tx, colleague))) throw fail('calendar_feed.not_found');
  await recordEvent(tx, now, { kind: 'calendar_feed.revoked', colleague });
}

/**
 * Does something in the workspace of whoever made a secret, for them. Refuses `calendar_feed.not_found` for a secret that nobody made, that was ended, or whose
 * maker has left: nobody learns which.
 */
export async function openedBy<T>(services: Services, secret: string, run: (tx: Tx, colleague: Colleague) => Promise<T>): Promise<T> {
  const found = await services.database.transaction({}, (tx) => findFeedBySecret(tx, hashOf(secret)));
  if (!found) throw fail('calendar_feed.not_found');
  return await services.database.transaction({ workspace: found.workspace }, async (tx) => {
    const colleague = await findColleague(tx, found.colleague);
    if (!colleague || colleague.suspended_at !== null || !may(colleague, 'seeCustomers')) throw fail('calendar_feed.not_found');
    await noteRead(tx, services.clock(), colleague.id);
    return await run(tx, colleague);
  });
}

/** A secret of 256 random bits needs no slow hash: there is nothing to guess. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
