import type { RawSearch } from '#kit/web/feature-page.ts';

export type SignInSearch = {
  /** Where somebody wanted to go when they had to sign in first. */
  readonly back?: string;
};

/** Only a path of ours: an address of another site in a link would send people away right after they signed in. */
export function signInSearch(raw: RawSearch): SignInSearch {
  const back = raw['back'] ?? '';
  return /^\/(?![/\\])/.test(back) ? { back } : {};
}
