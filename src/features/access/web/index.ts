import { CustomersIcon, SettingsIcon } from '#kit/web/icons.tsx';
import { featurePage } from '#kit/web/feature-page.ts';
import { signInSearch } from './sign-in-search.ts';

export { adoptSession, sessionQuery, signedIn, signOut, switchWorkspace, usePreferencesChange, useSignedIn } from './session.ts';
export { useReaderRights } from './rights.ts';
export type { Session, SignedIn } from './session.ts';

export const welcomePage = featurePage({
  path: '/welcome',
  audience: 'anyone',
  load: async () => (await import('./welcome-page.tsx')).WelcomePage,
});

export const signInPage = featurePage({
  path: '/sign-in',
  audience: 'anyone',
  parseSearch: signInSearch,
  load: async () => (await import('./sign-in-page.tsx')).SignInPage,
});

export const preferencesPage = featurePage({
  path: '/settings',
  audience: 'colleague',
  nav: { label: 'access.preferences.nav', icon: SettingsIcon, place: 'settings', order: 10 },
  load: async () => (await import('./preferences-page.tsx')).PreferencesPage,
});

export const securityPage = featurePage({
  path: '/settings/sign-in',
  audience: 'colleague',
  says: ['seldom'],
  nav: { label: 'access.security.nav', icon: SettingsIcon, place: 'settings', order: 15 },
  load: async () => (await import('./security-page.tsx')).SecurityPage,
});

export const forgottenPage = featurePage({
  path: '/forgotten',
  audience: 'anyone',
  says: ['seldom'],
  load: async () => (await import('./forgotten-page.tsx')).ForgottenPage,
});

export const resetPage = featurePage({
  path: '/reset',
  audience: 'anyone',
  says: ['seldom'],
  isForSignedIn: true,
  load: async () => (await import('./reset-page.tsx')).ResetPage,
});

export const colleaguesPage = featurePage({
  path: '/settings/colleagues',
  audience: 'colleague',
  says: ['seldom'],
  nav: { label: 'access.colleagues.nav', icon: CustomersIcon, place: 'settings', order: 30 },
  load: async () => (await import('./colleagues-page.tsx')).ColleaguesPage,
});

export const joinPage = featurePage({
  path: '/join',
  audience: 'anyone',
  says: ['seldom'],
  isForSignedIn: true,
  load: async () => (await import('./join-page.tsx')).JoinPage,
});
