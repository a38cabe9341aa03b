import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound, type Worth } from '#features/people/domain/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { reasonsIn } from '../../domain/index.ts';
import { readFigures, readTypicalWorth, readWorth } from './store.ts';

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

/** What customers are expected to bring within a year as margin, in minor units: by the model of value, or by their own habits where there is none. */
export async function worthOf(tx: Tx, asOfOn: string, customers: readonly string[]): Promise<Worth> {
  const { grossMargin } = await readWorkspace(tx);
  return { typical: await readTypicalWorth(tx, asOfOn), of: await readWorth(tx, asOfOn, customers, grossMargin) };
}
