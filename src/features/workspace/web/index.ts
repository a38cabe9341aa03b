import { featurePage } from '#kit/web/feature-page.ts';
import { ClockIcon, SettingsIcon } from '#kit/web/icons.tsx';

export { currencyAround, timeZones } from './places.ts';

export const workspaceSettingsPage = featurePage({
  path: '/settings/workspace',
  audience: 'changeSettings',
  says: ['settings'],
  nav: {
    label: 'workspace.settings.nav',
    hint: 'workspace.settings.nav.hint',
    icon: SettingsIcon,
    place: 'settings',
    group: 'business',
    order: 10,
  },
  load: async () => (await import('./settings-page.tsx')).WorkspaceSettingsPage,
});

export const statusPage = featurePage({
  path: '/settings/status',
  says: ['seldom'],
  audience: 'changeSettings',
  nav: {
    label: 'workspace.status.nav',
    hint: 'workspace.status.nav.hint',
    icon: ClockIcon,
    place: 'settings',
    group: 'data',
    order: 40,
  },
  load: async () => (await import('./status-page.tsx')).StatusPage,
});
