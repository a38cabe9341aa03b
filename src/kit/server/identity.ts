import type { Rights } from '#kit/contract/route.ts';
import type { Language } from '#kit/domain/languages.ts';

/** A colleague at work: who acts, in which workspace, with what rights, in which language and time zone. */
export type Who = {
  readonly workspace: string;
  readonly colleague: string;
  readonly role: 'owner' | 'manager' | 'colleague' | 'reader';
  readonly language: Language;
  readonly timeZone: string;
  /** Where a key acts for the colleague: what it was given. It may what stands here and the colleague may, too; absent, it is the colleague in person. */
  readonly only?: readonly (keyof Rights)[];
  /** What they act by, where it is not in person: the id of an API key, or `automation`. */
  readonly via?: string;
};

/** Who is behind a request: an account, and the seat it has taken where it has one. */
export type Identity = {
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  /** The session that it came with; null where something else than a session speaks for the account. */
  readonly session: string | null;
  /** The API key that it came with, if it did. It speaks for the colleague in the workspace, not for the account. */
  readonly key?: { readonly id: string; readonly isReadOnly: boolean };
  readonly who: Who | undefined;
  /**
   * The second factor that it still lacks, where a business asks for one: there is none yet and it has to be set up, or there is one that it did not show.
   * `askedBy` is what the business is called. A key lacks none: it is no sign-in.
   */
  readonly lacks?: { readonly factor: 'set_up' | 'show'; readonly askedBy: string } | undefined;
};

/** Finds the identity of a request, which came from an address; made by the feature that owns sign-in. A key that opens nothing is refused here. */
export type Identify = (headers: Headers, address: string) => Promise<Identity | undefined>;
