import { fail, FailureError } from '#kit/domain/result.ts';
import type { Identity } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { recordFailedSignIn, recordWayInChange } from './account-events.ts';
import { deleteSecondFactor, deleteSessionOf, hasSecondFactor, useStep } from './account-store.ts';
import { authenticationOf } from './authentication.ts';
import { forgetIdentities, settleSession } from './identity.ts';
import { attempt, orNoted } from './sign-in-guard.ts';

/** A request as the sign-in library reads it, and where it comes from. */
export type Asking = { readonly headers: Headers; readonly address: string };

/** What an authenticator app is told, and the codes for the day on which it is lost; neither is shown again. */
export type FactorBegun = { readonly uri: string; readonly codes: readonly string[] };

/** Whether an account asks for a second factor. */
export async function readSecondFactor(services: Services, { account }: Identity): Promise<{ isOn: boolean }> {
  return { isOn: await services.database.transaction({}, (tx) => hasSecondFactor(tx, account.id)) };
}

/**
 * Begins a second factor; it asks for nothing until `confirmSecondFactor` has seen a code of the app. Refuses `access.present_password_wrong`,
 * `sign_in.too_many_requests`, and a second one (`second_factor.already_on`).
 */
export async function beginSecondFactor(services: Services, who: Identity, asking: Asking, password: string): Promise<FactorBegun> {
  const { isOn } = await readSecondFactor(services, who);
  if (isOn) throw fail('second_factor.already_on');
  const begun = await withPassword(services, who, asking, () =>
    authenticationOf(services).api.enableTwoFactor({ body: { password, method: 'totp' }, headers: asking.headers }),
  );
  if (!('totpURI' in begun)) throw new Error('an authenticator app was asked for');
  return { uri: begun.totpURI, codes: begun.backupCodes };
}

/** Turns it on. Answers the cookies of the session that goes on. The code is used by that. Refuses `second_factor.code_wrong`. */
export async function confirmSecondFactor(services: Services, { account }: Identity, asking: Asking, code: string): Promise<Headers> {
  const { api } = authenticationOf(services);
  const verify = () => api.verifyTOTP({ body: { code: bare(code) }, headers: asking.headers, returnHeaders: true });
  const { headers } = await orNoted(services, () => orWrongCode(verify));
  await useOnce(services, { user: account }, bare(code));
  // Who has just shown a code does not have to sign in with one first.
  await settleSession(services, headers, { provenBy: 'code' });
  return headers;
}

/**
 * The second step of signing in: a code of the app, or a recovery code; each is good once. Answers the cookies of the session. Refuses
 * `second_factor.code_wrong`, also when the first step is too long ago or too many codes were wrong for it; and whoever tries too many from one place
 * (`sign_in.too_many_requests`).
 */
export async function proveSecondFactor(services: Services, { headers, address }: Asking, code: string): Promise<Headers> {
  const { api } = authenticationOf(services);
  const { account } = await api.readSecondStep({ headers });
  const prove = async () => {
    const isOfApp = /^\d{6}$/.test(bare(code));
    const proven = await orWrongCode(() =>
      isOfApp
        ? api.verifyTOTP({ body: { code: bare(code) }, headers, returnHeaders: true })
        : api.verifyBackupCode({ body: { code: code.trim() }, headers, returnHeaders: true }),
    );
    if (isOfApp) await useOnce(services, proven.response, bare(code));
    return proven.headers;
  };
  // Where nobody has begun, every code is wrong.
  if (account === undefined) return await orNoted(services, prove);
  return await attempt(services, { account: `second step of ${account}`, address }, async () => {
    try {
      return await prove();
    } catch (error) {
      if (error instanceof FailureError) await recordFailedSignIn(services, account, { by: 'code', address });
      throw error;
    }
  });
}

// Who looks over a shoulder has half a minute with the same code, and knows those of before: of two who use it, also at once, the first comes in, and time goes only on.
async function useOnce(
  services: Services,
  { user, token }: { user: { id: string }; token?: string | undefined },
  code: string,
): Promise<void> {
  const { steps } = await authenticationOf(services).api.readCodeSteps({ body: { account: user.id, code } });
  for (const step of steps) if (await services.database.transaction({}, (tx) => useStep(tx, user.id, step))) return;
  if (token !== undefined) await services.database.transaction({}, (tx) => deleteSessionOf(tx, token));
  throw fail('second_factor.code_wrong', {}, 'code');
}

/** Makes new recovery codes; the earlier ones are worth nothing any more. */
export async function renewRecoveryCodes(services: Services, who: Identity, asking: Asking, password: string): Promise<readonly string[]> {
  const made = await withPassword(services, who, asking, () =>
    authenticationOf(services).api.generateBackupCodes({ body: { password }, headers: asking.headers }),
  );
  return made.backupCodes;
}

/** Turns it off. Answers the cookies of the session that goes on. */
export async function endSecondFactor(services: Services, who: Identity, asking: Asking, password: string): Promise<Headers> {
  const { headers } = await withPassword(services, who, asking, () =>
    authenticationOf(services).api.disableTwoFactor({ body: { password }, headers: asking.headers, returnHeaders: true }),
  );
  forgetIdentities(services);
  return headers;
}

/** For the terminal, when app and codes are lost. */
export async function dropSecondFactor(services: Services, account: string): Promise<void> {
  await services.database.transaction({}, (tx) => deleteSecondFactor(tx, account));
  forgetIdentities(services);
  await recordWayInChange(services, account, 'second_factor_off');
}

/** Runs what needs the present password. Refuses `access.present_password_wrong`, `sign_in.too_many_requests`. */
export async function withPassword<T>(services: Services, { account }: Identity, { address }: Asking, run: () => Promise<T>): Promise<T> {
  return await attempt(services, { account: account.email, address }, async () => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Error && error.name === 'APIError') throw fail('access.present_password_wrong', {}, 'password');
      throw error;
    }
  });
}

async function orWrongCode<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'APIError')) throw error;
    throw fail('second_factor.code_wrong', {}, 'code');
  }
}

/** Apps show `123 456`; whoever reads it off may type it so. */
function bare(code: string): string {
  return code.replaceAll(/\s/g, '');
}
