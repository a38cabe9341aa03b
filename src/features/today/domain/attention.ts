import { costOfWaiting, minutesFor, type Reason, type ReasonAction } from '#features/people/domain/index.ts';

/** What a customer asks of one colleague on one day. */
export type Attention = {
  /** What another week of waiting costs, in minor units of the workspace's currency: what the list is ordered by. */
  readonly cost: number;
  readonly minutes: number;
  /** When the first of the promises to be kept is due, an ISO instant; null where none is. */
  readonly promisedAt: string | null;
};

/**
 * What the standing reasons of a customer ask of each colleague concerned: of the customer's owner, and of whoever else a reason names.
 *
 * The cost is the sum of what waiting costs by each reason. That is right as long as reasons speak of different losses, which is why silence
 * silences a change of rhythm; where two overlap, the customer comes a little too early, never too late. It is rounded to three digits:
 * it is an estimate, and a list that swaps neighbours over a cent every morning cannot be learned.
 */
export function attentionOf(reasons: readonly Reason[], owner: string): ReadonlyMap<string, Attention> {
  const asked = new Map<string, Attention>();
  for (const colleague of new Set(reasons.map((reason) => reason.colleague ?? owner))) {
    const theirs = reasonsFor(colleague, reasons, owner);
    const cost = toThreeDigits(costOfWaiting(theirs));
    if (cost > 0) asked.set(colleague, { cost, minutes: minutesFor(theirs), promisedAt: firstPromise(theirs) });
  }
  return asked;
}

/** The reasons on which this colleague is to act. */
export function reasonsFor(colleague: string, reasons: readonly Reason[], owner: string): readonly Reason[] {
  return reasons.filter((reason) => (reason.colleague ?? owner) === colleague);
}

/** What to do about these reasons together, heaviest first: a promise is kept before anything else is said; otherwise the heaviest decides. */
export function suggestedAction(reasons: readonly Reason[]): ReasonAction | undefined {
  return reasons.find(({ action }) => action === 'keep_promise')?.action ?? reasons[0]?.action;
}

/** A sum of estimates as it orders the list: 98,765 is 98,800. */
export function toThreeDigits(cost: number): number {
  if (cost < 1) return cost > 0 ? 1 : 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(cost)) - 2);
  return Math.round(cost / step) * step;
}

/** A promise that is due, which stands on the day whatever its hours; a question whether somebody takes one over can wait for its turn. */
function firstPromise(reasons: readonly Reason[]): string | null {
  const moments = reasons.flatMap(({ kind, evidence }) => (kind === 'promises.due' ? [String(evidence['dueAt'])] : []));
  return moments.toSorted()[0] ?? null;
}
