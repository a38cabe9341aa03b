import { createHmac } from 'node:crypto';
import { placeOf } from '#kit/domain/network-place.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import { deriveSecret } from '#kit/server/config.ts';
import type { Services } from '#kit/server/services.ts';
import { failuresForgottenAfter, waitAfterFailures } from '../domain/index.ts';
import { deleteFailures, deleteOldFailures, holdFailures, writeFailures } from './account-store.ts';

/**
 * Runs an attempt to prove who one is. It counts as failed before it is made, so that a thousand at once are a thousand, and is forgiven when it
 * succeeds. Who fails again and again for one account from one place waits (`sign_in.too_many_requests`); the owner of the account, who comes from
 * another place, does not.
 */
export async function attempt<T>(
  services: Services,
  who: { readonly account: string; readonly address: string },
  run: () => Promise<T>,
): Promise<T> {
  const key = createHmac('sha256', deriveSecret(services.config, 'sign-in failures'))
    .update(JSON.stringify([who.account.toLowerCase(), placeOf(who.address)]))
    .digest('hex');
  const result = await orNoted(
    services,
    async () => {
      await countFailure(services, key);
      return await run();
    },
    key,
  );
  await services.database.transaction({}, (tx) => deleteFailures(tx, key));
  return result;
}

/**
 * Writes to the log that somebody failed to prove who they are. Who it was stands there as a hash of account and place, where that is known: the same again and again
 * is seen, and nobody is named.
 */
export async function orNoted<T>({ log }: Services, run: () => Promise<T>, key?: string): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FailureError) log.warn({ who: key?.slice(0, 16), code: error.failure.code }, 'sign-in failed');
    throw error;
  }
}

async function countFailure({ database, clock }: Services, key: string): Promise<void> {
  const now = clock();
  await database.transaction({}, async (tx) => {
    const before = await holdFailures(tx, key, now);
    const isForgotten = Temporal.Instant.compare(before.lastAt, now.subtract({ hours: failuresForgottenAfter })) < 0;
    const failures = isForgotten ? 0 : before.failures;
    const wait = waitAfterFailures(failures);
    const seconds = Math.ceil(now.until(before.lastAt.add({ seconds: wait })).total('seconds'));
    // The database rounds moments, so the last may lie a little after now.
    if (wait > 0 && seconds > 0) throw fail('sign_in.too_many_requests', { seconds });
    await writeFailures(tx, key, failures + 1, now);
  });
}

/** Forgets what is long past. */
export async function forgetOldFailures({ database, clock }: Services): Promise<void> {
  await database.transaction({}, (tx) => deleteOldFailures(tx, clock().subtract({ hours: failuresForgottenAfter })));
}
