import type { RawSearch } from '#kit/web/feature-page.ts';

/** Whose promises the page shows; everybody's, unless the address says mine. */
export type PromisesSearch = { readonly whose?: 'mine' | undefined };

export function promisesSearch(raw: RawSearch): PromisesSearch {
  return raw['whose'] === 'mine' ? { whose: 'mine' } : {};
}
