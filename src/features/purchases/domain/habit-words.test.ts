import { expect, test } from 'vitest';
import { habitWords } from './habit-words.ts';

const words = habitWords({
  say: (key, values = {}) => `${key} ${Object.values(values).join(' | ')}`,
  date: (on) => on,
  days: (count) => `${Math.round(count)} d`,
  money: (minor) => `${minor / 100} €`,
  percent: (share) => `${share * 100} %`,
});

const rhythm = {
  basis: 'own' as const,
  medianGap: 7,
  spread: 2,
  longestGap: 9,
  usualGap: 7,
  dueOn: '2026-03-09',
  dueFromOn: '2026-03-08',
  dueUntilOn: '2026-03-11',
};
const habits = { visits: [{ on: '2026-02-23' }, { on: '2026-03-02' }], rhythm, season: null };

test('who comes by the clock is not told to come within no days of it', () => {
  expect(words.rhythm(habits)).toBe('purchases.rhythm.own 7 d | 9 d | 2026-03-09 | 2026-03-08 | 2026-03-11 | 2 d');
  const steady = { ...habits, rhythm: { ...rhythm, spread: 0.4 } };
  expect(words.rhythm(steady)).toBe('purchases.rhythm.steady 7 d | 9 d | 2026-03-09 | 2026-03-08 | 2026-03-11');
});

test('one purchase makes no rhythm, and few are told by those of others', () => {
  expect(words.rhythm({ ...habits, visits: [{ on: '2026-03-02' }], rhythm: null })).toBe('purchases.rhythm.once 2026-03-02');
  expect(words.rhythm({ ...habits, rhythm: { ...rhythm, basis: 'workspace' } })).toMatch(
    /^purchases[.]rhythm[.]workspace 2026-03-02 [|] 7 d/,
  );
  expect(words.rhythm({ ...habits, rhythm: { ...rhythm, basis: 'blended', spread: null } })).toMatch(/^purchases[.]rhythm[.]blended 7 d/);
});

test('a season is told with how many of the visits lie in it, and none where there is none', () => {
  expect(words.season(habits)).toBeUndefined();
  expect(words.season({ ...habits, season: { near: 2, nextOn: '2026-12-12' } })).toBe('purchases.rhythm.season 2 | 2 | 2026-12-12');
});
