import { momentThere, type Clock, type MomentThere } from '../domain/index.ts';

/** By when, as it is being filled in: local to the customer, without zone. */
export type DueDraft = {
  readonly at: string | null;
  /** The beginning of a window; undefined where it is none. */
  readonly from?: string | null | undefined;
  readonly clock?: Clock | undefined;
};

/** What the clocks there make of a moment that is being filled in; null until there is one. */
export function momentOf(local: string | null | undefined, timeZone: string): MomentThere | null {
  return local ? momentThere(Temporal.PlainDateTime.from(local), timeZone) : null;
}

/** As the contract takes it: local, so that the server asks where clocks skip it or show it twice. */
export function dueWritten({ at, from, clock }: DueDraft, timeZone: string) {
  return { dueAt: withSeconds(at ?? ''), timeZone, ...(from ? { dueFrom: withSeconds(from) } : {}), ...(clock ? { clock } : {}) };
}

/** Turns a moment into a window or back: three hours, until something else is chosen. */
export function toggleWindow(draft: DueDraft, isWindow: boolean): DueDraft {
  const { from: _, ...rest } = draft;
  if (!isWindow) return rest;
  const from = draft.at === null ? null : Temporal.PlainDateTime.from(draft.at).subtract({ hours: 3 }).toString({ smallestUnit: 'minute' });
  return { ...rest, from };
}

function withSeconds(local: string): string {
  return local === '' ? '' : Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' });
}
