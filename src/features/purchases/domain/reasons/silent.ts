import { share, weighed } from '#features/people/domain/index.ts';
import { A_HABIT, isoDay, WEEK, type PurchaseReason } from './figures.ts';

/**
 * Silent beyond their own rhythm. Every further usual gap of silence about halves the chance to win a customer back, so waiting a week
 * costs the stake times 1 - 2^(-7/gap): dear for the weekly buyer, little for one who comes twice a year.
 */
export const silent: PurchaseReason = {
  kind: 'purchases.silent',
  find: (figures, day, stake) => {
    const { silentFrom, usualGap, lastDay, longestGap, alive } = figures;
    if (figures.visits < 2 || silentFrom === undefined || usualGap === undefined || day < silentFrom) return undefined;
    return {
      kind: 'purchases.silent',
      occasion: isoDay(lastDay),
      sinceOn: isoDay(silentFrom),
      ...weighed(stake, share('purchases.slips_away', 1 - 2 ** (-WEEK / usualGap), { days: Math.round(usualGap * 10) / 10 })),
      evidence: {
        habit: figures.ownGaps >= A_HABIT ? 'own' : 'few',
        silentDays: day - lastDay,
        lastOn: isoDay(lastDay),
        usualGapDays: Math.round(usualGap),
        longestGapDays: longestGap ?? Math.round(usualGap),
        visits: figures.visits,
        alivePercent: alive === undefined ? -1 : Math.round(alive * 100),
      },
      action: 'call',
      minutes: 10,
    };
  },
};
