import { share, weighed } from '#features/people/domain/index.ts';
import { aWeekOfTheYear, goodwill, isoDay, type PurchaseReason } from './figures.ts';

/** A large change of the rhythm: the last three gaps against all before them. Priced as a change of the basket is. Who is silent is asked for that. */
export const changedRhythm: PurchaseReason = {
  kind: 'purchases.changed_rhythm',
  find: (figures, day, stake) => {
    const { gapBefore, gapRecent } = figures;
    if (gapBefore === undefined || gapRecent === undefined) return undefined;
    if (figures.silentFrom !== undefined && day >= figures.silentFrom) return undefined;
    const slower = gapRecent > gapBefore;
    return {
      kind: slower ? 'purchases.slower_rhythm' : 'purchases.quicker_rhythm',
      occasion: isoDay(figures.lastDay),
      sinceOn: isoDay(figures.lastDay),
      ...(slower
        ? weighed(stake, share('purchases.comes_less_often', 1 - gapBefore / gapRecent), aWeekOfTheYear)
        : weighed(stake, goodwill)),
      evidence: { beforeDays: Math.round(gapBefore), recentDays: Math.round(gapRecent), lastOn: isoDay(figures.lastDay) },
      action: 'call',
      minutes: 8,
    };
  },
};
