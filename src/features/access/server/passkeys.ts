import type { z } from 'zod';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Identity } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import type { accessApi } from '../api.ts';
import { mostPasskeys } from '../domain/index.ts';
import { recordFailedSignIn, recordWayInChange } from './account-events.ts';
import { holdWaysIn, readSessionState, updateSession } from './account-store.ts';
import { forgetIdentities } from './identity.ts';
import {
  deletePasskey,
  deletePasskeys,
  holdPasskey,
  insertPasskey,
  listPasskeys,
  updatePasskeyName,
  updatePasskeyUse,
  type PasskeyRow,
} from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';
import { openToken, sealToken, tokenMinutes } from './sealed-token.ts';

/** What a device answers when it made a passkey, and when it showed one; binary parts in base64url. */
type MadePasskey = z.output<typeof accessApi.addPasskey.body>['made'];
type ShownPasskey = z.output<typeof accessApi.signInWithPasskey.body>['shown'];

/** Ed25519, ES256 and RS256, by their numbers in COSE. What the platform calls an experiment is left out. */
const algorithms = [-8, -7, -257];

const timeout = tokenMinutes * 60_000;

/**
 * The first step to a new passkey: what the device is asked for. It has to check who sits there (a finger, a face, a PIN), and to keep the passkey, so that
 * it is enough by itself. Refuses `passkey.too_many`.
 */
export async function askForNewPasskey(services: Services, { account }: Identity, party: RelyingParty) {
  const known = await services.database.transaction({}, (tx) => listPasskeys(tx, account.id));
  if (known.length >= mostPasskeys) throw fail('passkey.too_many', { most: mostPasskeys });
  const { generateRegistrationOptions } = await library();
  const { challenge, pubKeyCredParams } = await generateRegistrationOptions({
    rpName: 'Tend',
    rpID: party.id,
    userName: account.email,
    supportedAlgorithmIDs: algorithms,
  });
  const id = Buffer.from(account.id).toString('base64url');
  return {
    token: await sealToken(services, 'passkey made', { challenge, account: account.id }),
    options: {
      challenge,
      timeout,
      rp: { id: party.id, name: 'Tend' },
      user: { id, name: account.email, displayName: account.name },
      pubKeyCredParams,
      attestation: 'none' as const,
      authenticatorSelection: { residentKey: 'required' as const, requireResidentKey: true, userVerification: 'required' as const },
      excludeCredentials: known.map((row) => ({ id: row.credential_id, type: 'public-key' as const })),
    },
  };
}

/**
 * Keeps a passkey that a device made. Refuses `passkey.too_late` for a token that is old or used, `passkey.not_accepted` for what was made for another site or
 * account, or without checking who sits there, `passkey.already_here`, `passkey.too_many`.
 */
