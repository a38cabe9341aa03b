import { describe, expect, test } from 'vitest';
import { dayNumber, monthTicks, scaleOf } from './drawing.ts';

describe('an axis', () => {
  const from = dayNumber('2025-02-10');
  const until = dayNumber('2026-11-21');

  test('has its labels where months begin, never more than fit', () => {
    const ticks = monthTicks(from, until, 8, 'gregory');
    expect(ticks.map(({ on }) => on)).toEqual([
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
    expect(ticks.filter(({ beginsYear }) => beginsYear).map(({ on }) => on)).toEqual(['2026-01-01']);
  });

  test('begins years at Nowruz for who reads the Persian calendar', () => {
    const ticks = monthTicks(from, until, 8, 'persian');
    expect(ticks.filter(({ beginsYear }) => beginsYear).map(({ on }) => on)).toEqual(['2025-03-21', '2026-03-21']);
  });

  test('of many years is labelled by years', () => {
    const ticks = monthTicks(dayNumber('2009-05-01'), until, 6, 'gregory');
    expect(ticks.every(({ beginsYear }) => beginsYear)).toBe(true);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.length).toBeGreaterThan(1);
  });

  test('runs from the right where the writing does', () => {
    expect(scaleOf(0, 10, 0, 100)(2)).toBe(20);
    expect(scaleOf(0, 10, 0, 100, true)(2)).toBe(80);
  });
});
