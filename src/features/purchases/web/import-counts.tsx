import type { ReactNode } from 'react';
import { Message, useFormats } from '#kit/web/i18n/language.tsx';

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
