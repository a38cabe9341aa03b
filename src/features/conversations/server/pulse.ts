import { requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pulseTrend, type PulseTrend, type TouchpointKind } from '../domain/index.ts';
import { listPulses } from './how-it-went-store.ts';

export type PulseRead = { readonly at: Temporal.Instant; readonly pulse: number; readonly kind: TouchpointKind };

const mostReadings = 60;
const yearsBack = 3;

/** How a customer felt in the last three years, the oldest reading first, and where that goes; nothing after the end of a day. Refuses `customer.not_found`. */
export async function readPulse(
  tx: Tx,
  customer: string,
  day: Temporal.PlainDate,
): Promise<{ readings: readonly PulseRead[]; trend: PulseTrend }> {
  await requireCustomer(tx, customer);
  const { timeZone } = await readWorkspace(tx);
  const span = { since: endOfDay(day.subtract({ years: yearsBack }), timeZone), before: endOfDay(day, timeZone) };
  const readings = (await listPulses(tx, { customer, ...span, limit: mostReadings })).toReversed();
  return { readings, trend: pulseTrend(readings.map(({ pulse }) => pulse)) };
}
