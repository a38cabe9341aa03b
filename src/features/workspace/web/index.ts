import { featurePage } from '#kit/web/feature-page.ts';
import { ClockIcon, SettingsIcon } from '#kit/web/icons.tsx';

export { currencyAround, timeZones } from './places.ts';

export const workspaceSettingsPage = featurePage({
  path: '/settings/workspace',
  audience: 'changeSettings',
  nav: { label: 'workspace.settings.nav', icon: SettingsIcon, place: 'settings', order: 20 },
  load: async () => (await import('./settings-page.tsx')).WorkspaceSettingsPage,
});

export const statusPage = featurePage({
  path: '/settings/status',
  says: ['seldom'],
  audience: 'changeSettings',
  nav: { label: 'workspace.status.nav', icon: ClockIcon, place: 'settings', order: 90 },
  load: async () => (await import('./status-page.tsx')).StatusPage,
});
