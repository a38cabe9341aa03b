import { isIP } from 'node:net';

/** For whom passkeys are made and shown: the name that they are bound to, and the address at which browsers show them. */
export type RelyingParty = { readonly id: string; readonly origin: string };

/**
 * Browsers show passkeys only to a host with a name, and over TLS; `localhost` needs none. So it is the address in the settings, or, where none is set, the machine
 * itself as the browser calls it. Undefined where no browser would.
 */
export function relyingPartyOf(publicUrl: string | undefined, request: Pick<Request, 'url'>): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl ?? request.url);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isIP(hostname.replaceAll(/^\[|\]$/g, '')) !== 0) return undefined;
  return isLocal || (publicUrl !== undefined && protocol === 'https:') ? { id: hostname, origin } : undefined;
}
