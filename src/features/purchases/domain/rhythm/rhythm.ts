import { median, medianDistance } from '#kit/domain/median.ts';
import type { WorkspaceHabits } from './workspace-habits.ts';

/** How often a customer comes, and what that says of the next visit. Days are whole numbers since 1970-01-01; gaps are in days. */
export type Rhythm = {
  /** Gaps between visits seen so far. */
  readonly gaps: number;
  /** The customer's own median gap, as it is; undefined before a second visit. */
  readonly medianGap: number | undefined;
  /** Half of the customer's gaps lie within this many days of the median gap; undefined before a third visit. */
  readonly spread: number | undefined;
  readonly longestGap: number | undefined;
  /** What the estimates below rest on: mostly the customer's own gaps (three or more); a few of them, leaning on the workspace's; or the workspace's alone. */
  readonly basis: 'own' | 'blended' | 'workspace';
  /** How much the customer's own gaps count in `usualGap`, 0 to 1; the rest is the workspace's usual gap. */
  readonly ownShare: number;
  /** The gap to expect: as likely a longer one as a shorter. */
  readonly usualGap: number;
  /** 1 in 10 gaps is expected to be shorter, and 1 in 10 to be longer. */
  readonly shortGap: number;
  readonly longGap: number;
  readonly dueDay: number;
  /** `dueDay` with its window, 8 in 10 likely. */
  readonly dueFrom: number;
  readonly dueTo: number;
  /** From this day on the silence is longer than 19 of 20 gaps would be. */
  readonly silentFrom: number;
};

/** The workspace's spread counts as this many gaps beside the customer's own. */
const SPREAD_PULL = 4;

let gapScratch = new Float64Array(64);
let logScratch = new Float64Array(64);

/**
 * The rhythm of a customer from their visit days (rising, each day once; only the first `count` are looked at).
 *
 * A median of one or two gaps says little, so the median and the spread are drawn towards the workspace's, the more the fewer gaps there are
 * (empirical Bayes on logarithms of gaps: n gaps count n/(n + pull)), and the window widens by what is not known of the median.
 * `basis` and `ownShare` say so. Undefined for a prospect, and while nobody in the workspace has come twice.
 */
export function rhythmOf(
  visitDays: ArrayLike<number>,
  habits: WorkspaceHabits | undefined,
  count: number = visitDays.length,
): Rhythm | undefined {
  if (count < 1 || habits === undefined) return undefined;
  const gaps = count - 1;
  if (gaps > gapScratch.length) {
    gapScratch = new Float64Array(gaps * 2);
    logScratch = new Float64Array(gaps * 2);
  }
  let longestGap = 0;
  for (let i = 0; i < gaps; i += 1) {
    const gap = (visitDays[i + 1] as number) - (visitDays[i] as number);
    gapScratch[i] = gap;
    logScratch[i] = Math.log(gap);
    if (gap > longestGap) longestGap = gap;
  }
  const medianGap = median(gapScratch, 0, gaps);
  const ownShare = gaps / (gaps + habits.pull);
  const usualGap = medianGap === undefined ? habits.usualGap : medianGap ** ownShare * habits.usualGap ** (1 - ownShare);
  const spread = gaps < 2 || medianGap === undefined ? undefined : medianDistance(gapScratch, medianGap, 0, gaps);

  const looseness = loosenessOf(gaps, medianGap, habits) * Math.sqrt(1 + 1 / (gaps + habits.pull));
  const shortGap = usualGap * Math.exp(habits.early * looseness);
  const longGap = usualGap * Math.exp(habits.late * looseness);
  const limit = usualGap * Math.exp(habits.beyond * looseness);
  const last = visitDays[count - 1] as number;
  const dueDay = last + Math.max(1, Math.round(usualGap));
  const dueTo = Math.max(dueDay, last + Math.ceil(longGap));
  return {
    gaps,
    medianGap,
    spread,
    longestGap: gaps > 0 ? longestGap : undefined,
    basis: gaps === 0 ? 'workspace' : gaps < 3 || ownShare < 0.5 ? 'blended' : 'own',
    ownShare,
    usualGap,
    shortGap,
    longGap,
    dueDay,
    dueFrom: Math.min(dueDay, last + Math.max(1, Math.floor(shortGap))),
    dueTo,
    silentFrom: Math.max(dueTo, last + Math.ceil(limit)) + 1,
  };
}

/** How much more loosely than the workspace's customers this one keeps to a rhythm: 1 is alike, 0.5 twice as regular. */
function loosenessOf(gaps: number, medianGap: number | undefined, habits: WorkspaceHabits): number {
  // The distance of one gap, or of the nearer of two, from their own middle says nothing.
  if (gaps < 3 || medianGap === undefined) return 1;
  const own = medianDistance(logScratch, Math.log(medianGap), 0, gaps) ?? 0;
  const common = habits.gapSpread;
  const blended = ((gaps - 1) * own * own + SPREAD_PULL * common * common) / (gaps - 1 + SPREAD_PULL);
  return Math.sqrt(blended) / common;
}