export async function addPasskey(
  services: Services,
  { account, session }: Identity,
  party: RelyingParty,
  given: { readonly token: string; readonly name: string; readonly made: MadePasskey },
): Promise<string> {
  const token = await openToken(services, 'passkey made', given.token);
  if (!token) throw fail('passkey.too_late');
  if (token['account'] !== account.id) throw fail('passkey.not_accepted');
  const { verifyRegistrationResponse } = await library();
  const { registrationInfo: made } = await orNotAccepted(() =>
    verifyRegistrationResponse({
      response: { ...given.made, clientExtensionResults: {} },
      supportedAlgorithmIDs: algorithms,
      expectedChallenge: token['challenge'] ?? '',
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  );
  if (!made) throw fail('passkey.not_accepted');
  const { id: credential, publicKey, counter } = made.credential;
  const now = services.clock();
  const id = newId(now.epochMilliseconds);
  await services.database.transaction({}, async (tx) => {
    const { passkeys } = await holdWaysIn(tx, account.id);
    if (passkeys >= mostPasskeys) throw fail('passkey.too_many', { most: mostPasskeys });
    const isNew = await insertPasskey(tx, {
      id,
      account_id: account.id,
      name: given.name,
      credential_id: credential,
      public_key: publicKey,
      counter,
      created_at: now,
    });
    if (!isNew) throw fail('passkey.already_here');
    // The device has just seen who sits there, so that the session is worth more than the password it began with.
    if (session !== null && (await readSessionState(tx, session))?.provenBy === 'password')
      await updateSession(tx, session, { provenBy: 'passkey' });
  });
  forgetIdentities(services);
  await recordWayInChange(services, account.id, 'passkey_added');
  return id;
}

/** The first step of signing in with a passkey: what the device is asked to sign. It says by itself whose account it opens. */
export async function askForPasskey(services: Services, party: RelyingParty) {
  const { generateAuthenticationOptions } = await library();
  const { challenge } = await generateAuthenticationOptions({ rpID: party.id });
  return {
    token: await sealToken(services, 'passkey shown', { challenge }),
    options: { challenge, timeout, rpId: party.id, userVerification: 'required' as const, allowCredentials: [] },
  };
}

/**
 * Whose account a passkey opens that a device has shown. The device has seen who sits there, so it stands for password and second factor alike. Refuses
 * `passkey.too_late`, and `passkey.not_accepted` for every other fault, so that nobody learns which passkeys there are.
 */
export async function checkPasskey(
  services: Services,
  party: RelyingParty,
  given: { readonly token: string; readonly shown: ShownPasskey },
  address: string,
): Promise<string> {
  const token = await openToken(services, 'passkey shown', given.token);
  if (!token) throw fail('passkey.too_late');
  const { verifyAuthenticationResponse } = await library();
  const { shown } = given;
  const { userHandle, ...signed } = shown.response;
  let whose: string | undefined;
  const check = async (tx: Tx) => {
    const row = await holdPasskey(tx, shown.id);
    whose = row?.account_id;
    if (!row || !isOwn(row, userHandle)) throw fail('passkey.not_accepted');
    const { verified, authenticationInfo } = await orNotAccepted(() =>
      verifyAuthenticationResponse({
        response: { ...shown, response: signed, clientExtensionResults: {} },
        expectedChallenge: token['challenge'] ?? '',
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        requireUserVerification: true,
        credential: { id: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: row.counter },
      }),
    );
    if (!verified) throw fail('passkey.not_accepted');
    await updatePasskeyUse(tx, row.id, authenticationInfo.newCounter, services.clock());
    return row.account_id;
  };
  try {
    return await services.database.transaction({}, check);
  } catch (error) {
    if (error instanceof FailureError && whose !== undefined) await recordFailedSignIn(services, whose, { by: 'passkey', address });
    throw error;
  }
}

/** Gives a passkey another name (`passkey.not_found`). */
export async function renamePasskey({ database }: Services, { account }: Identity, id: string, name: string): Promise<void> {
  const isOurs = await database.transaction({}, (tx) => updatePasskeyName(tx, account.id, id, name));
  if (!isOurs) throw fail('passkey.not_found');
}

/** Makes a passkey worthless. Refuses `passkey.not_found`, and the only way into an account (`access.last_way_in`). */
export async function removePasskey(services: Services, { account }: Identity, id: string): Promise<void> {
  await services.database.transaction({}, async (tx) => {
    const ways = await holdWaysIn(tx, account.id);
    if (!(await deletePasskey(tx, account.id, id))) throw fail('passkey.not_found');
    if (!ways.hasPassword && ways.passkeys === 1 && ways.providers.length === 0) throw fail('access.last_way_in');
  });
  forgetIdentities(services);
  await recordWayInChange(services, account.id, 'passkey_removed');
}

/** For the terminal, when the devices are lost. The link for a new password that goes with it stays a way in. */
export async function dropPasskeys(services: Services, account: string): Promise<void> {
  const gone = await services.database.transaction({}, (tx) => deletePasskeys(tx, account));
  forgetIdentities(services);
  if (gone > 0) await recordWayInChange(services, account, 'passkey_removed');
}

// The device tells whose account it opens, too; that has to be whose passkey it is.
function isOwn(row: PasskeyRow, userHandle: string | undefined): boolean {
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === row.account_id;
}

// What is wrong with an answer, the library says in an error of its own for each; to whoever sent it, all are one.
async function orNotAccepted<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw fail('passkey.not_accepted');
  }
}

/** Loaded when the first passkey is asked for: it knows the certificates of all makers of keys, and most starts need none. */
async function library() {
  return await import('@simplewebauthn/server');
}
