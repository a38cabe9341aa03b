import type { Reason } from '#features/people/domain/index.ts';
import { anniversary } from './anniversary.ts';
import { changedBasket } from './changed-basket.ts';
import { changedRhythm } from './changed-rhythm.ts';
import { dueAgain } from './due-again.ts';
import type { PurchaseFigures, PurchaseReason, ReasonTerms } from './figures.ts';
import { firstPurchase } from './first-purchase.ts';
import { silent } from './silent.ts';

const purchaseReasons: readonly PurchaseReason[] = [silent, firstPurchase, dueAgain, anniversary, changedBasket, changedRhythm];

/** Every reason that a customer's purchases give on a day. */
export function reasonsIn(figures: PurchaseFigures, day: number, stake: number, terms: ReasonTerms): Reason[] {
  if (figures.visits === 0) return [];
  return purchaseReasons.flatMap((reason) => reason.find(figures, day, stake, terms) ?? []);
}
