import { share, weighed } from '#features/people/domain/index.ts';
import { aWeekOfTheYear, goodwill, isoDay, type PurchaseReason } from './figures.ts';

/**
 * A large change of the basket: the last three against all before them. What a smaller basket takes away is spread over a year, so a week of
 * not asking costs a fifty-second part of it; a larger one deserves a word of thanks, at the same price as other kind words.
 */
export const changedBasket: PurchaseReason = {
  kind: 'purchases.changed_basket',
  find: (figures, day, stake) => {
    const { basketBefore, basketRecent } = figures;
    if (basketBefore === undefined || basketRecent === undefined) return undefined;
    if (figures.silentFrom !== undefined && day >= figures.silentFrom) return undefined;
    const ratio = basketRecent / basketBefore;
    const smaller = ratio < 1;
    return {
      kind: smaller ? 'purchases.smaller_basket' : 'purchases.larger_basket',
      occasion: isoDay(figures.lastDay),
      sinceOn: isoDay(figures.lastDay),
      ...(smaller ? weighed(stake, share('purchases.basket_shrank', 1 - ratio), aWeekOfTheYear) : weighed(stake, goodwill)),
      evidence: {
        beforeMinor: Math.round(basketBefore),
        recentMinor: Math.round(basketRecent),
        changePercent: Math.round(Math.abs(ratio - 1) * 100),
        lastOn: isoDay(figures.lastDay),
      },
      action: 'call',
      minutes: 8,
    };
  },
};
