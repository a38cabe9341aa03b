/** By what somebody shows who they are. */
export const proofs = ['password', 'code', 'passkey', 'provider'] as const;
export type Proof = (typeof proofs)[number];

/** In which ways an account is entered. */
export type WaysIn = { readonly hasPassword: boolean; readonly hasApp: boolean; readonly passkeys: number };

/** What a session lacks where a second factor is required: the account has none to show yet, or has one that was not shown. */
export type LackedFactor = 'set_up' | 'show';

/**
 * What a session lacks where a second factor is required of everyone who signs in with a password; null where it lacks nothing. A passkey stands for both
 * factors, and a provider of single sign-on answers for its own. Who has a second factor shows it: otherwise whoever knows the password alone could set
 * up another one.
 */
export function lackedFactor(provenBy: Proof, { hasPassword, hasApp, passkeys }: WaysIn): LackedFactor | null {
  if (provenBy === 'provider' || !hasPassword) return null;
  if (!hasApp && passkeys === 0) return 'set_up';
  return provenBy === 'password' ? 'show' : null;
}

/** How it stands with a colleague's second factor, as those see it who manage colleagues. */
export const factorStandings = ['has', 'none', 'left_to_provider'] as const;
export type FactorStanding = (typeof factorStandings)[number];

/** Who has no password comes in by a passkey, or by the provider. */
export function factorStanding({ hasPassword, hasApp, passkeys }: WaysIn): FactorStanding {
  if (hasApp || passkeys > 0) return 'has';
  return hasPassword ? 'none' : 'left_to_provider';
}
