import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { ImportIcon } from '#kit/web/icons.tsx';

export const contactsPage = featurePage({
  path: '/contacts/import',
  audience: 'importData',
  says: ['files'],
  nav: {
    label: 'contacts.nav',
    hint: 'contacts.nav.hint',
    icon: ImportIcon,
    place: 'settings',
    group: 'data',
    order: 10,
  },
  load: async () => (await import('./contacts-page.tsx')).ContactsPage,
});

export const contactsRunPage = featurePage<RawSearch, 'importId'>({
  path: '/contacts/import/$importId',
  audience: 'importData',
  says: ['files'],
  load: async () => (await import('./contacts-run-page.tsx')).ContactsRunPage,
});
