import type { z } from 'zod';
import type { Say } from '#kit/web/i18n/language.tsx';
import { Problem } from '#kit/web/problem.ts';
import type { waysInRoutes } from '../api/ways-in.ts';

/** What the server asks a device to make, and to show. */
type Wanted = z.output<typeof waysInRoutes.askForNewPasskey.answer>['options'];
type Asked = z.output<typeof waysInRoutes.askForPasskey.answer>['options'];

/** Why no passkey can be used on this page, in words; null where they can. `at` is the address at which the server takes them. */
export function whyNoPasskeys(say: Say, at: string | null): string | null {
  if (at === null) return say('access.passkeys.no_address');
  if (at !== location.origin) return say('access.passkeys.elsewhere', { address: at });
  return 'PublicKeyCredential' in window ? null : say('access.passkeys.no_browser');
}

/** Whether the browser offers passkeys by itself where the e-mail address is typed. */
export async function isOfferedByBrowser(): Promise<boolean> {
  if (!('PublicKeyCredential' in window && 'isConditionalMediationAvailable' in PublicKeyCredential)) return false;
  return await PublicKeyCredential.isConditionalMediationAvailable();
}

/** Has the device make a passkey. Throws a `Problem` in words where it did not. */
export async function makePasskey(say: Say, wanted: Wanted) {
  const { challenge, user, excludeCredentials, ...rest } = wanted;
  const publicKey = {
    ...rest,
    challenge: toBytes(challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: excludeCredentials.map((one) => ({ ...one, id: toBytes(one.id) })),
  };
  const made = await orInWords(say, () => navigator.credentials.create({ publicKey }));
  if (!(made instanceof PublicKeyCredential && made.response instanceof AuthenticatorAttestationResponse)) throw refused(say, 'stopped');
  const { clientDataJSON, attestationObject } = made.response;
  return {
    ...named(made),
    response: { clientDataJSON: toText(clientDataJSON), attestationObject: toText(attestationObject) },
  };
}

/** Has the device show a passkey; offered among what the browser fills in, with `isOffer`. Throws a `Problem` in words where it did not. */
export async function showPasskey(say: Say, asked: Asked, how: { readonly signal: AbortSignal; readonly isOffer: boolean }) {
  const { challenge, allowCredentials: _, ...rest } = asked;
  const publicKey = { ...rest, challenge: toBytes(challenge) };
  const mediation = how.isOffer ? ({ mediation: 'conditional' } as const) : {};
  const shown = await orInWords(say, () => navigator.credentials.get({ publicKey, signal: how.signal, ...mediation }));
  if (!(shown instanceof PublicKeyCredential && shown.response instanceof AuthenticatorAssertionResponse)) throw refused(say, 'stopped');
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return {
    ...named(shown),
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      ...(userHandle === null ? {} : { userHandle: toText(userHandle) }),
    },
  };
}

function named({ id, rawId }: PublicKeyCredential) {
  return { id, rawId: toText(rawId), type: 'public-key' as const };
}

async function orInWords<T>(say: Say, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw refused(say, error instanceof DOMException && error.name === 'InvalidStateError' ? 'known' : 'stopped');
  }
}

/** Browsers do not tell whether somebody said no, waited too long or has none: a site is not to know. */
function refused(say: Say, why: 'known' | 'stopped'): Problem {
  return new Problem({
    status: 0,
    code: `passkey.${why}`,
    detail: say(why === 'known' ? 'access.passkeys.known' : 'access.passkeys.stopped'),
  });
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0) ?? 0);
}

function toText(bytes: ArrayBuffer): string {
  return btoa(String.fromCodePoint(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
