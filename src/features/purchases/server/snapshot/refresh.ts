import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryPart, SummaryScope } from '#kit/server/summary.ts';
import {
  describer,
  finishReading,
  nextPeak,
  seasonOf,
  WorkspaceReading,
  yearlyWorth,
  type CustomerSnapshot,
  type Season,
  type ValueTerms,
} from '../../domain/index.ts';
import { readAllHistories, readHistories, readModel, saveModel, writeAllSnapshots, writeSomeSnapshots } from './store.ts';

/** How far lifetime value looks ahead: beyond three years neither customers nor shops stay what they are. */
const HORIZON_DAYS = 3 * 365;

/** What purchases say of the customers: their own rhythm, value and risk, in their rows of the summary. */
export const purchasesSummary: SummaryPart = {
  feature: 'purchases',
  beginsEmpty: true,
  refresh: async (tx, scope) => {
    if (scope.customers === 'all') await refreshAll(tx, scope);
    else await refreshSome(tx, scope, scope.customers);
  },
};

async function refreshAll(tx: Tx, scope: SummaryScope): Promise<void> {
  const histories = await readAllHistories(tx, scope.day);
  const reading = new WorkspaceReading(dayNumber(scope.day), await termsOf(tx));
  for (let index = 0; index < histories.size; index += 1) reading.add(histories.at(index));
  scope.signal?.throwIfAborted();
  const { model, describe } = finishReading(reading);
  let worth = 0;
  await writeAllSnapshots(tx, scope.asOfOn, histories, (index) => {
    const snapshot = describe(histories.at(index));
    worth += worthOfOne(snapshot, model.terms.marginShare);
    return snapshot;
  });
  await saveModel(tx, scope.asOfOn, model, Math.round(worth / Math.max(1, histories.size)));
}

// The customer that an event has just touched is described by the model of the last round; the next round learns from the event too.
// Until somebody has come twice there is nothing learned yet, and next to nothing to read.
async function refreshSome(tx: Tx, scope: SummaryScope, customers: readonly string[]): Promise<void> {
  const [model, histories] = await Promise.all([readModel(tx, scope.asOfOn), readHistories(tx, scope.day, customers)]);
  if (!model?.habits) return await refreshAll(tx, scope);
  const describe = describer(model, dayNumber(scope.day));
  await writeSomeSnapshots(tx, scope.asOfOn, customers, histories, (index) => describe(histories.at(index)));
}

export type Described = {
  readonly snapshot: CustomerSnapshot;
  /** The part of the year in which they come, where their visits show one, and when it is next. */
  readonly season: (Season & { readonly nextOn: Temporal.PlainDate }) | undefined;
  readonly visits: { readonly on: string; readonly totalMinor: number }[];
  /** Net of returns. */
  readonly spent: number;
  /** Why the workspace's purchases carry no model of value. */
  readonly unfit: string | null;
};

/**
 * Everything purchases say of one customer as of a day, with the visits themselves. `asOfOn` names the model: 'infinity', or the past day whose
 * rows have been made.
 */
export async function describeCustomer(tx: Tx, customer: string, day: Temporal.PlainDate, asOfOn: string): Promise<Described> {
  const [kept, histories] = await Promise.all([readModel(tx, asOfOn), readHistories(tx, day, [customer])]);
  const model = kept ?? new WorkspaceReading(dayNumber(day), await termsOf(tx)).learn();
  const history = histories.at(0);
  const snapshot = describer(model, dayNumber(day))(history);
  const visits = Array.from(history.visitDays, (visit, index) => ({
    on: epoch.add({ days: visit }).toString(),
    totalMinor: history.totals[index] ?? 0,
  }));
  const season = seasonOf(history.visitDays, dayNumber(day));
  return {
    snapshot,
    season: season && { ...season, nextOn: nextPeak(season, day) },
    visits,
    spent: histories.size === 0 ? 0 : histories.spent(0),
    unfit: model.unfit?.code ?? null,
  };
}

function worthOfOne({ outlook, rhythm, usualBasket, lastBasket }: CustomerSnapshot, marginShare: number): number {
  const figures = {
    visitsIn365: outlook?.visitsIn365.expected,
    spend: outlook?.spend?.expected,
    usualGap: rhythm?.usualGap,
    usualBasket,
    lastBasket,
  };
  return yearlyWorth(figures, marginShare);
}

async function termsOf(tx: Tx): Promise<ValueTerms> {
  const { grossMargin, discountRate } = await readWorkspace(tx);
  return { marginShare: grossMargin, yearlyDiscountRate: discountRate, horizonDays: HORIZON_DAYS };
}

function dayNumber(day: Temporal.PlainDate): number {
  return epoch.until(day).days;
}

const epoch = Temporal.PlainDate.from('1970-01-01');
