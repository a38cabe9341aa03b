import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { SproutIcon } from '#kit/web/icons.tsx';

export const automationsPage = featurePage({
  path: '/settings/automations',
  audience: 'makeAutomations',
  says: ['seldom'],
  nav: {
    label: 'automations.nav',
    hint: 'automations.nav.hint',
    icon: SproutIcon,
    place: 'settings',
    group: 'programs',
    order: 10,
  },
  load: async () => (await import('./automations-page.tsx')).AutomationsPage,
});

export const automationPage = featurePage<RawSearch, 'automation'>({
  path: '/settings/automations/$automation',
  audience: 'makeAutomations',
  says: ['seldom'],
  load: async () => (await import('./automation-page.tsx')).AutomationPage,
});

export const automationLogPage = featurePage<RawSearch, 'automation'>({
  path: '/settings/automations/$automation/log',
  audience: 'makeAutomations',
  says: ['seldom'],
  load: async () => (await import('./automation-log-page.tsx')).AutomationLogPage,
});
