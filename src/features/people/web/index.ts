import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { NoteIcon } from '#kit/web/icons.tsx';

export { FullName } from './full-name.tsx';
export { Initials } from './initials.tsx';
export { customIn, CustomInput } from './custom-fields/custom-input.tsx';
export { useCustomFields, useCustomText, type CustomField } from './custom-fields/fields.ts';
export { CircleSection } from './circle/circle-section.tsx';
export { FactsSection } from './facts/facts-section.tsx';
export { FilesSection } from './attachments/files-section.tsx';
export { GoalsSection } from './goals/goals-section.tsx';
export { NewCustomerDialog } from './new-customer-dialog.tsx';
export { PeopleHereSection } from './contact-roles/people-here-section.tsx';
export { commonLanguages } from './record/common-languages.ts';
export { CustomerPicker } from './customer-picker.tsx';
export { isMerged, MergedInto } from './duplicates/merged-into.tsx';
export { findPeople } from './find-people.ts';
export { PersonName } from './person-name.tsx';
export { WhoSection } from './who-section.tsx';

export const keyCustomersPage = featurePage({
  path: '/key-customers',
  audience: 'colleague',
  says: ['customer'],
  load: async () => (await import('./key-customers-page.tsx')).KeyCustomersPage,
});

export const duplicatesPage = featurePage({
  path: '/duplicates',
  audience: 'colleague',
  says: ['seldom'],
  load: async () => (await import('./duplicates/duplicates-page.tsx')).DuplicatesPage,
});

export const comparePage = featurePage<RawSearch, 'one' | 'other'>({
  path: '/duplicates/$one/$other',
  audience: 'colleague',
  says: ['seldom'],
  load: async () => (await import('./duplicates/compare-page.tsx')).ComparePage,
});

export const fieldsPage = featurePage({
  path: '/settings/fields',
  audience: 'defineFields',
  says: ['seldom'],
  nav: {
    label: 'people.custom.nav',
    hint: 'people.custom.nav.hint',
    icon: NoteIcon,
    place: 'settings',
    group: 'business',
    order: 40,
  },
  load: async () => (await import('./custom-fields/fields-page.tsx')).FieldsPage,
});

export const carePage = featurePage({
  path: '/settings/colleagues/care',
  audience: 'manageColleagues',
  says: ['seldom'],
  load: async () => (await import('./care/care-page.tsx')).CarePage,
});
