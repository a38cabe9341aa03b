import { featurePage } from '#kit/web/feature-page.ts';
import { TodayIcon } from '#kit/web/icons.tsx';
import { todaySearch } from './today-search.ts';

export const todayPage = featurePage({
  path: '/today',
  audience: 'colleague',
  parseSearch: todaySearch,
  nav: { label: 'today.nav', icon: TodayIcon, place: 'main', order: 10, keys: 'g t' },
  load: async () => (await import('./today-page.tsx')).TodayPage,
});
