import { CustomersIcon, SettingsIcon } from '#kit/web/icons.tsx';
import { featurePage } from '#kit/web/feature-page.ts';
import { referenceSearch } from './keys/reference-search.ts';
import { signInSearch } from './sign-in-search.ts';

export { adoptSession, sessionQuery, signedIn, signOut, switchWorkspace, usePreferencesChange, useSignedIn } from './session.ts';
export { useReaderRights } from './rights.ts';
export { whoWorks } from './who-works.ts';
export type { Session, SignedIn } from './session.ts';

export const welcomePage = featurePage({
  path: '/welcome',
  audience: 'anyone',
  says: ['door'],
  load: async () => (await import('./welcome-page.tsx')).WelcomePage,
});

export const signInPage = featurePage({
  path: '/sign-in',
  audience: 'anyone',
  says: ['door'],
  parseSearch: signInSearch,
  load: async () => (await import('./sign-in-page.tsx')).SignInPage,
});

export const lackingPage = featurePage({
  path: '/second-factor',
  audience: 'anyone',
  says: ['door', 'seldom'],
  parseSearch: signInSearch,
  isForSignedIn: true,
  load: async () => (await import('./lacking-page.tsx')).LackingPage,
});

/** Where a provider of single sign-on sends people back. */
export const returnPage = featurePage({
  path: '/sign-in/return',
  audience: 'anyone',
  says: ['door'],
  isForSignedIn: true,
  load: async () => (await import('./return-page.tsx')).ReturnPage,
});

export const preferencesPage = featurePage({
  path: '/settings/preferences',
  audience: 'colleague',
  says: ['settings'],
  nav: {
    label: 'access.preferences.nav',
    hint: 'access.preferences.nav.hint',
    icon: SettingsIcon,
    place: 'settings',
    group: 'me',
    order: 10,
  },
  load: async () => (await import('./preferences-page.tsx')).PreferencesPage,
});

export const securityPage = featurePage({
  path: '/settings/sign-in',
  audience: 'colleague',
  says: ['seldom', 'door'],
  nav: {
    label: 'access.security.nav',
    hint: 'access.security.nav.hint',
    icon: SettingsIcon,
    place: 'settings',
    group: 'me',
    order: 30,
  },
  load: async () => (await import('./security-page.tsx')).SecurityPage,
});

export const forgottenPage = featurePage({
  path: '/forgotten',
  audience: 'anyone',
  says: ['door'],
  load: async () => (await import('./forgotten-page.tsx')).ForgottenPage,
});

export const resetPage = featurePage({
  path: '/reset',
  audience: 'anyone',
  says: ['door', 'seldom'],
  isForSignedIn: true,
  load: async () => (await import('./reset-page.tsx')).ResetPage,
});

export const colleaguesPage = featurePage({
  path: '/settings/colleagues',
  audience: 'colleague',
  says: ['seldom'],
  nav: {
    label: 'access.colleagues.nav',
    hint: 'access.colleagues.nav.hint',
    icon: CustomersIcon,
    place: 'settings',
    group: 'business',
    order: 20,
  },
  load: async () => (await import('./colleagues-page.tsx')).ColleaguesPage,
});

export const keysPage = featurePage({
  path: '/settings/keys',
  audience: 'colleague',
  says: ['seldom'],
  nav: {
    label: 'access.keys.nav',
    hint: 'access.keys.nav.hint',
    icon: SettingsIcon,
    place: 'settings',
    group: 'programs',
    order: 30,
  },
  load: async () => (await import('./keys/keys-page.tsx')).KeysPage,
});

export const referencePage = featurePage({
  path: '/settings/keys/reference',
  audience: 'colleague',
  says: ['seldom'],
  parseSearch: referenceSearch,
  load: async () => (await import('./keys/reference-page.tsx')).ReferencePage,
});

export const joinPage = featurePage({
  path: '/join',
  audience: 'anyone',
  says: ['door'],
  isForSignedIn: true,
  load: async () => (await import('./join-page.tsx')).JoinPage,
});
