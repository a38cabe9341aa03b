import type { RawSearch } from '#kit/web/feature-page.ts';

/** What somebody looks for in the reference. */
export type ReferenceSearch = { readonly look?: string | undefined };

export function referenceSearch({ look }: RawSearch): ReferenceSearch {
  return look === undefined || look === '' ? {} : { look: look.slice(0, 100) };
}
