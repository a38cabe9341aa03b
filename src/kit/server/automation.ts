import type { EventKind } from '#kit/contract/events.ts';
import type { Rights } from '#kit/contract/route.ts';
import type { Blank, Filled } from '#kit/domain/blanks.ts';
import type { Tx } from './db/transaction.ts';
import type { Who } from './identity.ts';

/**
 * Something that happens with a customer and may set an automation off: a small named value in a file of its own, in the feature that records the event. Its words are
 * `automation.when.<id>` in the feature's messages, with the blanks to fill in.
 */
export type Trigger = {
  readonly id: string;
  readonly event: EventKind;
  readonly blanks: readonly Blank[];
  /** Whether what happened is what the blanks ask for. */
  readonly fits: (detail: Readonly<Record<string, unknown>>, filled: Filled) => boolean;
};

/** Something that an automation does: a small named value in the feature that knows how. Its words are `automation.then.<id>`. */
export type AutomationAction = {
  readonly id: string;
  /** What whoever the automation belongs to must be allowed. */
  readonly right: keyof Rights;
  readonly blanks: readonly Blank[];
  /** Does it, in the transaction of everything that the automation does; refuses as the feature's own doors do. */
  readonly run: (tx: Tx, call: ActionCall) => Promise<void>;
};

export type ActionCall = {
  readonly now: Temporal.Instant;
  /** Whoever the automation belongs to. */
  readonly who: Who;
  readonly customer: string;
  /** What set it off. */
  readonly event: { readonly id: string; readonly kind: EventKind; readonly happenedAt: Temporal.Instant };
  readonly filled: Filled;
};

/** What the features bring to automations. */
export type AutomationParts = { readonly triggers: readonly Trigger[]; readonly actions: readonly AutomationAction[] };
