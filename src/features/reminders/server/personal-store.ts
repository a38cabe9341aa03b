import type { PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'reminders',
  rows: [],
  besides: { 'reminder.customer_id': 'says when a colleague was told of a promise, and nothing of the person' },
};
