import { BellIcon } from '#kit/web/icons.tsx';
import { featurePage } from '#kit/web/feature-page.ts';

export { Bell } from './bell.tsx';

export const remindersPage = featurePage({
  path: '/reminders',
  audience: 'colleague',
  load: async () => (await import('./reminders-page.tsx')).RemindersPage,
});

export const reminderSettingsPage = featurePage({
  path: '/settings/reminders',
  audience: 'colleague',
  says: ['seldom'],
  nav: {
    label: 'reminders.settings.nav',
    hint: 'reminders.settings.nav.hint',
    icon: BellIcon,
    place: 'settings',
    group: 'me',
    order: 20,
  },
  load: async () => (await import('./reminder-settings-page.tsx')).ReminderSettingsPage,
});
