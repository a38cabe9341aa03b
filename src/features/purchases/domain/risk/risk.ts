import type { Change } from '../rhythm/change.ts';
import type { Rhythm } from '../rhythm/rhythm.ts';

/** Why a customer may be leaving, each with the figures by which a person can check it. Days count from 1970-01-01. */
export type RiskReason =
  | {
      readonly kind: 'silent';
      readonly silentDays: number;
      readonly usualGap: number;
      readonly longestGap: number | undefined;
      readonly silentFrom: number;
    }
  /** The probability of still being a customer, now and right after the last visit. */
  | { readonly kind: 'leaving'; readonly alive: number; readonly aliveAtLastVisit: number }
  | { readonly kind: 'slower-rhythm'; readonly change: Change }
  | { readonly kind: 'smaller-basket'; readonly change: Change };

export type RiskBand = 'calm' | 'watch' | 'at-risk' | 'lost';

export type Risk = {
  readonly band: RiskBand;
  /** The weightiest first; none where the band is calm. */
  readonly reasons: readonly RiskReason[];
  /** What is still expected of the customer and would be missed: their lifetime value, or nothing where they are calm. */
  readonly valueAtRisk: number;
};

export type RiskSigns = {
  readonly asOfDay: number;
  readonly visits: number;
  readonly lastVisitDay: number;
  readonly rhythm: Rhythm | undefined;
  readonly rhythmChange: Change | undefined;
  readonly basketChange: Change | undefined;
  readonly alive: number | undefined;
  readonly aliveAtLastVisit: number | undefined;
  /** Expected lifetime value, 0 where it is not known. */
  readonly value: number;
};

const DOUBTFUL = 0.5;
const FALLEN = 0.2;
const GONE = 0.1;
/** Who has been silent for so many times the longest gap to be expected does not come back by themselves. */
const TIMES_BEYOND = 2;

/**
 * How likely a customer is to be leaving, and why:
 * - `lost`: the probability of still being a customer is under 1 in 10, or the silence twice what their rhythm allows;
 * - `at-risk`: silent beyond their own rhythm, or as likely gone as not after a fall in that probability;
 * - `watch`: they come more slowly, or spend less;
 * - `calm`: none of these. One visit is no rhythm to fall out of, so first-time customers and prospects are calm.
 */
export function assessRisk(signs: RiskSigns): Risk {
  if (signs.visits < 2) return { band: 'calm', reasons: [], valueAtRisk: 0 };
  const { asOfDay, lastVisitDay, rhythm, rhythmChange, basketChange, alive, aliveAtLastVisit } = signs;
  const reasons: RiskReason[] = [];
  const silentDays = asOfDay - lastVisitDay;
  const isSilent = rhythm !== undefined && asOfDay >= rhythm.silentFrom;
  if (isSilent) {
    const { usualGap, longestGap, silentFrom } = rhythm;
    reasons.push({ kind: 'silent', silentDays, usualGap, longestGap, silentFrom });
  }
  const isLeaving = alive !== undefined && aliveAtLastVisit !== undefined && alive < DOUBTFUL && aliveAtLastVisit - alive >= FALLEN;
  if (isLeaving) reasons.push({ kind: 'leaving', alive, aliveAtLastVisit });
  if (rhythmChange?.direction === 'up') reasons.push({ kind: 'slower-rhythm', change: rhythmChange });
  if (basketChange?.direction === 'down') reasons.push({ kind: 'smaller-basket', change: basketChange });
  if (reasons.length === 0) return { band: 'calm', reasons, valueAtRisk: 0 };

  const isFarBeyond = isSilent && silentDays >= TIMES_BEYOND * (rhythm.silentFrom - lastVisitDay);
  const isGone = isFarBeyond || (isLeaving && alive < GONE);
  const band = isGone ? 'lost' : isSilent || isLeaving ? 'at-risk' : 'watch';
  return { band, reasons, valueAtRisk: signs.value };
}
