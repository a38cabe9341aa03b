import { searchText } from './search-text.ts';
import { namePatterns, readTyped } from './typed.ts';

/** The column by which a list is filtered: every word of the names given, in all its spellings. Made for rows only; what a person types becomes `searchPatterns`. */
export function searchName(...names: readonly (string | null | undefined)[]): string {
  return searchText({
    names: names.map((name) => name ?? null),
    otherNames: [],
    organizations: [],
    emails: [],
    phones: [],
    tags: [],
    note: null,
  }).name;
}

/**
 * What somebody types into a search box, as LIKE patterns against `searchName`: for every word the alternatives of which one must
 * match (`search_name like any ($1) and search_name like any ($2)`). Words match from their beginning, in any order. Empty
 * when nothing to look for was typed.
 */
export function searchPatterns(typed: string): readonly (readonly string[])[] {
  return namePatterns(readTyped(typed));
}
