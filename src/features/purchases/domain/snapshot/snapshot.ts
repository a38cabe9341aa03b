import type { Change } from '../rhythm/change.ts';
import type { Rhythm } from '../rhythm/rhythm.ts';
import type { Stage } from '../rhythm/stage.ts';
import type { Risk } from '../risk/risk.ts';
import type { Estimate } from '../value/spend.ts';

/**
 * The purchases of one customer: the days of their visits (whole days since 1970-01-01, rising, each day once) and what each visit came to, in minor
 * units. Plain arrays or typed ones. Days after the day of looking may be there; they are not looked at.
 */
export type PurchaseHistory = {
  readonly visitDays: ArrayLike<number>;
  readonly totals: ArrayLike<number>;
};

/** What the models expect of a customer. Every interval leaves 1 case in 10 below and 1 in 10 above; what it covers differs, and is said here. */
export type Outlook = {
  /**
   * The probability of still being a customer, and how far that probability may be off because the model was learned from so many customers and no more.
   * Undefined after a single visit: the model cannot tell a first-time customer who left from one who has not come back yet.
   */
  readonly alive: Estimate | undefined;
  /** Right after the last visit, before any silence. */
  readonly aliveAtLastVisit: number | undefined;
  /** Visits in the next 90 and 365 days: expected, and the interval of the number that will be seen. */
  readonly visitsIn90: Estimate;
  readonly visitsIn365: Estimate;
  /** The probability of at least one visit. */
  readonly returnsIn90: number;
  readonly returnsIn365: number;
  /** The customer's own mean spend per visit, and where that mean lies; a single bill varies more. Undefined without a model of spend. */
  readonly spend: Estimate | undefined;
  /** Discounted margin over the horizon: expected, and the interval of what will be seen. Undefined without a model of spend. */
  readonly value: Estimate | undefined;
};

/** What purchases say of one customer on one day. Money in minor units, days since 1970-01-01. */
export type CustomerSnapshot = {
  readonly asOfDay: number;
  readonly stage: Stage;
  readonly visits: number;
  readonly firstVisitDay: number | undefined;
  readonly lastVisitDay: number | undefined;
  readonly spent: number;
  readonly lastBasket: number | undefined;
  readonly usualBasket: number | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly rhythmChange: Change | undefined;
  readonly basketChange: Change | undefined;
  /** Undefined for prospects, and where the workspace's purchases carry no model (see `WorkspaceModel.unfit`). */
  readonly outlook: Outlook | undefined;
  readonly risk: Risk;
};
