import { randomBytes } from 'node:crypto';
import { fail } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { recordWayInChange } from './account-events.ts';
import { findAccount, findAccountByEmail, readSessionState, type AccountName } from './account-store.ts';
import { authenticationOf } from './authentication.ts';
import { forgetIdentities, seatsOf, settleSession } from './identity.ts';
import { checkPassword } from './passwords.ts';
import { attempt } from './sign-in-guard.ts';

/** So long a link to choose a new password is good for. */
export const resetHours = 1;

/**
 * Chooses another password, for whoever knows the present one. All other sessions of the account end. Answers the cookies of the session that goes on.
 * Refuses `access.present_password_wrong`, `sign_in.too_many_requests` and what `checkPassword` refuses.
 */
export async function changePassword(
  services: Services,
  { account, session }: Identity,
  request: { readonly headers: Headers; readonly address: string },
  given: { readonly present: string; readonly wanted: string },
): Promise<Headers> {
  await checkPassword(given.wanted, await known(services, account), 'wanted');
  const { api } = authenticationOf(services);
  const before = session === null ? undefined : await services.database.transaction({}, (tx) => readSessionState(tx, session));
  const change = async () => {
    try {
      const body = { currentPassword: given.present, newPassword: given.wanted, revokeOtherSessions: true };
      return await api.changePassword({ body, headers: request.headers, returnHeaders: true });
    } catch (error) {
      if (error instanceof Error && error.name === 'APIError') throw fail('access.present_password_wrong', {}, 'present');
      throw error;
    }
  };
  const { headers } = await attempt(services, { account: account.email, address: request.address }, change);
  // The library opens another session, which is as proven as the one that asked.
  await settleSession(services, headers, before ?? {});
  await recordWayInChange(services, account.id, 'password_changed');
  return headers;
}

/** Makes the secret of a link with which an account chooses a new password, once. The database keeps only its hash. */
export async function makeReset(services: Services, account: AccountName): Promise<string> {
  const { internalAdapter } = await authenticationOf(services).$context;
  const token = randomBytes(32).toString('base64url');
  // By the real clock, as the library that reads it goes by that.
  const expiresAt = new Date(Temporal.Now.instant().epochMilliseconds + resetHours * 3_600_000);
  await internalAdapter.createVerificationValue({ value: account.id, identifier: identifierOf(token), expiresAt });
  return token;
}

/** Chooses a new password with such a secret; all sessions of the account end. Refuses `access.reset_closed` and what `checkPassword` refuses. */
export async function resetPassword(services: Services, token: string, password: string): Promise<void> {
  const authentication = authenticationOf(services);
  const { internalAdapter } = await authentication.$context;
  const found = await internalAdapter.findVerificationValue(identifierOf(token));
  const isOpen = found && found.expiresAt > new Date();
  const account = isOpen ? await services.database.transaction({}, (tx) => findAccount(tx, found.value)) : undefined;
  if (!account) throw fail('access.reset_closed');
  await checkPassword(password, await known(services, account), 'password');
  try {
    await authentication.api.resetPassword({ body: { newPassword: password, token } });
  } catch (error) {
    // Somebody has used it in the meantime.
    if (error instanceof Error && error.name === 'APIError') throw fail('access.reset_closed');
    throw error;
  }
  forgetIdentities(services);
  await recordWayInChange(services, account.id, 'password_reset');
}

/** The account of an address, for the terminal (`access.account_not_found`). */
export async function requireAccount(services: Services, email: string): Promise<AccountName> {
  const account = await services.database.transaction({}, (tx) => findAccountByEmail(tx, email));
  if (!account) throw fail('access.account_not_found', { email });
  return account;
}

// What anybody knows of somebody: their address, their name, the businesses they work for.
async function known(services: Services, { id, name, email }: AccountName): Promise<{ email: string; names: string[] }> {
  return { email, names: [name, ...(await seatsOf(services, id)).map((seat) => seat.name)] };
}

// As the library calls it.
function identifierOf(token: string): string {
  return `reset-password:${token}`;
}
