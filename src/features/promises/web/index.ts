import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { PromiseIcon } from '#kit/web/icons.tsx';
import { promisesSearch } from './promises-search.ts';
import { reliabilitySearch } from './reliability-search.ts';

export { draftOfWritten, dueWritten, isSaid, momentOf, type DueDraft, type DueWritten } from './due-draft.ts';
export { DueFields } from './due-fields.tsx';
export { GivePromiseForm } from './give-promise-form.tsx';
export { dueInWords } from './noticed/due-in-words.ts';
export { LogWithWord } from './noticed/log-with-word.tsx';
export { PromiseRow } from './promise-row.tsx';
export { PromisesSection } from './promises-section.tsx';

export const promisesPage = featurePage({
  path: '/promises',
  audience: 'colleague',
  parseSearch: promisesSearch,
  says: ['promises'],
  nav: { label: 'promises.nav', icon: PromiseIcon, place: 'main', order: 30, keys: 'g p' },
  load: async () => (await import('./promises-page.tsx')).PromisesPage,
});

export const promisePage = featurePage<RawSearch, 'id'>({
  path: '/promises/$id',
  audience: 'colleague',
  says: ['promises'],
  load: async () => (await import('./promise-page.tsx')).PromisePage,
});

export const reliabilityPage = featurePage({
  path: '/promises/reliability',
  audience: 'colleague',
  parseSearch: reliabilitySearch,
  says: ['promises', 'seldom'],
  load: async () => (await import('./reliability-page.tsx')).ReliabilityPage,
});

export const leavingPage = featurePage({
  path: '/settings/colleagues/leaving',
  audience: 'manageColleagues',
  says: ['promises', 'seldom'],
  load: async () => (await import('./leaving-page.tsx')).LeavingPage,
});
