import { featurePage } from '#kit/web/feature-page.ts';
import { EyeOffIcon } from '#kit/web/icons.tsx';

export { PersonalDataSection } from './personal-data-section.tsx';

export const erasuresPage = featurePage({
  path: '/settings/personal-data',
  audience: 'erasePersonalData',
  says: ['seldom', 'customer'],
  nav: { label: 'personal_data.nav', icon: EyeOffIcon, place: 'settings', order: 85 },
  load: async () => (await import('./erasures-page.tsx')).ErasuresPage,
});
