import { describe, expect, test } from 'vitest';
import { nobodyListened, pulseFell } from './index.ts';

const on = (day: string) => Temporal.PlainDate.from(day);
const stake = 100_000;

describe('a pulse that fell', () => {
  /** Read once a week, for the last time on the first of March. */
  const fell = (pulses: readonly number[], day = '2026-03-02', contactOn = '2026-03-01') => {
    const readings = pulses.map((pulse, index) => ({ pulse, on: on('2026-03-01').subtract({ weeks: pulses.length - 1 - index }) }));
    return pulseFell({ readings, contactOn: on(contactOn), day: on(day), stake });
  };

  test('is one far below their own usual', () => {
    expect(fell([4, 5, 4, 2])).toMatchObject({
      kind: 'conversations.pulse_fell',
      sinceOn: '2026-03-02',
      cost: 6000,
      evidence: { pulse: 2, usual: 4, readings: 3, readOn: '2026-03-01' },
    });
    expect(fell([4, 5, 2, 5, 5, 2])).toMatchObject({ evidence: { pulse: 2, usual: 5 } });
    expect(fell([5, 5, 1])).toMatchObject({ evidence: { pulse: 1, usual: 5, readings: 2 } });
    expect(fell([5, 3])).toMatchObject({ evidence: { pulse: 3, usual: 5, readings: 1 } });
  });

  test('is a small one too where they never felt so low and enough is known of them', () => {
    expect(fell([4, 4, 4, 3])?.cost).toBe(3000);
    expect(fell([4, 4, 3])).toBeUndefined();
  });

  test('is none of somebody who is used to such swings, who never felt better, or of whom nothing is known', () => {
    expect(fell([5, 3, 4, 5, 3])).toBeUndefined();
    expect(fell([2, 2, 2, 2])).toBeUndefined();
    expect(fell([5, 4, 5, 4])).toBeUndefined();
    expect(fell([1])).toBeUndefined();
    expect(fell([])).toBeUndefined();
  });

  test('is one as long as they feel no better, against what was usual before it', () => {
    for (const pulses of [
      [5, 5, 2, 2],
      [5, 5, 2, 2, 2, 2, 2],
      [5, 5, 1, 3],
      [4, 4, 4, 3, 3],
    ]) {
      expect(fell(pulses)?.evidence['usual']).toBe(pulses[0]);
    }
    expect(fell([5, 5, 2, 4])).toBeUndefined();
    expect(fell([5, 5, 2, 5])).toBeUndefined();
  });

  test('is the same occasion when it is read again, and another when they fall further or again', () => {
    expect(fell([5, 5, 2, 2])?.occasion).toBe('2026-02-22');
    expect(fell([5, 5, 3, 3, 2])?.occasion).toBe('2026-03-01');
    expect(fell([5, 5, 2, 5, 2])?.occasion).toBe('2026-03-01');
  });

  test('is a reason from the day after until we have talked since, and for a year at most', () => {
    expect(fell([4, 4, 4, 2], '2026-03-01')).toBeUndefined();
    expect(fell([4, 4, 4, 2], '2026-08-30')).toBeDefined();
    expect(fell([4, 4, 4, 2], '2026-03-20', '2026-03-10')).toBeUndefined();
    expect(fell([4, 4, 4, 2], '2027-03-01')).toBeDefined();
    expect(fell([4, 4, 4, 2], '2027-03-02')).toBeUndefined();
  });
});

describe('nobody listened', () => {
  const talks = (...percents: number[]) =>
    percents.map((percent, index) => ({ percent, on: on('2026-03-01').subtract({ days: index * 7 }) }));
  const heard = (percents: number[], day = '2026-03-02', standard = 50) =>
    nobodyListened({ talks: talks(...percents), day: on(day), standard, stake });

  test('when three talks in a row were mostly ours', () => {
    expect(heard([20, 40, 30, 90])).toMatchObject({
      kind: 'conversations.nobody_listened',
      sinceOn: '2026-03-02',
      evidence: { talks: 3, percent: 30, standard: 50, lastOn: '2026-03-01' },
    });
  });

  test('is not said when one of them was half theirs, when there were only two, or long after', () => {
    expect(heard([20, 50, 30])).toBeUndefined();
    expect(heard([20, 30])).toBeUndefined();
    expect(heard([20, 30, 30], '2026-03-01')).toBeUndefined();
    expect(heard([20, 30, 30], '2026-06-01')).toBeUndefined();
  });

  test('is measured against what the workspace wants', () => {
    expect(heard([60, 55, 65], '2026-03-02', 70)).toMatchObject({ evidence: { percent: 60, standard: 70 } });
    expect(heard([60, 55, 70], '2026-03-02', 70)).toBeUndefined();
    expect(heard([20, 40, 30], '2026-03-02', 20)).toBeUndefined();
  });

  test('comes back as something new after another such talk', () => {
    const again = nobodyListened({
      talks: [{ percent: 10, on: on('2026-03-05') }, ...talks(20, 30, 40)],
      day: on('2026-03-06'),
      standard: 50,
      stake,
    });
    expect(again?.occasion).not.toBe(heard([20, 30, 40])?.occasion);
  });
});
