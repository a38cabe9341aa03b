/** A control to tick and its words: one row, as high as a finger. */
export const ROW = 'group flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11 data-disabled:opacity-50';

/** The focus is shown around the drawn control. */
export const RING = 'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent';
