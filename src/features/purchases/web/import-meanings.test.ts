import { describe, expect, test } from 'vitest';
import { dayMeant, numberMeant } from './import-meanings.ts';

describe('what a date of the file means', () => {
  test('is said for either order with the month as a word', () => {
    expect(dayMeant('03/04/2011', 'dmy', 'en-GB')).toBe('3 April 2011');
    expect(dayMeant('03/04/2011 08:26', 'mdy', 'en-GB')).toBe('4 March 2011');
  });

  test('stays in the calendar it was written in, whatever the calendar of the reader', () => {
    expect(dayMeant('03/04/2011', 'dmy', 'fa-u-ca-persian')).toContain('آوریل');
    expect(dayMeant('03/04/1390', 'dmy', 'en-GB')).toContain('Tir');
    expect(dayMeant('۰۳/۰۴/۱۳۹۰', 'mdy', 'fa')).toContain('خرداد');
  });

  test('is nothing where no date can be read that way', () => {
    expect(dayMeant('25/04/2011', 'mdy', 'en-GB')).toBeUndefined();
    expect(dayMeant('soon', 'dmy', 'en-GB')).toBeUndefined();
  });
});

describe('what a number of the file means', () => {
  test('is written without separators between thousands, so that it cannot be misread again', () => {
    expect(numberMeant('1,234', '.', 'en')).toBe('1234');
    expect(numberMeant('1,234', ',', 'en')).toBe('1.234');
    expect(numberMeant('1,234', '.', 'el')).toBe('1234');
    expect(numberMeant('1,234', ',', 'el')).toBe('1,234');
    expect(numberMeant('1.234', ',', 'fa-u-nu-arabext')).toBe('۱۲۳۴');
  });

  test('is nothing where the mark does not fit', () => {
    expect(numberMeant('1,23', '.', 'en')).toBeUndefined();
  });
});
