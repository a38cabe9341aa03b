/** Who vouches for people in single sign-on, by OpenID Connect. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
  /** Whose addresses may come in, in small letters; any where there is none. */
  readonly domains: readonly string[];
};
