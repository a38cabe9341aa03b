import { expect, test } from 'vitest';
import { longestWait, readErasure } from './index.ts';

const told = { confirm: 'Maria Georgiou', why: 'she asked for it', afterDays: 0 };

test('whoever erases types the name of the person, as they would write it', () => {
  expect(readErasure(told, 'Maria Georgiou')).toEqual({ ok: true, value: { why: 'she asked for it', afterDays: 0 } });
  expect(readErasure({ ...told, confirm: '  maria   georgiou ' }, 'Maria Georgiou')).toMatchObject({ ok: true });
  expect(readErasure({ ...told, confirm: 'Γιώργος'.normalize('NFD') }, 'Γιώργος')).toMatchObject({ ok: true });
  for (const confirm of ['', 'Maria', 'Marie Georgiou'])
    expect(readErasure({ ...told, confirm }, 'Maria Georgiou')).toMatchObject({ ok: false, failure: { code: 'erasure.not_confirmed' } });
});

test('and says why, for the record, and perhaps after how many days', () => {
  expect(readErasure({ ...told, why: '  ' }, 'Maria Georgiou')).toMatchObject({ failure: { code: 'erasure.without_reason' } });
  for (const afterDays of [-1, 0.5, longestWait + 1])
    expect(readErasure({ ...told, afterDays }, 'Maria Georgiou')).toMatchObject({ failure: { code: 'erasure.wait_too_long' } });
});
