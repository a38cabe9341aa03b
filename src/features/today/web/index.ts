import { featurePage } from '#kit/web/feature-page.ts';
import { TodayIcon } from '#kit/web/icons.tsx';
import { reviewSearch } from './review-search.ts';
import { todaySearch } from './today-search.ts';

export const todayPage = featurePage({
  path: '/today',
  says: ['today', 'promises'],
  audience: 'colleague',
  parseSearch: todaySearch,
  nav: { label: 'today.nav', icon: TodayIcon, place: 'main', order: 10, keys: 'g t' },
  load: async () => (await import('./today-page.tsx')).TodayPage,
});

export const reviewPage = featurePage({
  path: '/today/review',
  audience: 'colleague',
  says: ['today', 'promises', 'seldom'],
  parseSearch: reviewSearch,
  load: async () => (await import('./review-page.tsx')).ReviewPage,
});

export const teamPage = featurePage({
  path: '/today/team',
  audience: 'seeTeam',
  says: ['today', 'promises', 'seldom'],
  load: async () => (await import('./team-page.tsx')).TeamPage,
});
