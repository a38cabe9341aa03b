/** What a colleague's calendar shows of a promise. */
export type PromiseInCalendar = {
  readonly id: string;
  readonly what: string;
  readonly customer: string;
  readonly dueFrom: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant;
  /** When each thing that happened to it happened, the first first. */
  readonly happenedAt: readonly Temporal.Instant[];
};

/** What it shows of a talk that is planned for a day. */
export type TalkInCalendar = { readonly customer: { readonly id: string; readonly name: string }; readonly on: Temporal.PlainDate };

/** One entry of a calendar, with what a program needs to know it again (RFC 5545: UID, SEQUENCE, LAST-MODIFIED). */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly changedAt: Temporal.Instant;
  readonly time: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | { readonly on: Temporal.PlainDate };
};

/** A promise without a window is shown in the half hour before its moment: the entry ends when the word must have been kept. */
const beforehand = { minutes: 30 };

/** A promise keeps its entry whatever happens to it; each thing that happens makes the entry a later one. */
export function entryOfPromise({ id, dueFrom, dueAt, happenedAt }: PromiseInCalendar): CalendarEntry {
  return {
    uid: `promise-${id}`,
    sequence: Math.max(0, happenedAt.length - 1),
    changedAt: happenedAt.at(-1) ?? dueAt,
    time: { from: dueFrom ?? dueAt.subtract(beforehand), until: dueAt },
  };
}

/** A talk on another day is another entry: the plan is made anew, and the one that was goes. `since` is when the calendar was first there. */
export function entryOfTalk({ customer, on }: TalkInCalendar, since: Temporal.Instant): CalendarEntry {
  return { uid: `talk-${customer.id}-${on.toString()}`, sequence: 0, changedAt: since, time: { on } };
}
