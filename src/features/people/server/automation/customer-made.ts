import type { Trigger } from '#kit/server/automation.ts';

/** Somebody new: written down by hand, brought in by a file, or a contact who became a customer. */
export const customerMade: Trigger = { id: 'customer_made', event: 'customer.made', blanks: [], fits: () => true };
