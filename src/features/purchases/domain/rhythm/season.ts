/** The part of the year in which a customer comes, where their visits show one. */
export type Season = {
  /** Day of the year around which visits gather, 1 to 365. */
  readonly peakDayOfYear: number;
  /** Visits within 45 days of the peak, of all visits, over how many years. */
  readonly near: number;
  readonly visits: number;
  readonly years: number;
};

const DAYS_A_YEAR = 365.2425;
const FEWEST_VISITS = 6;
const FEWEST_YEARS = 2;
/** Visits of one busy time hang together, so it takes three such times of the year to believe in a season. */
const FEWEST_PEAKS = 3;
const HALF_WIDTH = 45;
/** Visits spread evenly over the year would look like a season this rarely. */
const CHANCE = 0.01;

/**
 * The customer's season, if the data show one: at least half of the visits within 45 days of one day of the year, around at least three such days, and Rayleigh's test
 * for a direction on the circle of the year (Mardia and Jupp 2000, 6.3.1, in the form of Wilkie 1983) finding it no chance.
 * Undefined otherwise, and while the customer is known for less than two years. Days count from 1970-01-01, rising; only the first `count` are looked at.
 */
export function seasonOf(visitDays: ArrayLike<number>, asOfDay: number, count: number = visitDays.length): Season | undefined {
  if (count < FEWEST_VISITS) return undefined;
  const years = Math.floor((asOfDay - (visitDays[0] as number) + 1) / DAYS_A_YEAR);
  if (years < FEWEST_YEARS) return undefined;
  let east = 0;
  let north = 0;
  for (let i = 0; i < count; i += 1) {
    const angle = 2 * Math.PI * shareOfYear(visitDays[i] as number);
    east += Math.cos(angle);
    north += Math.sin(angle);
  }
  if (rayleighChance(Math.hypot(east, north), count) > CHANCE) return undefined;

  const peak = Math.atan2(north, east) / (2 * Math.PI);
  let near = 0;
  const peaks = new Set<number>();
  for (let i = 0; i < count; i += 1) {
    const day = visitDays[i] as number;
    const off = shareOfYear(day) - peak;
    const apart = off - Math.round(off);
    if (Math.abs(apart) * DAYS_A_YEAR > HALF_WIDTH) continue;
    near += 1;
    // The peak that the visit belongs to: December and January of one season count once.
    peaks.add(Math.round(day / DAYS_A_YEAR - apart - peak));
  }
  if (peaks.size < FEWEST_PEAKS || near * 2 < count) return undefined;
  const peakDayOfYear = (Math.floor((peak - Math.floor(peak)) * 365) % 365) + 1;
  return { peakDayOfYear, near, visits: count, years };
}

/** The day around which the customer is to be thought of next, on or after a day. */
export function nextPeak({ peakDayOfYear }: Season, day: Temporal.PlainDate): Temporal.PlainDate {
  const inYear = (year: number) => new Temporal.PlainDate(year, 1, 1).add({ days: peakDayOfYear - 1 });
  const peak = inYear(day.year);
  return Temporal.PlainDate.compare(peak, day) < 0 ? inYear(day.year + 1) : peak;
}

/** 1970-01-01 is a new year's day; leap days move the rest by less than a day. */
function shareOfYear(day: number): number {
  const years = day / DAYS_A_YEAR;
  return years - Math.floor(years);
}

function rayleighChance(length: number, visits: number): number {
  return Math.exp(Math.sqrt(1 + 4 * visits + 4 * (visits * visits - length * length)) - (1 + 2 * visits));
}
