import type { RawSearch } from '#kit/web/feature-page.ts';

/** The past day that is looked at; none for how things stand now. */
export type LookSearch = { readonly asOf: string | undefined };

export function lookSearch(raw: RawSearch): LookSearch {
  return { asOf: dayIn(raw['asOf']) };
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
