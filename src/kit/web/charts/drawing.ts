import { useEffect, useRef, useState, type RefObject } from 'react';

/** Days as numbers, since drawing is arithmetic. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

export type Scale = (value: number) => number;

/** From a range of values to a range of pixels; flipped where the line of writing runs from the right. */
export function scaleOf(from: number, until: number, start: number, end: number, isFlipped = false): Scale {
  const span = until - from || 1;
  return (value) => {
    const share = (value - from) / span;
    return isFlipped ? end - share * (end - start) : start + share * (end - start);
  };
}

type Tick = { readonly at: number; readonly on: string; readonly beginsYear: boolean };

/** The first days of months (or quarters, or years) of the reader's calendar, so that at most `most` labels stand on an axis. */
export function monthTicks(from: number, until: number, most: number, calendar: string): Tick[] {
  const months = (until - from) / 30.44;
  const step = STEPS.find((one) => months / one <= most) ?? 1200;
  const ticks: Tick[] = [];
  let first = dateOf(from).withCalendar(calendar).with({ day: 1 });
  first = first.subtract({ months: (first.month - 1 + (first.year % 100) * 12) % step });
  for (let tick = first; ; tick = tick.add({ months: step })) {
    const on = tick.withCalendar('iso8601').toString();
    const at = dayNumber(on);
    if (at > until) return ticks;
    if (at >= from) ticks.push({ at, on, beginsYear: tick.month === 1 });
  }
}

/** Months between labels: divisors and multiples of a year, so that labels begin years. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day });
}

/** Drawings are made for the width they get, so that their letters keep their size. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const watched = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watched.observe(box.current);
    return () => watched.disconnect();
  }, []);
  return [box, width];
}
