/** What floats over a page: a little higher than the paper. */
export const POPOVER = 'appear rounded-xl border border-line bg-sheet text-ink shadow-lift outline-none';
