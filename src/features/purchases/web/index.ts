import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { ImportIcon } from '#kit/web/icons.tsx';

export { HabitsSection } from './habits-section.tsx';
export { PurchasesSection } from './purchases-section.tsx';

export const importPage = featurePage({
  path: '/import',
  audience: 'importData',
  says: ['files'],
  nav: { label: 'purchases.import.nav', icon: ImportIcon, place: 'main', order: 80, keys: 'g i' },
  load: async () => (await import('./import-page.tsx')).ImportPage,
});

export const importRunPage = featurePage<RawSearch, 'importId'>({
  path: '/import/$importId',
  audience: 'importData',
  says: ['files'],
  load: async () => (await import('./import-run-page.tsx')).ImportRunPage,
});
