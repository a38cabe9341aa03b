/** So many passkeys an account may have: a few for each device, and a few that were lost. */
export const mostPasskeys = 20;

/** What can change about how an account is entered. */
export const wayInChanges = [
  'password_changed',
  'password_reset',
  'second_factor_on',
  'second_factor_off',
  'recovery_codes_made',
  'passkey_added',
  'passkey_removed',
  'provider_joined',
  'provider_left',
] as const;
export type WayInChange = (typeof wayInChanges)[number];
