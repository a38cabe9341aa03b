import { weighed } from '#features/people/domain/index.ts';
import { DAYS_A_YEAR, goodwill, isoDay, type PurchaseReason } from './figures.ts';

/** A day that falls on a weekend can still be marked on the Monday after. */
const DAYS_TO_MARK_IT = 3;

/** The anniversary of the first purchase, for those who have come back since. 29 February is marked on the 28th in other years. */
export const anniversary: PurchaseReason = {
  kind: 'purchases.anniversary',
  find: (figures, day, stake) => {
    if (figures.visits < 2 || !isNearAnniversary(day - figures.firstDay)) return undefined;
    const first = Temporal.PlainDate.from(isoDay(figures.firstDay));
    const today = Temporal.PlainDate.from(isoDay(day));
    const years = today.year - first.year;
    if (years < 1) return undefined;
    const marked = first.add({ years });
    const since = marked.until(today).days;
    if (Temporal.PlainDate.compare(today, marked) < 0 || since >= DAYS_TO_MARK_IT) return undefined;
    return {
      kind: 'purchases.anniversary',
      occasion: marked.toString(),
      sinceOn: marked.toString(),
      ...weighed(stake, goodwill),
      evidence: { firstOn: first.toString(), years, visits: figures.visits },
      action: 'write',
      minutes: 4,
    };
  },
};

// Most customers on most days: told apart by arithmetic, since calendars are slow for a million of them.
function isNearAnniversary(days: number): boolean {
  const intoTheYear = days % DAYS_A_YEAR;
  return intoTheYear < DAYS_TO_MARK_IT + 2 || intoTheYear > DAYS_A_YEAR - 2;
}
