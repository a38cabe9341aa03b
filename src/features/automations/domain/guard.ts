/** What an automation has done of late, and whose doing the event is. */
export type Lately = {
  /** The automations that led to the event, the last first: each did what set the one before it off. */
  readonly chain: readonly string[];
  /** How often it did something within the last hour. */
  readonly inHour: number;
  /** How often for this customer, within the last day. */
  readonly forCustomerInDay: number;
};

export type HeldWhy = 'own_doing' | 'too_deep' | 'too_often' | 'too_often_for_customer';

/** So many automations may set each other off in a row. */
export const deepest = 3;
export const mostInHour = 500;
export const mostForCustomerInDay = 10;

/**
 * Why an automation does not act although it would: what happened is its own doing, at whatever remove; too many automations set each other off; or it has done so much that somebody had
 * better look. Null where nothing holds it. No set of automations can go round for ever: a round would come to one that is in the chain.
 */
export function heldBy(automation: string, { chain, inHour, forCustomerInDay }: Lately): HeldWhy | null {
  if (chain.includes(automation)) return 'own_doing';
  if (chain.length >= deepest) return 'too_deep';
  if (inHour >= mostInHour) return 'too_often';
  return forCustomerInDay >= mostForCustomerInDay ? 'too_often_for_customer' : null;
}
