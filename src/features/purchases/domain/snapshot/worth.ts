const DAYS_A_YEAR = 365.25;

/** What the yearly worth of a customer follows from: days, minor units, visits; undefined where the purchases do not tell. */
export type WorthFigures = {
  readonly visitsIn365: number | undefined;
  readonly spend: number | undefined;
  readonly usualGap: number | undefined;
  readonly usualBasket: number | undefined;
  readonly lastBasket: number | undefined;
};

/** What the worth of a year is made of: its product, in minor units. */
export type WorthParts = {
  /** Purchases expected within a year, to a hundredth. */
  readonly visits: number;
  /** What one brings, in whole minor units. */
  readonly spendMinor: number;
  readonly marginShare: number;
};

/**
 * The margin that a customer is expected to bring within a year, in minor units: by the models where there are any; otherwise as if the rhythm
 * went on; after a single visit, as if there were one more like it. What is shown of it is what is reckoned with.
 */
export function yearlyWorth(figures: WorthFigures, marginShare: number): number {
  const { visits, spendMinor } = worthParts(figures, marginShare);
  return visits * spendMinor * marginShare;
}

/** The same in its parts. */
export function worthParts(figures: WorthFigures, marginShare: number): WorthParts {
  const { visitsIn365, spend, usualGap, usualBasket, lastBasket } = figures;
  const basket = visitsIn365 === undefined ? undefined : spend;
  const visits = visitsIn365 ?? (usualGap === undefined ? 1 : DAYS_A_YEAR / Math.max(1, usualGap));
  return {
    visits: Math.round(visits * 100) / 100,
    spendMinor: Math.round(Math.max(0, basket ?? usualBasket ?? lastBasket ?? 0)),
    marginShare,
  };
}

/**
 * An estimate of years to come as it deserves, within a twentieth of itself, so that it stays what it is for a while: in steps of 1 from 10 to 20, of 2 to 50, of 5
 * to 100, and so on by tens. 1,234.56 is 1,200. In whole minor units of money, or in steps no smaller than `least`.
 */
export function toEstimate(amount: number, least = 1): number {
  const tens = 10 ** (Math.floor(Math.log10(Math.abs(amount) || 1)) - 1);
  const first = Math.abs(amount) / tens;
  const step = Math.max(least, tens * (first < 20 ? 1 : first < 50 ? 2 : 5));
  // Divided by a whole number where the step is a fraction, which no binary number is.
  return step < 1 ? Math.round(amount / step) / Math.round(1 / step) : Math.round(amount / step) * step;
}
