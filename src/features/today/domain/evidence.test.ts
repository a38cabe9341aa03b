import { expect, test } from 'vitest';
import { sentenceValues } from './index.ts';

test('days, moments and money are written for the reader, everything else is left as it is', () => {
  const words = { day: (iso: string) => `day ${iso}`, moment: (iso: string) => `moment ${iso}`, money: (minor: number) => `${minor / 100} euros` };
  const evidence = { lastOn: '2026-01-10', dueAt: '2026-03-02T08:00:00Z', basketMinor: 2350, silentDays: 43, what: 'On time', Minor: 'x' };
  expect(sentenceValues(evidence, words)).toEqual({
    lastOn: 'day 2026-01-10',
    dueAt: 'moment 2026-03-02T08:00:00Z',
    basketMinor: '23.5 euros',
    silentDays: 43,
    what: 'On time',
    Minor: 'x',
  });
});
