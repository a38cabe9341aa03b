import type { RawSearch } from '#kit/web/feature-page.ts';

/** Which figures, and which promises behind them are shown. */
export type ReliabilitySearch = {
  /** A day of the month that is the last of twelve (`2026-03-06`), or `2026-03`; this month, unless told. */
  readonly month?: string | undefined;
  /** The month alone, instead of all twelve. */
  readonly span?: 'month' | undefined;
  /** Ids of colleagues, with commas. */
  readonly of?: string | undefined;
  /** The figure that was opened: what became of them, a day, and a kind of customer as `value:high`. */
  readonly names?: 'kept' | 'missed' | 'all' | undefined;
  readonly day?: string | undefined;
  readonly kind?: string | undefined;
};

export function reliabilitySearch(raw: RawSearch): ReliabilitySearch {
  const fits = (key: string, pattern: RegExp) => (pattern.test(raw[key] ?? '') ? raw[key] : undefined);
  const names = (['kept', 'missed', 'all'] as const).find((one) => one === raw['names']);
  return {
    month: fits('month', /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
    span: raw['span'] === 'month' ? 'month' : undefined,
    of: fits('of', /^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/),
    names,
    day: fits('day', /^\d{4}-\d\d-\d\d$/),
    kind: fits('kind', /^(value|stage|key):[a-z-]+$/),
  };
}

/** With a colleague among those chosen, or no longer. */
export function withColleague(of: string | undefined, id: string): string | undefined {
  const chosen = of?.split(',') ?? [];
  const after = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return after.length === 0 ? undefined : after.join(',');
}
