import type { Trigger } from '#kit/server/automation.ts';

/** Also told where the reason or the day to look again was changed. */
export const keyCustomerListed: Trigger = { id: 'key_customer_listed', event: 'key_customer.listed', blanks: [], fits: () => true };
