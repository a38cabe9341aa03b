import { expect, test } from 'vitest';
import { sentenceValues } from './index.ts';

test('days, moments, money and texts are written for the reader, counts are left to the sentence', () => {
  const words = {
    day: (iso: string) => `day ${iso}`,
    moment: (iso: string) => `moment ${iso}`,
    money: (minor: number) => `${minor / 100} euros`,
    text: (written: string) => `[${written}]`,
  };
  const evidence = {
    lastOn: '2026-01-10',
    dueAt: '2026-03-02T08:00:00Z',
    basketMinor: 2350,
    silentDays: 43,
    what: 'On time',
    habit: 'own',
  };
  expect(sentenceValues(evidence, words)).toEqual({
    lastOn: 'day 2026-01-10',
    dueAt: 'moment 2026-03-02T08:00:00Z',
    basketMinor: '23.5 euros',
    silentDays: 43,
    what: '[On time]',
    habit: 'own',
  });
});
