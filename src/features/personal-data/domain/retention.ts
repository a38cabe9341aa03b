/** How long data is kept; null for ever. */
export type Retention = {
  /** Customers of whom nothing was heard for so many years are erased. */
  readonly customerYears: number | null;
  /** Rows of imported files that were set aside. */
  readonly fileDays: number | null;
  /** What entries of the log say; that something happened stays. */
  readonly eventYears: number | null;
};

export const forEver: Retention = { customerYears: null, fileDays: null, eventYears: null };

/** The days before which what is kept goes, as of a day; null where it stays. */
export function retentionDays({ customerYears, fileDays, eventYears }: Retention, today: Temporal.PlainDate) {
  return {
    customers: customerYears === null ? null : today.subtract({ years: customerYears }),
    files: fileDays === null ? null : today.subtract({ days: fileDays }),
    events: eventYears === null ? null : today.subtract({ years: eventYears }),
  };
}
