import { share, weighed } from '#features/people/domain/index.ts';
import { A_HABIT, isoDay, runningOut, type PurchaseReason } from './figures.ts';

// Most would come by themselves; a word at the right moment is taken to decide for one in twenty.
const DECIDED_BY_A_WORD = 0.05;

/** Due again by their own rhythm and not silent yet: from the due day until the silence goes beyond the rhythm. */
export const dueAgain: PurchaseReason = {
  kind: 'purchases.due_again',
  find: (figures, day, stake) => {
    const { dueDay, dueFrom, dueTo, silentFrom, usualGap, lastDay } = figures;
    if (figures.visits < 2 || dueDay === undefined || dueFrom === undefined || dueTo === undefined || usualGap === undefined)
      return undefined;
    if (day < dueDay || (silentFrom !== undefined && day >= silentFrom)) return undefined;
    const daysLeft = Math.max(1, (silentFrom ?? dueTo) - day);
    return {
      kind: 'purchases.due_again',
      occasion: isoDay(lastDay),
      sinceOn: isoDay(dueDay),
      ...weighed(stake, share('purchases.word_decides', DECIDED_BY_A_WORD), runningOut(daysLeft)),
      evidence: {
        habit: figures.ownGaps >= A_HABIT ? 'own' : 'few',
        usualGapDays: Math.round(usualGap),
        lastOn: isoDay(lastDay),
        dueOn: isoDay(dueDay),
        windowFromOn: isoDay(dueFrom),
        windowUntilOn: isoDay(dueTo),
        usualBasketMinor: Math.round(figures.usualBasket ?? figures.lastBasket ?? 0),
      },
      action: 'write',
      minutes: 5,
    };
  },
};
