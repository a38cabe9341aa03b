import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterTry, failingHours, mostTries, waitAfter, type Health } from './trying.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const well: Health = { failuresInRow: 0, failingSince: null, restsUntil: null, takenAt: null };
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const answered = (status: number | null, retryAfterSeconds: number | null = null) => ({ status, retryAfterSeconds });

describe('what a webhook did not take is told again', () => {
  test('after ten seconds, and each time four times later, up to twelve hours', () => {
    expect([1, 2, 3, 4].map((tries) => waitAfter(tries, 0.5))).toEqual([10, 40, 160, 640]);
    expect(waitAfter(mostTries, 0.5)).toBe(12 * 3600);
  });

  test('for about two days in all, whatever chance does', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: mostTries - 1, maxLength: mostTries - 1 }), (chances) => {
        const hours = chances.reduce((sum, one, index) => sum + waitAfter(index + 1, one), 0) / 3600;
        expect(hours).toBeGreaterThan(40);
        expect(hours).toBeLessThan(62);
      }),
    );
  });

  test('and given up after that', () => {
    expect(afterTry(mostTries - 1, well, answered(500), now, 0.5).delivery.state).toBe('waiting');
    expect(afterTry(mostTries, well, answered(500), now, 0.5).delivery.state).toBe('given_up');
  });

  test('but never where nothing at all is taken: the webhook is paused before that, whatever chance does', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 2 * mostTries, maxLength: 2 * mostTries }), (chances) => {
        let at = now;
        let health = well;
        for (const [index, random] of chances.entries()) {
          const after = afterTry(index + 1, health, answered(500), at, random);
          if (after.delivery.state !== 'waiting') return false;
          if (after.pause !== null) return true;
          health = after.health;
          at = after.delivery.nextAt;
        }
        return false;
      }),
      { examples: [[Array.from({ length: 2 * mostTries }, () => 0)]] },
    );
  });

  test('not before the other side asks for it', () => {
    const { delivery, health } = afterTry(1, well, answered(429, 300), now, 0.5);
    expect(delivery).toEqual({ state: 'waiting', nextAt: now.add({ seconds: 300 }) });
    expect(health.restsUntil).toEqual(now.add({ seconds: 300 }));
    // Who asks for a year is asked again after half a day.
    expect(afterTry(1, well, answered(503, 31_536_000), now, 0.5).health.restsUntil).toEqual(now.add({ hours: 12 }));
  });
});

test('any answer of 200 to 299 is a yes, and makes good what was before; a redirection is none', () => {
  const ill = { failuresInRow: 7, failingSince: now.subtract({ hours: 9 }), restsUntil: now, takenAt: null };
  for (const status of [200, 204, 299])
    expect(afterTry(3, ill, answered(status), now, 0.5)).toEqual({
      delivery: { state: 'delivered' },
      health: { ...well, takenAt: now },
      pause: null,
    });
  for (const status of [199, 301, 302, 307, 400, 404, 500])
    expect(afterTry(1, well, answered(status), now, 0.5).delivery.state).toBe('waiting');
});

test('where nobody answers nothing else is tried for a while; one thing that is refused holds up no other', () => {
  expect(afterTry(1, well, answered(null), now, 0.5).health.restsUntil).toEqual(now.add({ seconds: 10 }));
  expect(afterTry(1, well, answered(400), now, 0.5).health.restsUntil).toBeNull();
  const often = { ...well, failuresInRow: 4, failingSince: now };
  expect(afterTry(1, often, answered(400), now, 0.5).health.restsUntil).not.toBeNull();
});

test('the wait grows, and is never longer than an hour, so that one that is back is found soon', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), chance, (failuresInRow, random) => {
      const { health } = afterTry(1, { ...well, failuresInRow, failingSince: now }, answered(null), now, random);
      const rest = health.restsUntil?.since(now).total('seconds') ?? 0;
      expect(rest).toBeGreaterThan(0);
      expect(rest).toBeLessThanOrEqual(3600);
    }),
  );
});

test('one that has taken nothing for two days is paused, and one that says it is gone at once', () => {
  const since = (hours: number) => ({ ...well, failuresInRow: 9, failingSince: now.subtract({ hours }) });
  expect(afterTry(5, since(failingHours - 1), answered(500), now, 0.5).pause).toBeNull();
  expect(afterTry(5, since(failingHours), answered(500), now, 0.5).pause).toBe('failing');
  expect(afterTry(5, since(failingHours), answered(200), now, 0.5).pause).toBeNull();
  expect(afterTry(1, well, answered(410), now, 0.5).pause).toBe('gone');
});
