import type { ReactNode } from 'react';
import type { MessageGroup } from './i18n/compile.ts';
import type { Icon } from './icons.tsx';
import type { Right } from './right.ts';

/** The query of an address as it stands there: texts only. A page makes values of it in `parseSearch`. */
export type RawSearch = Readonly<Record<string, string | undefined>>;

export type PageProps<Search = RawSearch, Params extends string = never> = {
  /** The state of the view, held in the address, so that it can be shared and survives a reload. */
  readonly search: Search;
  /** Changes part of it; `replace` leaves no step for the back button (typing in a filter). */
  readonly setSearch: (change: Partial<Search>, how?: { replace?: boolean }) => void;
  readonly params: Readonly<Record<Params, string>>;
};

type PageOf<Search, Params extends string> = {
  /** As the router reads it: `/customers/$customerId`. */
  readonly path: string;
  /** Who may see it: anyone (it stands alone then, without the frame of the workspace), every colleague, or who has this right. */
  readonly audience: 'anyone' | 'colleague' | Right;
  /** A page for anyone that somebody who is signed in may want, too. */
  readonly isForSignedIn?: true;
  readonly load: () => Promise<(props: PageProps<NoInfer<Search>, NoInfer<Params>>) => ReactNode>;
  /** Messages that come with it, since most pages do not say them. */
  readonly says?: readonly MessageGroup[];
  readonly parseSearch?: (raw: RawSearch) => Search;
  readonly nav?: Nav;
};

type Place = {
  /** Message id. */
  readonly label: string;
  readonly icon: Icon;
  /** In tens. */
  readonly order: number;
  /** Keys that go there: `g p`. */
  readonly keys?: string;
};

/** In what groups the settings stand, and in which order: one's own, those of the business, what is kept and how safely, and what works by itself or from outside. */
export const settingsGroups = ['me', 'business', 'data', 'programs'] as const;

/** A place among the settings, with the id of the message that says what it is for. */
export type SettingsNav = Place & { readonly place: 'settings'; readonly group: (typeof settingsGroups)[number]; readonly hint: string };

/** A place in the navigation. */
export type Nav = (Place & { readonly place: 'main' }) | SettingsNav;

/** A page with its own types hidden, so that the router can hold pages of every feature. */
export type FeaturePage = PageOf<never, never>;

/**
 * Declares a page at the door of a feature's `web`; the component is loaded when somebody goes there.
 *
 *     export const promisesPage = featurePage({
 *       path: '/promises', audience: 'colleague', parseSearch: promisesSearch,
 *       load: async () => (await import('./promises-page.tsx')).PromisesPage,
 *     });
 */
export function featurePage<Search = RawSearch, Params extends string = never>(page: PageOf<Search, Params>): FeaturePage {
  return page as unknown as FeaturePage;
}
