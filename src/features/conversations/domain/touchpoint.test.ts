import { describe, expect, test } from 'vitest';
import { correctTouchpoint, differences, isAttempt, isRealContact, readTouchpoint, type Touchpoint, type TouchpointTold } from './index.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const minutesLater = (minutes: number) => now.add({ minutes });

test('a call is logged as ours, reached, just now, unless told otherwise', () => {
  expect(readTouchpoint({ kind: 'call', summary: '  prefers \r\n mornings\u0000 ' }, now)).toEqual({
    ok: true,
    value: {
      kind: 'call',
      direction: 'out',
      reached: true,
      at: now,
      minutes: null,
      summary: 'prefers\nmornings',
      pulse: null,
      listeningPercent: null,
    },
  });
});

test.each<[TouchpointTold, string]>([
  [{ kind: 'call', at: minutesLater(6) }, 'touchpoint.in_future'],
  [{ kind: 'call', at: Temporal.Instant.from('1850-01-01T00:00:00Z') }, 'touchpoint.too_long_ago'],
  [{ kind: 'call', minutes: 0 }, 'touchpoint.minutes_unlikely'],
  [{ kind: 'call', minutes: 1441 }, 'touchpoint.minutes_unlikely'],
  [{ kind: 'call', minutes: 1.5 }, 'touchpoint.minutes_unlikely'],
  [{ kind: 'call', pulse: 6 }, 'touchpoint.pulse_out_of_range'],
  [{ kind: 'call', pulse: 0 }, 'touchpoint.pulse_out_of_range'],
  [{ kind: 'call', reached: false, pulse: 4 }, 'touchpoint.pulse_without_contact'],
  [{ kind: 'note', summary: ' \n ' }, 'touchpoint.note_empty'],
  [{ kind: 'call', listeningPercent: 101 }, 'touchpoint.listening_out_of_range'],
  [{ kind: 'call', listeningPercent: 49.5 }, 'touchpoint.listening_out_of_range'],
  [{ kind: 'email', listeningPercent: 50 }, 'touchpoint.listening_without_talk'],
  [{ kind: 'call', reached: false, listeningPercent: 50 }, 'touchpoint.listening_without_talk'],
])('%j is refused: %s', (told, code) => {
  expect(readTouchpoint(told, now)).toMatchObject({ ok: false, failure: { code } });
});

test('a clock that is a little ahead does not log the future', () => {
  expect(readTouchpoint({ kind: 'call', at: minutesLater(4) }, now)).toMatchObject({ ok: true, value: { at: now } });
});

test('a note is ours, whatever was told', () => {
  expect(readTouchpoint({ kind: 'note', direction: 'in', reached: false, summary: 'moved house' }, now)).toMatchObject({
    value: { direction: 'out', reached: true },
  });
});

describe('hearing each other', () => {
  test.each([
    ['call', 'out'],
    ['call', 'in'],
    ['meeting', 'out'],
    ['visit', 'in'],
    ['email', 'in'],
    ['message', 'in'],
  ] as const)('is a %s %s', (kind, direction) => expect(isRealContact({ kind, direction, reached: true })).toBe(true));

  test.each([
    ['call', 'out', false],
    ['call', 'in', false],
    ['email', 'out', true],
    ['gift', 'out', true],
    ['letter', 'out', true],
    ['delivery', 'out', true],
    ['note', 'out', true],
  ] as const)('is not a %s %s (reached: %s)', (kind, direction, reached) =>
    expect(isRealContact({ kind, direction, reached })).toBe(false),
  );
});

describe('a correction', () => {
  const before: Touchpoint = {
    kind: 'call',
    direction: 'out',
    reached: true,
    at: now,
    minutes: 12,
    summary: 'prefers mornings',
    pulse: 4,
    listeningPercent: 70,
  };

  test('leaves what it does not name, and tells what stood before', () => {
    const after = correctTouchpoint(before, { minutes: 15, summary: undefined }, now);
    expect(after).toEqual({ ok: true, value: { ...before, minutes: 15 } });
    expect(after.ok && differences(before, after.value)).toEqual({ minutes: [12, 15] });
  });

  test('that nobody was reached takes with it what could only be read in a talk', () => {
    expect(correctTouchpoint(before, { reached: false }, now)).toMatchObject({ value: { pulse: null, listeningPercent: null } });
    expect(correctTouchpoint(before, { kind: 'email' }, now)).toMatchObject({ value: { pulse: 4, listeningPercent: null } });
    expect(correctTouchpoint(before, { reached: false, pulse: 3 }, now)).toMatchObject({
      failure: { code: 'touchpoint.pulse_without_contact' },
    });
  });
});

test.each([
  ['a call that nobody answered', { kind: 'call', direction: 'out', reached: false }, true],
  ['an e-mail of ours, which waits for an answer', { kind: 'email', direction: 'out', reached: true }, true],
  ['a talk', { kind: 'call', direction: 'out', reached: true }, false],
  ['a call of theirs that we missed', { kind: 'call', direction: 'in', reached: false }, false],
  ['a gift', { kind: 'gift', direction: 'out', reached: true }, false],
  ['a note', { kind: 'note', direction: 'out', reached: true }, false],
] as const)('%s: whether it is an attempt to hear from them', (_, touchpoint, is) => {
  expect(isAttempt(touchpoint)).toBe(is);
});
