import { fail } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { holdWaysIn, readSessionStart } from './account-store.ts';
import { authenticationOf } from './authentication.ts';
import { withPassword, type Asking } from './second-factor.ts';

/** So long after signing in somebody without a password may change how they sign in. */
const freshMinutes = 15;

/**
 * Whoever changes how an account is entered shows once more that it is theirs, since a browser may have been left open: by the password, or, where the account
 * has none, by having signed in a moment ago. Refuses `access.present_password_wrong`, `sign_in.too_many_requests`, `access.sign_in_again`.
 */
export async function proveAnew(services: Services, who: Identity, asking: Asking, password: string | undefined): Promise<void> {
  const { hasPassword } = await services.database.transaction({}, (tx) => holdWaysIn(tx, who.account.id));
  if (!hasPassword) return await requireFreshSession(services, who);
  if (password === undefined) throw fail('access.present_password_wrong', {}, 'password');
  await withPassword(services, who, asking, () =>
    authenticationOf(services).api.verifyPassword({ body: { password }, headers: asking.headers }),
  );
}

async function requireFreshSession({ database }: Services, { session }: Identity): Promise<void> {
  const since = session === null ? undefined : await database.transaction({}, (tx) => readSessionStart(tx, session));
  // By the real clock, as the library that opened the session goes by that.
  const earliest = Temporal.Now.instant().subtract({ minutes: freshMinutes });
  if (since === undefined || Temporal.Instant.compare(since, earliest) < 0) throw fail('access.sign_in_again', { minutes: freshMinutes });
}
