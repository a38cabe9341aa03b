import { z } from 'zod';
import { Password } from '#kit/contract/password.ts';
import { route } from '#kit/contract/route.ts';

/** Bytes in base64url, as devices write them. */
const bytes = z
  .string()
  .regex(/^[\w-]{1,20000}$/)
  .max(20_000);
const name = z.string().trim().min(1).max(60);
const token = z.string().min(1).max(4000);
const password = Password.optional();
const credential = z.object({ id: z.string(), type: z.literal('public-key') });

export const Passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  addedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});

export const waysInRoutes = {
  waysIn: route({
    method: 'get',
    path: '/api/session/ways-in',
    summary: 'The ways of signing in here, besides a password',
    caller: 'anyone',
    answer: z.object({
      /** At which address browsers show passkeys; null where they would not. */
      passkeysAt: z.string().nullable(),
      /** Who vouches for people in single sign-on, and whether they answer now. */
      provider: z.object({ name: z.string(), isReachable: z.boolean() }).nullable(),
    }),
  }),
  askForPasskey: route({
    method: 'get',
    path: '/api/session/passkey',
    summary: 'The first step of signing in with a passkey: what the device signs, as WebAuthn calls it',
    caller: 'anyone',
    answer: z.object({
      token,
      options: z.object({
        challenge: z.string(),
        timeout: z.number(),
        rpId: z.string(),
        userVerification: z.literal('required'),
        allowCredentials: z.array(credential),
      }),
    }),
  }),
  myWaysIn: route({
    method: 'get',
    path: '/api/me/ways-in',
    summary: 'The ways of signing in to my account',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    answer: z.object({
      hasPassword: z.boolean(),
      passkeys: z.array(Passkey),
      passkeysAt: z.string().nullable(),
      provider: z.object({ name: z.string(), isJoined: z.boolean() }).nullable(),
    }),
  }),
  askForNewPasskey: route({
    method: 'post',
    path: '/api/me/passkeys/asked',
    summary:
      'The first step to a new passkey: what the device is to make, as WebAuthn calls it. Asks for the password, where the account has one',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    body: z.object({ password }),
    answer: z.object({
      token,
      options: z.object({
        challenge: z.string(),
        timeout: z.number(),
        rp: z.object({ id: z.string(), name: z.string() }),
        user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
        pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
        attestation: z.literal('none'),
        authenticatorSelection: z.object({
          residentKey: z.literal('required'),
          requireResidentKey: z.boolean(),
          userVerification: z.literal('required'),
        }),
        excludeCredentials: z.array(credential),
      }),
    }),
  }),
  addPasskey: route({
    method: 'post',
    path: '/api/me/passkeys',
    summary: 'Keep a passkey that a device has made',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    body: z.object({
      token,
      name,
      made: z.object({
        id: bytes,
        rawId: bytes,
        type: z.literal('public-key'),
        response: z.object({ clientDataJSON: bytes, attestationObject: bytes }),
      }),
    }),
    answer: z.object({ id: z.uuid() }),
  }),
  renamePasskey: route({
    method: 'patch',
    path: '/api/me/passkeys/{passkey}',
    summary: 'Rename a passkey of mine',
    caller: 'account',
    params: z.object({ passkey: z.uuid() }),
    body: z.object({ name }),
  }),
  removePasskey: route({
    method: 'post',
    path: '/api/me/passkeys/{passkey}/removed',
    summary: 'Remove a passkey of mine. Asks for the password, where the account has one',
    caller: 'account',
    params: z.object({ passkey: z.uuid() }),
    body: z.object({ password }),
  }),
  beginAtProvider: route({
    method: 'post',
    path: '/api/session/provider',
    summary: 'The first step of single sign-on: the address of the provider to which the browser goes',
    caller: 'anyone',
    answer: z.object({ address: z.string() }),
  }),
  leaveProvider: route({
    method: 'post',
    path: '/api/me/provider/left',
    summary: 'Disconnect single sign-on from my account. Asks for the password, where the account has one',
    caller: 'account',
    body: z.object({ password }),
  }),
};

export const shownPasskey = z.object({
  token,
  shown: z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: bytes.optional(),
    }),
  }),
});

/** What stands behind the `?` of the address to which the provider sent the browser back. */
export const returned = z.object({ query: z.string().max(8000) });
