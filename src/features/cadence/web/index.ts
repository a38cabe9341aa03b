import { featurePage } from '#kit/web/feature-page.ts';
import { ClockIcon, CalendarIcon } from '#kit/web/icons.tsx';
import { cadenceSearch } from './cadence-search.ts';

export { CadenceSection } from './cadence-section.tsx';
export { RoutineDialog } from './lazy-routine-dialog.ts';

export const cadencePage = featurePage({
  path: '/cadence',
  audience: 'colleague',
  parseSearch: cadenceSearch,
  says: ['seldom'],
  nav: { label: 'cadence.nav', icon: ClockIcon, place: 'main', order: 40, keys: 'g r' },
  load: async () => (await import('./cadence-page.tsx')).CadencePage,
});

export const workingHoursPage = featurePage({
  path: '/settings/hours',
  audience: 'colleague',
  says: ['seldom'],
  nav: {
    label: 'cadence.hours.nav',
    hint: 'cadence.hours.nav.hint',
    icon: CalendarIcon,
    place: 'settings',
    group: 'business',
    order: 30,
  },
  load: async () => (await import('./hours-page.tsx')).HoursPage,
});
