import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { reasonsIn } from '../../domain/index.ts';
import { readFigures } from './store.ts';

/** Why these customers should hear from us on that day, as far as their purchases tell. */
export async function reasonsToAct(tx: Tx, asked: ReasonsAsked): Promise<ReasonsFound> {
  const terms = await readWorkspace(tx);
  const day = Temporal.PlainDate.from('1970-01-01').until(asked.day).days;
  const found = new Map<string, readonly Reason[]>();
  for (const [customer, figures] of await readFigures(tx, asked.asOfOn, asked.customers)) {
    const reasons = reasonsIn(figures, day, stakeOf(asked.worth, customer), terms);
    if (reasons.length > 0) found.set(customer, reasons);
  }
  return found;
}
