/** What every field is made of: a label above, the box, a hint, and what is wrong with it. */
export const FIELD = 'flex min-w-0 flex-col gap-1.5';

export const FIELD_BOX =
  'h-field w-full min-w-0 rounded-lg border border-line-strong bg-sheet text-base text-ink transition-colors outline-none ' +
  'placeholder:text-ink-faint hover:border-ink-soft data-disabled:opacity-50 ' +
  'data-focused:border-accent data-focused:ring-1 data-focused:ring-accent ' +
  'data-focus-within:border-accent data-focus-within:ring-1 data-focus-within:ring-accent ' +
  'data-invalid:border-red data-invalid:ring-red';
