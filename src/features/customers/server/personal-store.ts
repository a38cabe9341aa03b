import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'customers',
  rows: [],
  besides: { 'bulk_changed.customer_id': 'is kept so that a change of many can be taken back, and says what stands with the person' },
};
