/** A day that was said, as a function of the moment at which it was said; undefined where there is no such day to come. */
export type Day = (now: Temporal.PlainDateTime, hour: Temporal.PlainTime | undefined) => Temporal.PlainDate | undefined;

export type SaidDay = {
  readonly day: Day;
  /** "Next week": the day on which the span begins of which `day` is the last. */
  readonly from?: Day;
  /** "In two hours": the moment itself, which needs no hour. */
  readonly exact?: (now: Temporal.PlainDateTime) => Temporal.PlainDateTime;
  /** "Next week": how many weeks ahead, where a weekday may say which of its days. */
  readonly weeksAhead?: number;
};
