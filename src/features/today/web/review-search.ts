import type { RawSearch } from '#kit/web/feature-page.ts';
import { todaySearch } from './today-search.ts';

/** Whose day is looked back at, and which, as it stands in the address: one's own today, unless told. */
export type ReviewSearch = { readonly asOf: string | undefined; readonly for: string | undefined };

export function reviewSearch(raw: RawSearch): ReviewSearch {
  return { ...todaySearch(raw), ...(raw['for'] === 'team' ? { for: 'team' } : {}) };
}
