import type { z } from 'zod';
import type { PromiseInTouchpoint } from '../api.ts';
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

/** By when, as the contract takes it. */
export type DueWritten = Omit<z.input<typeof PromiseInTouchpoint>, 'what'>;

/** As the contract takes it: local, so that the server asks where clocks skip it or show it twice. */
export function dueWritten({ at, from, clock }: DueDraft, timeZone: string) {
  return { dueAt: withSeconds(at ?? ''), timeZone, ...(from ? { dueFrom: withSeconds(from) } : {}), ...(clock ? { clock } : {}) };
}

/** By when as it was written for the contract, to be filled in once more. */
export function draftOfWritten({ dueAt, dueFrom, clock }: DueWritten): DueDraft {
  const local = (written: string) => minuteOf(Temporal.PlainDateTime.from(written));
  return { at: dueAt === '' ? null : local(dueAt), ...(dueFrom ? { from: local(dueFrom) } : {}), ...(clock ? { clock } : {}) };
}

/** Whether it says by when: the moment, and of a window both. */
export function isSaid({ at, from }: DueDraft): boolean {
  return at !== null && from !== null;
}

/** Another moment by which; a window keeps its length. */
export function withMoment(draft: DueDraft, at: string | null): DueDraft {
  const { from } = draft;
  if (from === undefined || at === null) return { ...draft, at };
  if (from === null || draft.at === null) return { ...draft, at, from: before(at) };
  const length = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(draft.at));
  return { ...draft, at, from: minuteOf(Temporal.PlainDateTime.from(at).subtract(length)) };
}

/** Turns a moment into a window or back: three hours, until something else is chosen. */
export function toggleWindow(draft: DueDraft, isWindow: boolean): DueDraft {
  const { from: _, ...rest } = draft;
  return isWindow ? { ...rest, from: draft.at === null ? null : before(draft.at) } : rest;
}

/** Whether the clocks of a place show another time than ours at a moment. */
export function isElsewhere(timeZone: string, ours: string, at: Temporal.Instant): boolean {
  return at.toZonedDateTimeISO(timeZone).offset !== at.toZonedDateTimeISO(ours).offset;
}

function before(at: string): string {
  return minuteOf(Temporal.PlainDateTime.from(at).subtract({ hours: 3 }));
}

function minuteOf(moment: Temporal.PlainDateTime): string {
  return moment.toString({ smallestUnit: 'minute' });
}

function withSeconds(local: string): string {
  return local === '' ? '' : Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' });
}
