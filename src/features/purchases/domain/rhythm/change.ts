import { median, medianDistance } from '#kit/domain/median.ts';
import type { WorkspaceHabits } from './workspace-habits.ts';

/** A change large enough to speak of, with the figures that show it. */
export type Change = {
  readonly direction: 'up' | 'down';
  /** Median of the latest values, and of all before them. */
  readonly recent: number;
  readonly earlier: number;
  /** `recent` over `earlier`. */
  readonly ratio: number;
  readonly recentCount: number;
  readonly earlierCount: number;
  /** The visit with which the latest values begin. */
  readonly sinceDay: number;
};

const RECENT = 3;
const FEWEST_EARLIER = 4;
/** Smaller changes are nobody's news, however certain. */
const LEAST_FACTOR = 1.5;
/** A change in one direction that chance alone would show in 1 of 100 customers. */
const CERTAINTY = 2.33;
/** The workspace's spread counts as this many values beside the customer's own. */
const SPREAD_PULL = 4;
/** From the median distance to the standard deviation of a normal distribution, and from that to the error of a median. */
const DEVIATION_OF_DISTANCE = 1.4826;
const ERROR_OF_MEDIAN = 1.2533;

let logs = new Float64Array(64);
let days = new Float64Array(64);

/**
 * Whether the latest three gaps are much longer ('up': slower) or shorter than those before, of which there must be four.
 * Undefined where nothing certain can be said. Visit days rising; only the first `count` are looked at.
 */
export function rhythmChange(visitDays: ArrayLike<number>, habits: WorkspaceHabits, count: number = visitDays.length): Change | undefined {
  const gaps = count - 1;
  if (gaps < RECENT + FEWEST_EARLIER) return undefined;
  makeRoom(gaps);
  for (let i = 0; i < gaps; i += 1) {
    logs[i] = Math.log((visitDays[i + 1] as number) - (visitDays[i] as number));
    days[i] = visitDays[i] as number;
  }
  return changeOf(gaps, habits.gapSpread);
}

/** Whether the latest three baskets are much larger or smaller than those before, of which there must be four. Visits that cost nothing are passed over. */
export function basketChange(
  visitDays: ArrayLike<number>,
  totals: ArrayLike<number>,
  habits: WorkspaceHabits,
  count: number = visitDays.length,
): Change | undefined {
  if (count < RECENT + FEWEST_EARLIER) return undefined;
  makeRoom(count);
  let baskets = 0;
  for (let i = 0; i < count; i += 1) {
    const total = totals[i] as number;
    if (!(total > 0)) continue;
    logs[baskets] = Math.log(total);
    days[baskets] = visitDays[i] as number;
    baskets += 1;
  }
  if (baskets < RECENT + FEWEST_EARLIER) return undefined;
  return changeOf(baskets, habits.basketSpread);
}

/** Compares the latest logarithms with the earlier ones, in units of the error that their spread leaves. */
function changeOf(count: number, commonSpread: number): Change | undefined {
  const earlierCount = count - RECENT;
  const earlier = median(logs, 0, earlierCount) ?? 0;
  const recent = median(logs, earlierCount, count) ?? 0;
  const difference = recent - earlier;
  if (Math.abs(difference) < Math.log(LEAST_FACTOR)) return undefined;
  const own = medianDistance(logs, earlier, 0, earlierCount) ?? 0;
  const spread = Math.sqrt(((earlierCount - 1) * own * own + SPREAD_PULL * commonSpread * commonSpread) / (earlierCount - 1 + SPREAD_PULL));
  const error = spread * DEVIATION_OF_DISTANCE * ERROR_OF_MEDIAN * Math.sqrt(1 / RECENT + 1 / earlierCount);
  if (Math.abs(difference) < CERTAINTY * error) return undefined;
  return {
    direction: difference > 0 ? 'up' : 'down',
    recent: Math.exp(recent),
    earlier: Math.exp(earlier),
    ratio: Math.exp(difference),
    recentCount: RECENT,
    earlierCount,
    sinceDay: days[earlierCount] as number,
  };
}

function makeRoom(count: number): void {
  if (count <= logs.length) return;
  logs = new Float64Array(count * 2);
  days = new Float64Array(count * 2);
}
