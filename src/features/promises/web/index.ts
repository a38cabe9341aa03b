import { featurePage } from '#kit/web/feature-page.ts';
import { PromiseIcon } from '#kit/web/icons.tsx';
import { promisesSearch } from './promises-search.ts';

export { DueField, instantOf } from './due-field.tsx';
export { GivePromiseForm } from './give-promise-form.tsx';
export { PromiseRow } from './promise-row.tsx';
export { PromisesSection } from './promises-section.tsx';

export const promisesPage = featurePage({
  path: '/promises',
  audience: 'colleague',
  parseSearch: promisesSearch,
  nav: { label: 'promises.nav', icon: PromiseIcon, place: 'main', order: 30, keys: 'g p' },
  load: async () => (await import('./promises-page.tsx')).PromisesPage,
});
