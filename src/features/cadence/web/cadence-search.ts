import type { RawSearch } from '#kit/web/feature-page.ts';

export type CadenceSearch = {
  /** Whose talks: another colleague's than one's own. */
  readonly for?: string | undefined;
};

export function cadenceSearch(raw: RawSearch): CadenceSearch {
  return raw['for'] === undefined ? {} : { for: raw['for'] };
}
