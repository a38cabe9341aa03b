import { keepQuiet, makeRoutine, noteAbsence } from '#features/cadence/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';

/** One of everything that says when a customer hears from us, and their ids by the names of the parameters of paths. */
export async function fillCadence(
  tx: Tx,
  now: Temporal.Instant,
  owner: string,
  customer: string,
): Promise<{ routine: string; quietPeriod: string; absence: string; standIn: string }> {
  const who = { colleague: owner, role: 'owner' } as const;
  const told = { everyDays: 30, channel: 'call', purpose: 'a confidential purpose' } as const;
  const day = Temporal.PlainDate.from('2026-03-20');
  return {
    routine: await makeRoutine(tx, now, who, { kind: 'customer', id: customer }, told),
    quietPeriod: await keepQuiet(tx, now, owner, customer, { untilOn: day, note: 'confidential exams' }),
    absence: await noteAbsence(tx, now, who, { colleague: owner, fromOn: day, untilOn: day, standIn: null }),
    standIn: owner,
  };
}
