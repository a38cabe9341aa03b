import { featurePage } from '#kit/web/feature-page.ts';
import { CustomersIcon } from '#kit/web/icons.tsx';
import { customersSearch } from './customers-search.ts';
import { customerSearch, type CustomerSearch } from './look-search.ts';

export { AsOf, PastNotice, usePastDay } from './as-of.tsx';
export { ConditionsText } from './conditions-text.tsx';
export { MoreFilters } from './more-filters.tsx';
export { addressesOfCustomer } from './customer-addresses.ts';

export const customersPage = featurePage({
  path: '/customers',
  audience: 'colleague',
  parseSearch: customersSearch,
  nav: { label: 'customers.nav', icon: CustomersIcon, place: 'main', order: 20, keys: 'g c' },
  load: async () => (await import('./customers-page.tsx')).CustomersPage,
});

export const customerPage = featurePage<CustomerSearch, 'id'>({
  path: '/customers/$id',
  says: ['customer', 'promises'],
  audience: 'colleague',
  parseSearch: customerSearch,
  load: async () => (await import('./customer-page.tsx')).CustomerPage,
});
