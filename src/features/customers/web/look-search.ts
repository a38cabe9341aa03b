import type { RawSearch } from '#kit/web/feature-page.ts';

/** The past day that is looked at; none for how things stand now. */
export type LookSearch = { readonly asOf: string | undefined };

/** The page of one customer: a past day of it, and the line of the timeline that somebody comes for. */
export type CustomerSearch = LookSearch & { readonly touchpoint: string | undefined };

export function customerSearch(raw: RawSearch): CustomerSearch {
  return { asOf: dayIn(raw['asOf']), touchpoint: raw['touchpoint'] };
}

/** What is no day of the calendar is left out. */
export function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return undefined;
  }
}
