import { describe, expect, test } from 'vitest';
import { nobodyListened, pulseFell } from './index.ts';

const on = (day: string) => Temporal.PlainDate.from(day);
const stake = 100_000;

describe('a pulse that fell', () => {
  const fell = (pulse: number, before: readonly number[], day = '2026-03-02') =>
    pulseFell({ last: { pulse, on: on('2026-03-01') }, before, day: on(day), stake });

  test('is one lower than ever before, against their own usual', () => {
    expect(fell(2, [4, 5, 4])).toMatchObject({
      kind: 'conversations.pulse_fell',
      sinceOn: '2026-03-02',
      cost: 6000,
      evidence: { pulse: 2, usual: 4, readings: 3, readOn: '2026-03-01' },
    });
    expect(fell(3, [4, 4, 4])?.cost).toBe(3000);
  });

  test('is none of somebody who is used to such swings, who never felt better, or of whom too little is known', () => {
    expect(fell(3, [5, 3, 4, 5])).toBeUndefined();
    expect(fell(2, [2, 2, 2])).toBeUndefined();
    expect(fell(4, [5, 4, 5])).toBeUndefined();
    expect(fell(1, [5, 5])).toBeUndefined();
  });

  test('is a reason from the day after until two months later', () => {
    expect(fell(2, [4, 4, 4], '2026-03-01')).toBeUndefined();
    expect(fell(2, [4, 4, 4], '2026-04-30')).toBeDefined();
    expect(fell(2, [4, 4, 4], '2026-05-01')).toBeUndefined();
  });
});

describe('nobody listened', () => {
  const talks = (...percents: number[]) =>
    percents.map((percent, index) => ({ percent, on: on('2026-03-01').subtract({ days: index * 7 }) }));
  const heard = (percents: number[], day = '2026-03-02') => nobodyListened({ talks: talks(...percents), day: on(day), stake });

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

  test('comes back as something new after another such talk', () => {
    const again = nobodyListened({ talks: [{ percent: 10, on: on('2026-03-05') }, ...talks(20, 30, 40)], day: on('2026-03-06'), stake });
    expect(again?.occasion).not.toBe(heard([20, 30, 40])?.occasion);
  });
});
