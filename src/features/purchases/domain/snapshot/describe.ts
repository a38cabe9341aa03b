import { basketChange, rhythmChange } from '../rhythm/change.ts';
import { rhythmOf } from '../rhythm/rhythm.ts';
import { stageOn } from '../rhythm/stage.ts';
import { usualBasket } from '../rhythm/basket.ts';
import { assessRisk } from '../risk/risk.ts';
import { HistoryBook } from '../value/history.ts';
import { scoreHistories } from '../value/score.ts';
import type { EstimateColumns, HistoryScores, ValueTerms } from '../value/score.ts';
import { spendScale } from '../value/spend.ts';
import type { Estimate } from '../value/spend.ts';
import type { CustomerSnapshot, Outlook, PurchaseHistory } from './snapshot.ts';
import { figuresOf, WorkspaceReading } from './workspace-model.ts';
import type { HistoryFigures, WorkspaceModel } from './workspace-model.ts';

/** Makes the snapshot of one customer. */
export type Describe = (history: PurchaseHistory) => CustomerSnapshot;

/**
 * Describes customers one at a time by a model learned before: for the customer that an event has just touched.
 * `asOfDay` may be later than the day of the model; a model of a later day would let the future leak in, so do not use one.
 */
export function describer(model: WorkspaceModel, asOfDay: number): Describe {
  return (history) => {
    const figures = figuresOf(history, asOfDay);
    return describe(model, asOfDay, history, figures, scoresOfOne(model, figures), 0);
  };
}

/**
 * The second of the two passes: the model learned from the first, and a describer for whom every different history has been scored beforehand.
 *
 * ```ts
 * const reading = new WorkspaceReading(asOfDay, terms);
 * for await (const row of store.histories()) reading.add(row);
 * const { model, describe } = finishReading(reading);
 * for await (const row of store.histories()) write(row.customerId, describe(row));
 * ```
 * A history that the first pass has not seen (a purchase came in between) is scored by itself.
 */
export function finishReading(reading: WorkspaceReading): {
  readonly model: WorkspaceModel;
  readonly describe: Describe;
} {
  const model = reading.learn();
  const { purchases, spend, terms, asOfDay } = model;
  if (purchases === undefined) return { model, describe: describer(model, asOfDay) };
  const scores = scoreHistories(purchases, spend?.parameters, terms, reading.histories());
  const describeRead: Describe = (history) => {
    const figures = figuresOf(history, asOfDay);
    const place = figures.visits === 0 ? -1 : reading.placeOf(figures);
    if (place < 0) return describe(model, asOfDay, history, figures, scoresOfOne(model, figures), 0);
    return describe(model, asOfDay, history, figures, scores, place);
  };
  return { model, describe: describeRead };
}

/** Both passes over histories that are already in memory: the model of the workspace as of a day, and the snapshot of each customer in order. */
export function describeCustomers(
  histories: readonly PurchaseHistory[],
  terms: ValueTerms,
  asOfDay: number,
): { readonly model: WorkspaceModel; readonly snapshots: CustomerSnapshot[] } {
  const reading = new WorkspaceReading(asOfDay, terms);
  for (const history of histories) reading.add(history);
  const { model, describe: describeRead } = finishReading(reading);
  return { model, snapshots: histories.map(describeRead) };
}

function describe(
  model: WorkspaceModel,
  asOfDay: number,
  history: PurchaseHistory,
  figures: HistoryFigures,
  scores: HistoryScores | undefined,
  place: number,
): CustomerSnapshot {
  const { visitDays, totals } = history;
  const { visits } = figures;
  const { habits } = model;
  const rhythm = rhythmOf(visitDays, habits, visits);
  const slower = habits && rhythmChange(visitDays, habits, visits);
  const smaller = habits && basketChange(visitDays, totals, habits, visits);
  const outlook = scores && outlookOf(model, figures, scores, place);
  const last = visits - 1;
  let spent = 0;
  for (let i = 0; i < visits; i += 1) spent += totals[i] as number;
  return {
    asOfDay,
    stage: stageOn(asOfDay, visits, rhythm),
    visits,
    firstVisitDay: visits > 0 ? visitDays[0] : undefined,
    lastVisitDay: visitDays[last],
    spent,
    lastBasket: totals[last],
    usualBasket: usualBasket(totals, visits),
    rhythm,
    rhythmChange: slower,
    basketChange: smaller,
    outlook,
    risk: assessRisk({
      asOfDay,
      visits,
      lastVisitDay: visitDays[last] ?? asOfDay,
      rhythm,
      rhythmChange: slower,
      basketChange: smaller,
      alive: outlook?.alive?.expected,
      aliveAtLastVisit: outlook?.aliveAtLastVisit,
      value: outlook?.value?.expected ?? 0,
    }),
  };
}

function outlookOf(
  { purchases, spend }: WorkspaceModel,
  { repeats, meanSpend }: HistoryFigures,
  scores: HistoryScores,
  place: number,
): Outlook | undefined {
  if (purchases === undefined) return undefined;
  const { a, b } = purchases.parameters;
  const scale = spend && spendScale(spend.parameters, repeats, meanSpend);
  return {
    alive:
      repeats === 0
        ? undefined
        : {
            expected: scores.alive[place] as number,
            low: scores.aliveLow[place] as number,
            high: scores.aliveHigh[place] as number,
          },
    aliveAtLastVisit: repeats === 0 ? undefined : 1 / (1 + a / (b + repeats - 1)),
    visitsIn90: scaled(scores.in90, place, 1),
    visitsIn365: scaled(scores.in365, place, 1),
    returnsIn90: scores.in90.any[place] as number,
    returnsIn365: scores.in365.any[place] as number,
    spend: scale ? scaled(scores.spend, place, scale) : undefined,
    value: scale ? scaled(scores.value, place, scale) : undefined,
  };
}

function scoresOfOne(model: WorkspaceModel, figures: HistoryFigures): HistoryScores | undefined {
  if (model.purchases === undefined || figures.visits === 0) return undefined;
  const book = new HistoryBook();
  book.add(figures.repeats, figures.recency, figures.age);
  return scoreHistories(model.purchases, model.spend?.parameters, model.terms, book.columns());
}

function scaled({ expected, low, high }: EstimateColumns, place: number, scale: number): Estimate {
  return {
    expected: scale * (expected[place] as number),
    low: scale * (low[place] as number),
    high: scale * (high[place] as number),
  };
}
