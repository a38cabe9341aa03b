import { featurePage } from '#kit/web/feature-page.ts';
import { EyeOffIcon } from '#kit/web/icons.tsx';

export { PersonalDataSection } from './personal-data-section.tsx';

export const erasuresPage = featurePage({
  path: '/settings/personal-data',
  audience: 'erasePersonalData',
  says: ['seldom', 'customer'],
  nav: {
    label: 'personal_data.nav',
    hint: 'personal_data.nav.hint',
    icon: EyeOffIcon,
    place: 'settings',
    group: 'data',
    order: 20,
  },
  load: async () => (await import('./erasures-page.tsx')).ErasuresPage,
});
