export type NearDay = { readonly name: 'tomorrow' | 'next_week' | 'next_month'; readonly on: string };

/** The days people mostly mean by "later". Next week is its Monday, but never tomorrow. */
export function nearDays(today: Temporal.PlainDate): readonly NearDay[] {
  const toMonday = 8 - today.dayOfWeek;
  const monday = today.add({ days: toMonday === 1 ? 8 : toMonday });
  return [
    { name: 'tomorrow', on: today.add({ days: 1 }).toString() },
    { name: 'next_week', on: monday.toString() },
    { name: 'next_month', on: today.add({ months: 1 }).toString() },
  ];
}
