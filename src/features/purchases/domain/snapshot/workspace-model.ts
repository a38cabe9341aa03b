import type { Failure } from '#kit/domain/result.ts';
import type { WorkspaceHabits } from '../rhythm/workspace-habits.ts';
import { HabitBook } from '../rhythm/workspace-habits.ts';
import { fitSteadyBgNbd } from '../value/bg-nbd.ts';
import type { BgNbdFit } from '../value/bg-nbd.ts';
import { fitSteadyGammaGamma } from '../value/gamma-gamma.ts';
import type { GammaGammaFit } from '../value/gamma-gamma.ts';
import { HistoryBook } from '../value/history.ts';
import type { Histories } from '../value/history.ts';
import type { ValueTerms } from '../value/score.ts';
import { SpendBook } from '../value/spend-book.ts';
import type { PurchaseHistory } from './snapshot.ts';

/** What a workspace's purchases up to a day teach. Plain data that survives JSON, so that it can be kept and used for one customer at a time. */
export type WorkspaceModel = {
  readonly asOfDay: number;
  readonly terms: ValueTerms;
  /** Undefined while nobody has come twice. */
  readonly habits?: WorkspaceHabits;
  readonly purchases?: BgNbdFit;
  readonly spend?: GammaGammaFit;
  /** Why there is no model of purchases, or of spend. */
  readonly unfit?: Failure;
};

/** What the models take from one history: repeat visits, days from the first visit to the last and to the day of looking, mean spend of the repeat visits. */
export type HistoryFigures = {
  readonly visits: number;
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
  readonly meanSpend: number;
};

/**
 * The first of the two passes over all customers: takes in histories one by one, then learns. Keeps 20 bytes for each different history and 12 for each
 * returning customer, so a million customers need some tens of megabytes.
 */
export class WorkspaceReading {
  readonly #asOfDay: number;
  readonly #terms: ValueTerms;
  readonly #habits = new HabitBook();
  readonly #histories = new HistoryBook();
  readonly #spends = new SpendBook();

  constructor(asOfDay: number, terms: ValueTerms) {
    this.#asOfDay = asOfDay;
    this.#terms = terms;
  }

  add(history: PurchaseHistory): void {
    const { visits, repeats, recency, age, meanSpend } = figuresOf(history, this.#asOfDay);
    if (visits === 0) return;
    this.#habits.add(history.visitDays, history.totals, visits);
    this.#histories.add(repeats, recency, age);
    this.#spends.add(repeats, meanSpend);
  }

  /** The different histories taken in so far: what a second pass will ask scores for. */
  histories(): Histories {
    return this.#histories.columns();
  }

  placeOf({ repeats, recency, age }: HistoryFigures): number {
    return this.#histories.find(repeats, recency, age);
  }

  learn(): WorkspaceModel {
    const habits = this.#habits.habits();
    const purchases = fitSteadyBgNbd(this.#histories.columns());
    const spend = fitSteadyGammaGamma(this.#spends);
    const unfit = purchases.ok ? (spend.ok ? undefined : spend.failure) : purchases.failure;
    return {
      asOfDay: this.#asOfDay,
      terms: this.#terms,
      ...(habits && { habits }),
      ...(purchases.ok && { purchases: purchases.value }),
      ...(spend.ok && { spend: spend.value }),
      ...(unfit && { unfit }),
    };
  }
}

/** Only visits up to `asOfDay` count. */
export function figuresOf({ visitDays, totals }: PurchaseHistory, asOfDay: number): HistoryFigures {
  let visits = visitDays.length;
  while (visits > 0 && (visitDays[visits - 1] as number) > asOfDay) visits -= 1;
  if (visits === 0) return { visits: 0, repeats: 0, recency: 0, age: 0, meanSpend: 0 };
  const first = visitDays[0] as number;
  let sum = 0;
  for (let i = 1; i < visits; i += 1) sum += totals[i] as number;
  return {
    visits,
    repeats: visits - 1,
    recency: (visitDays[visits - 1] as number) - first,
    age: asOfDay - first,
    meanSpend: visits > 1 ? sum / (visits - 1) : 0,
  };
}
