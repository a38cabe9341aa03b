import type { RawSearch } from '#kit/web/feature-page.ts';

/** What the list is of, as it stands in the address: a past day, and a colleague other than oneself. */
export type TodaySearch = { readonly asOf: string | undefined; readonly for: string | undefined };

export function todaySearch(raw: RawSearch): TodaySearch {
  return { asOf: dayIn(raw['asOf']), for: /^[0-9a-f-]{36}$/.test(raw['for'] ?? '') ? raw['for'] : undefined };
}

/** What is no day of the calendar is left out. */
function dayIn(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return undefined;
  }
}
