import type { ReactNode } from 'react';
import { Message, useFormats } from '#kit/web/i18n/language.tsx';

type Counts = Readonly<Record<string, number>>;

export function setAsideOf({ setAside }: { readonly setAside: Counts }): number {
  return Object.values(setAside).reduce((sum, count) => sum + count, 0);
}

/** Figures (`Stat`) in columns, so that a dozen of them can be scanned. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="grid max-w-4xl grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3">{children}</dl>;
}

/** Two days, none of them broken over lines. */
export function DaysBetween({ from, until }: { from: string; until: string }) {
  const formats = useFormats();
  const whole = (day: string) => <span className="whitespace-nowrap">{formats.date(day)}</span>;
  return <Message id="purchases.import.days.between" values={{ from: whole(from), until: whole(until) }} />;
}

/** Kinds of lines with how many there are, the most frequent first. */
export function CountList({ counts, word }: { counts: Counts; word: (kind: string) => string }) {
  const formats = useFormats();
  return (
    <ul className="flex max-w-prose flex-col divide-y divide-line">
      {byCount(counts).map(([kind, count]) => (
        <li key={kind} className="flex items-baseline justify-between gap-6 py-1.5">
          <span>{word(kind)}</span>
          <span className="tabular">{formats.number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

export function byCount(counts: Counts): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one);
}
