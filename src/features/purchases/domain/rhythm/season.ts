/** The part of the year in which a customer comes, where their visits show one. */
export type Season = {
  /** Day of the year around which visits gather, 1 to 365. */
  readonly peakDayOfYear: number;
  /** Visits within 45 days of the peak, and all that were looked at: the latest whole years. */
  readonly near: number;
  readonly visits: number;
  readonly years: number;
};

const DAYS_A_YEAR = 365.2425;
const FEWEST_VISITS = 6;
const FEWEST_YEARS = 2;
const HALF_WIDTH = 45;
/** Visits spread evenly over the year would look like a season this rarely. */
const CHANCE = 0.01;

/**
 * The customer's season, if the data show one: Rayleigh's test for a direction on the circle of the year (Mardia and Jupp 2000, 6.3.1, with the correction of
 * Wilkie 1983) over the latest whole years up to `asOfDay`, of which there must be two with a visit near the peak in each of two years.
 * Undefined otherwise. Days count from 1970-01-01.
 */
export function seasonOf(visitDays: ArrayLike<number>, asOfDay: number, count: number = visitDays.length): Season | undefined {
  if (count < FEWEST_VISITS) return undefined;
  const years = Math.floor((asOfDay - (visitDays[0] as number) + 1) / DAYS_A_YEAR);
  if (years < FEWEST_YEARS) return undefined;
  const since = asOfDay - years * DAYS_A_YEAR;
  let visits = 0;
  let east = 0;
  let north = 0;
  for (let i = count - 1; i >= 0 && (visitDays[i] as number) > since; i -= 1) {
    const angle = 2 * Math.PI * shareOfYear(visitDays[i] as number);
    east += Math.cos(angle);
    north += Math.sin(angle);
    visits += 1;
  }
  if (visits < FEWEST_VISITS || rayleighChance(Math.hypot(east, north), visits) > CHANCE) return undefined;

  const peak = Math.atan2(north, east) / (2 * Math.PI);
  let near = 0;
  const yearsNear = new Set<number>();
  for (let i = count - visits; i < count; i += 1) {
    const day = visitDays[i] as number;
    const off = shareOfYear(day) - peak;
    const apart = off - Math.round(off);
    if (Math.abs(apart) * DAYS_A_YEAR > HALF_WIDTH) continue;
    near += 1;
    // The year of the peak that the visit belongs to: December and January of one season count once.
    yearsNear.add(Math.round(day / DAYS_A_YEAR - apart));
  }
  if (yearsNear.size < FEWEST_YEARS || near * 2 < visits) return undefined;
  const peakDayOfYear = (Math.floor((peak - Math.floor(peak)) * 365) % 365) + 1;
  return { peakDayOfYear, near, visits, years };
}

/** 1970-01-01 is a new year's day; leap days move the rest by less than a day. */
function shareOfYear(day: number): number {
  const years = day / DAYS_A_YEAR;
  return years - Math.floor(years);
}

function rayleighChance(length: number, visits: number): number {
  return Math.exp(Math.sqrt(1 + 4 * visits + 4 * (visits * visits - length * length)) - (1 + 2 * visits));
}
