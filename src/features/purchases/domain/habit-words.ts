/** How whoever reads is written to: `date` takes a day as ISO 8601 writes it, `days` a count, `money` minor units, `percent` a share from 0 to 1. */
export type HabitWriting = {
  readonly say: (key: string, values?: Record<string, string | number>) => string;
  readonly date: (on: string) => string;
  readonly days: (count: number) => string;
  readonly money: (minor: number) => string;
  readonly percent: (share: number) => string;
};

type Rhythm = {
  readonly basis: 'own' | 'blended' | 'workspace';
  readonly medianGap: number | null;
  readonly spread: number | null;
  readonly longestGap: number | null;
  readonly usualGap: number;
  readonly dueOn: string;
  readonly dueFromOn: string;
  readonly dueUntilOn: string;
};

type Habits = {
  readonly visits: readonly { readonly on: string }[];
  readonly rhythm: Rhythm | null;
  readonly season: { readonly near: number; readonly nextOn: string } | null;
};

type RiskReason = {
  readonly kind: 'silent' | 'leaving' | 'slower-rhythm' | 'smaller-basket';
  readonly figures: Readonly<Record<string, number>>;
};

/** What the figures of a customer's purchases say, in sentences: the same on the page and in the terminal. */
export function habitWords({ say, date, days, money, percent }: HabitWriting) {
  return {
    rhythm: ({ rhythm, visits }: Habits): string => {
      const on = date(visits.at(-1)?.on ?? '');
      if (!rhythm) return say('purchases.rhythm.once', { on });
      const due = { due: date(rhythm.dueOn), from: date(rhythm.dueFromOn), until: date(rhythm.dueUntilOn) };
      const gap = days(rhythm.usualGap);
      if (rhythm.basis === 'workspace') return say('purchases.rhythm.workspace', { on, gap, ...due });
      if (rhythm.basis === 'blended' || rhythm.medianGap === null || rhythm.spread === null)
        return say('purchases.rhythm.blended', { gap, ...due });
      const own = { gap: days(rhythm.medianGap), longest: days(rhythm.longestGap ?? 0), ...due };
      if (Math.round(rhythm.spread) === 0) return say('purchases.rhythm.steady', own);
      return say('purchases.rhythm.own', { ...own, spread: days(rhythm.spread) });
    },
    season: ({ season, visits }: Habits): string | undefined =>
      season ? say('purchases.rhythm.season', { near: season.near, visits: visits.length, on: date(season.nextOn) }) : undefined,
    risk: ({ kind, figures }: RiskReason): string => {
      const figure = (name: string) => figures[name] ?? 0;
      switch (kind) {
        case 'silent':
          return say('purchases.risk.silent', {
            silent: days(figure('silentDays')),
            usual: days(figure('usualGap')),
            longest: days(figure('longestGap')),
          });
        case 'leaving':
          return say('purchases.risk.leaving', { now: percent(figure('alive')), before: percent(figure('aliveAtLastVisit')) });
        case 'slower-rhythm':
          return say('purchases.risk.slower-rhythm', { earlier: days(figure('earlier')), recent: days(figure('recent')) });
        case 'smaller-basket':
          return say('purchases.risk.smaller-basket', { earlier: money(figure('earlier')), recent: money(figure('recent')) });
      }
    },
  };
}
