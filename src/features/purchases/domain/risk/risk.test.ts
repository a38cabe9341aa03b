import { describe, expect, test } from 'vitest';
import type { Change } from '../rhythm/change.ts';
import { rhythmOf } from '../rhythm/rhythm.ts';
import { assessRisk } from './risk.ts';
import type { RiskSigns } from './risk.ts';

const habits = { customers: 500, usualGap: 30, gapSpread: 0.3, early: -1, late: 0.9, beyond: 1.2, pull: 2, basketSpread: 0.2 };
const days = Array.from({ length: 9 }, (_, at) => 19_000 + at * 30);
const rhythm = rhythmOf(days, habits);
const silentFrom = rhythm?.silentFrom ?? 0;
const last = 19_240;
const change: Change = { direction: 'up', recent: 60, earlier: 30, ratio: 2, recentCount: 3, earlierCount: 6, sinceDay: 19_100 };

// Nikos comes every month, was here ten days ago, and is worth 500 over the years.
const nikos: RiskSigns = {
  asOfDay: last + 10,
  visits: 9,
  lastVisitDay: last,
  rhythm,
  rhythmChange: undefined,
  basketChange: undefined,
  alive: 0.95,
  aliveAtLastVisit: 0.97,
  value: 50_000,
};

describe('how likely a customer is to be leaving', () => {
  test('within his rhythm he is calm, and nothing is at risk', () => {
    expect(assessRisk(nikos)).toEqual({ band: 'calm', reasons: [], valueAtRisk: 0 });
  });

  test('silent beyond his rhythm he is at risk, with the figures that show it', () => {
    expect(assessRisk({ ...nikos, asOfDay: silentFrom })).toEqual({
      band: 'at-risk',
      reasons: [{ kind: 'silent', silentDays: silentFrom - last, usualGap: rhythm?.usualGap, longestGap: 30, silentFrom }],
      valueAtRisk: 50_000,
    });
    expect(assessRisk({ ...nikos, asOfDay: silentFrom - 1 }).band).toBe('calm');
  });

  test('silent twice as long as his rhythm allows he is lost', () => {
    const twice = last + 2 * (silentFrom - last);
    expect(assessRisk({ ...nikos, asOfDay: twice - 1 }).band).toBe('at-risk');
    expect(assessRisk({ ...nikos, asOfDay: twice }).band).toBe('lost');
  });

  test('as likely gone as not, after a fall, he is at risk; under one in ten, lost', () => {
    expect(assessRisk({ ...nikos, alive: 0.49 })).toMatchObject({
      band: 'at-risk',
      reasons: [{ kind: 'leaving', alive: 0.49, aliveAtLastVisit: 0.97 }],
    });
    expect(assessRisk({ ...nikos, alive: 0.09 }).band).toBe('lost');
  });

  test('a probability that was always low has not fallen', () => {
    expect(assessRisk({ ...nikos, alive: 0.4, aliveAtLastVisit: 0.5 }).band).toBe('calm');
  });

  test('coming more slowly or spending less is something to watch', () => {
    expect(assessRisk({ ...nikos, rhythmChange: change })).toMatchObject({ band: 'watch', reasons: [{ kind: 'slower-rhythm', change }] });
    const smaller: Change = { ...change, direction: 'down', ratio: 0.5 };
    expect(assessRisk({ ...nikos, basketChange: smaller })).toMatchObject({ band: 'watch', reasons: [{ kind: 'smaller-basket' }] });
  });

  test('coming more often and spending more is not', () => {
    const quicker: Change = { ...change, direction: 'down' };
    const larger: Change = { ...change, direction: 'up' };
    expect(assessRisk({ ...nikos, rhythmChange: quicker, basketChange: larger }).band).toBe('calm');
  });

  test('a first-time customer has no rhythm to fall out of', () => {
    expect(assessRisk({ ...nikos, visits: 1, asOfDay: 30_000, alive: undefined, aliveAtLastVisit: undefined }).band).toBe('calm');
  });

  test('all reasons are named, the weightiest first', () => {
    const everything = assessRisk({
      ...nikos,
      asOfDay: silentFrom,
      alive: 0.3,
      rhythmChange: change,
      basketChange: { ...change, direction: 'down' },
    });
    expect(everything.reasons.map(({ kind }) => kind)).toEqual(['silent', 'leaving', 'slower-rhythm', 'smaller-basket']);
  });
});
