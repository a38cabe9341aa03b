import { whoFits } from '#features/customers/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { listEventsOf } from '#kit/server/followers.ts';
import type { Services } from '#kit/server/services.ts';
import { readTrigger, type AutomationTold } from '../domain/index.ts';
import { partsOf, triggerNamed } from './parts.ts';

const daysBack = 30;
const mostLooked = 1000;
const mostShown = 20;

export type Trial = {
  /** How many events of the trigger's kind there were. */
  readonly looked: number;
  readonly count: number;
  readonly fitting: readonly { readonly customer: { readonly id: string; readonly name: string }; readonly happenedAt: Temporal.Instant }[];
};

/**
 * What a trigger and conditions would have meant within thirty days: what happened then, with customers as they are now. Does nothing. Refuses what making an automation
 * of them would refuse.
 */
export async function tryOut(
  tx: Tx,
  services: Services,
  now: Temporal.Instant,
  told: Pick<AutomationTold, 'trigger' | 'filled' | 'conditions'>,
): Promise<Trial> {
  const filled = unwrap(readTrigger(told, partsOf(services)));
  const { conditions } = told;
  const trigger = triggerNamed(services.automation, told.trigger);
  if (!trigger) return { looked: 0, count: 0, fitting: [] };
  const events = await listEventsOf(tx, trigger.event, now.subtract({ hours: 24 * daysBack }), mostLooked);
  const meant = events.flatMap(({ customer, happenedAt, detail }) =>
    customer !== null && trigger.fits(detail, filled) ? [{ customer, happenedAt }] : [],
  );
  const customers = [...new Set(meant.map(({ customer }) => customer))];
  const fits = await whoFits(tx, now, conditions, customers);
  const names = await namesOfCustomers(tx, customers);
  const fitting = meant.filter(({ customer }) => fits.has(customer) && names.has(customer));
  return {
    looked: events.length,
    count: fitting.length,
    fitting: fitting
      .slice(0, mostShown)
      .map(({ customer, happenedAt }) => ({ customer: { id: customer, name: names.get(customer) ?? '' }, happenedAt })),
  };
}
