import { featurePage } from '#kit/web/feature-page.ts';
import { EyeIcon } from '#kit/web/icons.tsx';
import { auditSearch } from './audit-search.ts';

export const auditPage = featurePage({
  path: '/settings/audit',
  audience: 'seeAudit',
  says: ['seldom'],
  parseSearch: auditSearch,
  nav: {
    label: 'audit.nav',
    hint: 'audit.nav.hint',
    icon: EyeIcon,
    place: 'settings',
    group: 'data',
    order: 30,
  },
  load: async () => (await import('./audit-page.tsx')).AuditPage,
});
