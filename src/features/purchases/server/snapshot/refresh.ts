import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryPart, SummaryScope } from '#kit/server/summary.ts';
import { describer, finishReading, WorkspaceReading, type CustomerSnapshot, type ValueTerms } from '../../domain/index.ts';
import { readHistories, readModel, saveModel, writeAllSnapshots, writeSomeSnapshots } from './store.ts';

/** How far lifetime value looks ahead: beyond three years neither customers nor shops stay what they are. */
const HORIZON_DAYS = 3 * 365;

/** What purchases say of the customers: their own rhythm, value and risk, in their rows of the summary. */
export const purchasesSummary: SummaryPart = {
  feature: 'purchases',
  refresh: async (tx, scope) => {
    if (scope.customers === 'all') await refreshAll(tx, scope);
    else await refreshSome(tx, scope);
  },
};

async function refreshAll(tx: Tx, scope: SummaryScope): Promise<void> {
  const histories = await readHistories(tx, { day: scope.day, customers: 'all' });
  const reading = new WorkspaceReading(dayNumber(scope.day), await termsOf(tx));
  for (let index = 0; index < histories.size; index += 1) reading.add(histories.at(index));
  scope.signal?.throwIfAborted();
  const { model, describe } = finishReading(reading);
  await saveModel(tx, scope.asOfOn, model);
  await writeAllSnapshots(tx, scope.asOfOn, histories, (index) => describe(histories.at(index)));
}

// The customer that an event has just touched is described by the model of the last round; the next one learns from the event too.
async function refreshSome(tx: Tx, scope: SummaryScope): Promise<void> {
  const { customers } = scope;
  const model = await readModel(tx, scope.asOfOn);
  if (!model || customers === 'all') return await refreshAll(tx, { ...scope, customers: 'all' });
  const histories = await readHistories(tx, scope);
  const describe = describer(model, dayNumber(scope.day));
  await writeSomeSnapshots(tx, scope.asOfOn, customers, histories, (index) => describe(histories.at(index)));
}

/**
 * Everything purchases say of one customer as of a day, with the intervals, the season and the reasons of the risk; undefined for one who
 * never bought. `asOfOn` names the model: 'infinity', or the past day whose rows have been made.
 */
export async function describeCustomer(tx: Tx, customer: string, day: Temporal.PlainDate, asOfOn: string): Promise<CustomerSnapshot | undefined> {
  const [model, histories] = [await readModel(tx, asOfOn), await readHistories(tx, { day, customers: [customer] })];
  if (!model || histories.size === 0) return undefined;
  return describer(model, dayNumber(day))(histories.at(0));
}

async function termsOf(tx: Tx): Promise<ValueTerms> {
  const { grossMargin, discountRate } = await readWorkspace(tx);
  return { marginShare: grossMargin, yearlyDiscountRate: discountRate, horizonDays: HORIZON_DAYS };
}

function dayNumber(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day).days;
}
