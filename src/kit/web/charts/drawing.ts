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

/** The first days of months (or quarters, or years) between two days, so that at most `most` labels stand on an axis. */
export function monthTicks(from: number, until: number, most: number): string[] {
  const first = dateOf(from);
  const months = Math.ceil((until - from) / 30.44);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => months / one <= most) ?? 240;
  const ticks: string[] = [];
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.ceil(start / step) * step; ; month += step) {
    const tick = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    const day = tick.getTime() / 86_400_000;
    if (day > until) return ticks;
    if (day >= from) ticks.push(tick.toISOString().slice(0, 10));
  }
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
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
