import type { RawSearch } from '#kit/web/feature-page.ts';

/** Whose promises the page shows; everybody's, unless the address says otherwise. */
export const whoseAll = ['all', 'mine', 'handed', 'waiting'] as const;
export type Whose = (typeof whoseAll)[number];

export type PromisesSearch = { readonly whose?: Exclude<Whose, 'all'> | undefined };

export function promisesSearch(raw: RawSearch): PromisesSearch {
  const whose = whoseAll.find((one) => one === raw['whose']);
  return whose === undefined || whose === 'all' ? {} : { whose };
}
