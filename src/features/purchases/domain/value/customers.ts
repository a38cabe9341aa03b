import { err, ok } from '#kit/domain/result.ts';
import type { Result } from '#kit/domain/result.ts';
import { fitSteadyBgNbd } from './bg-nbd.ts';
import type { BgNbdFit } from './bg-nbd.ts';
import { fitSteadyGammaGamma } from './gamma-gamma.ts';
import type { GammaGammaFit } from './gamma-gamma.ts';
import { HistoryBook } from './history.ts';
import { scoreHistories } from './score.ts';
import type { CountColumns, EstimateColumns, HistoryScores, ValueTerms } from './score.ts';
import { SpendBook } from './spend-book.ts';
import { spendScale } from './spend.ts';

/** Customers in columns: repeat visits, days from the first visit to the last and to the day of looking, mean spend of the repeat visits. */
export type CustomerColumns = {
  readonly repeats: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly meanSpend: Float64Array;
};

export type ScoredCustomers = {
  readonly purchases: BgNbdFit;
  readonly spend: GammaGammaFit;
  /** In columns, one entry a customer, `spend` and `value` in money. What each interval covers is said at `scoreHistories` and `spendPerVisit`. */
  readonly scores: HistoryScores;
};

/**
 * Fits both models to customers in columns and scores every one of them.
 * Errors: those of `fitBgNbd` and `fitGammaGamma`, and `value.bad_history` (with the row) for a history that cannot be:
 * negative counts, a last visit before the first or after the day of looking, repeat visits without a number.
 */
export function fitAndScore(columns: CustomerColumns, terms: ValueTerms): Result<ScoredCustomers> {
  const { repeats, recency, age, meanSpend } = columns;
  const book = new HistoryBook();
  const spends = new SpendBook();
  const placeOf = new Int32Array(repeats.length);
  for (let row = 0; row < repeats.length; row += 1) {
    const x = repeats[row] as number;
    const last = recency[row] as number;
    const now = age[row] as number;
    if (x < 0 || last < 0 || last > now || (x === 0 && last > 0)) return err('value.bad_history', { row });
    placeOf[row] = book.add(x, last, now);
    spends.add(x, meanSpend[row] as number);
  }
  const purchases = fitSteadyBgNbd(book.columns());
  if (!purchases.ok) return purchases;
  const spend = fitSteadyGammaGamma(spends);
  if (!spend.ok) return spend;

  const byHistory = scoreHistories(purchases.value, spend.value.parameters, terms, book.columns());
  const each = (column: Float32Array) => spreadOver(placeOf, column);
  const count = (of: CountColumns) => ({
    expected: each(of.expected),
    low: each(of.low),
    high: each(of.high),
    any: each(of.any),
  });
  return ok({
    purchases: purchases.value,
    spend: spend.value,
    scores: {
      alive: each(byHistory.alive),
      aliveLow: each(byHistory.aliveLow),
      aliveHigh: each(byHistory.aliveHigh),
      in90: count(byHistory.in90),
      in365: count(byHistory.in365),
      ...moneyOf(columns, placeOf, byHistory, spend.value),
    },
  });
}

/** Factors per unit of `spendScale` turned into money, customer by customer. */
function moneyOf(
  { repeats, meanSpend }: CustomerColumns,
  placeOf: Int32Array,
  factors: HistoryScores,
  { parameters }: GammaGammaFit,
): { spend: EstimateColumns; value: EstimateColumns } {
  const column = () => new Float32Array(placeOf.length);
  const spend = { expected: column(), low: column(), high: column() };
  const value = { expected: column(), low: column(), high: column() };
  for (let row = 0; row < placeOf.length; row += 1) {
    const place = placeOf[row] as number;
    const scale = spendScale(parameters, repeats[row] as number, meanSpend[row] as number);
    spend.expected[row] = scale * (factors.spend.expected[place] as number);
    spend.low[row] = scale * (factors.spend.low[place] as number);
    spend.high[row] = scale * (factors.spend.high[place] as number);
    value.expected[row] = scale * (factors.value.expected[place] as number);
    value.low[row] = scale * (factors.value.low[place] as number);
    value.high[row] = scale * (factors.value.high[place] as number);
  }
  return { spend, value };
}

function spreadOver(placeOf: Int32Array, column: Float32Array): Float32Array {
  const spread = new Float32Array(placeOf.length);
  for (let row = 0; row < placeOf.length; row += 1) spread[row] = column[placeOf[row] as number] as number;
  return spread;
}
