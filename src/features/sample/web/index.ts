import { featurePage } from '#kit/web/feature-page.ts';

export const startPage = featurePage({
  path: '/start',
  audience: 'importData',
  says: ['seldom'],
  load: async () => (await import('./start-page.tsx')).StartPage,
});
