import { keepQuiet, makeRoutine, noteAbsence } from '#features/cadence/server/index.ts';
import type { BusinessRows } from '#fixtures/business-rows.ts';
import { drawCadence } from '#fixtures/sample-business/cadence.ts';
import type { Tx } from '#kit/server/db/index.ts';

type Known = {
  readonly now: Temporal.Instant;
  readonly owner: string;
  readonly colleague: (row: string) => string;
  readonly customer: (row: string) => string;
};

/** Writes how the sample stays in touch: routines, quiet times, absences. */
export async function addCadence(tx: Tx, business: BusinessRows, { now, owner, colleague, customer }: Known): Promise<void> {
  const { routines, quietPeriods, absences } = drawCadence(business);
  const who = { colleague: owner, role: 'owner' } as const;
  for (const { target, ...told } of routines)
    await makeRoutine(tx, now, who, target.kind === 'customer' ? { kind: 'customer', id: customer(target.id) } : target, told);
  for (const { customerId, ...told } of quietPeriods) await keepQuiet(tx, now, owner, customer(customerId), told);
  for (const { colleagueId, fromOn, untilOn, standInId } of absences)
    await noteAbsence(tx, now, who, {
      colleague: colleague(colleagueId),
      fromOn,
      untilOn,
      standIn: standInId === null ? null : colleague(standInId),
    });
}
