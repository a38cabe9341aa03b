import { share, weighed } from '#features/people/domain/index.ts';
import { isoDay, runningOut, type PurchaseReason } from './figures.ts';

// Asking after the first purchase is what brings the second; a tenth of the stake is taken to hang on it.
const HANGS_ON_IT = 0.1;

/** A first purchase to ask about, within the window the workspace has set. The nearer its end, the more a week of waiting costs. */
export const firstPurchase: PurchaseReason = {
  kind: 'purchases.first_purchase',
  find: (figures, day, stake, terms) => {
    const since = day - figures.firstDay;
    if (figures.visits !== 1 || since < terms.followUpFromDays || since > terms.followUpUntilDays) return undefined;
    const daysLeft = terms.followUpUntilDays - since + 1;
    return {
      kind: 'purchases.first_purchase',
      occasion: isoDay(figures.firstDay),
      sinceOn: isoDay(figures.firstDay + terms.followUpFromDays),
      ...weighed(stake, share('purchases.second_hangs_on_it', HANGS_ON_IT), runningOut(daysLeft)),
      evidence: {
        firstOn: isoDay(figures.firstDay),
        sinceDays: since,
        basketMinor: figures.lastBasket ?? 0,
        untilOn: isoDay(figures.firstDay + terms.followUpUntilDays),
      },
      action: 'call',
      minutes: 6,
    };
  },
};
