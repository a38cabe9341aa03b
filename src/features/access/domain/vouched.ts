import { err, ok, type Result } from '#kit/domain/result.ts';

/** Who somebody is, as a provider of single sign-on tells it. */
export type Vouched = {
  /** What the provider calls them; it stays the same when their address changes. */
  readonly subject: string;
  readonly email: string | undefined;
  /** The provider has seen that the address is theirs. */
  readonly isVerified: boolean;
  readonly name: string | undefined;
};

/**
 * The address by which somebody is known here, in small letters. Refuses one that the provider has not verified (`provider.email_unverified`), and one that
 * is in none of the domains, where there are any (`provider.email_elsewhere`): `example.com` does not stand for what is below it.
 */
export function addressOf({ email, isVerified }: Vouched, domains: readonly string[]): Result<string> {
  if (email === undefined || !isVerified) return err('provider.email_unverified');
  const address = email.toLowerCase();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domains.length === 0 || domains.includes(domain) ? ok(address) : err('provider.email_elsewhere', { email: address });
}

/** What is known of the account that has somebody's address, when a provider vouches for them the first time. */
type AccountWithAddress = {
  /** A provider has vouched for it before. */
  readonly isAddressProven: boolean;
  /** It can be entered otherwise: by a password or a passkey. */
  readonly isEntered: boolean;
};

/**
 * Whether the account with their address is theirs without more ado. Whoever is invited may make an account with any address; so one that was never shown to be its
 * maker's is joined to the provider only from inside (`provider.connect_first`), or somebody could make it beforehand and wait for its owner.
 */
export function checkJoining({ isAddressProven, isEntered }: AccountWithAddress): Result<null> {
  return isAddressProven || !isEntered ? ok(null) : err('provider.connect_first');
}
