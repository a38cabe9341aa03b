import type { Language } from '#kit/domain/languages.ts';

/** A colleague at work: who acts, in which workspace, with what rights, in which language and time zone. */
export type Who = {
  readonly workspace: string;
  readonly colleague: string;
  readonly role: 'owner' | 'manager' | 'colleague' | 'reader';
  readonly language: Language;
  readonly timeZone: string;
};

/** Who is behind a request: an account, and the seat it has taken where it has one. */
export type Identity = {
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  /** The session that it came with; null where something else than a session speaks for the account. */
  readonly session: string | null;
  readonly who: Who | undefined;
};

/** Finds the identity of a request; made by the feature that owns sign-in. */
export type Identify = (headers: Headers) => Promise<Identity | undefined>;
