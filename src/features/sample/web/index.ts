import { featurePage } from '#kit/web/feature-page.ts';

export const startPage = featurePage({
  path: '/start',
  audience: 'importData',
  isSeldom: true,
  load: async () => (await import('./start-page.tsx')).StartPage,
});
