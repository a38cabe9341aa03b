import { describe, expect, test } from 'vitest';
import { formatsOf } from './format.ts';
import { localeOf } from './locale.ts';

const english = formatsOf(localeOf({ language: 'en', calendar: 'gregorian', digits: 'latin' }), 'Europe/Athens');
const greek = formatsOf(localeOf({ language: 'el', calendar: 'gregorian', digits: 'latin' }), 'Europe/Athens');
const persian = formatsOf(localeOf({ language: 'fa', calendar: 'persian', digits: 'persian' }), 'Asia/Tehran');

describe('a day', () => {
  test('is written in the calendar and digits the reader chose', () => {
    expect(english.date('2026-11-21')).toBe('21 Nov 2026');
    expect(greek.date('2026-11-21')).toBe('21 Νοε 2026');
    expect(persian.date('2026-11-21')).toBe('۳۰ آبان ۱۴۰۵');
  });

  test('reads naturally with its weekday, also in Persian', () => {
    expect(english.weekdayDate('2026-11-21')).toBe('Saturday 21 November');
    expect(persian.weekdayDate('2026-11-21')).toBe('شنبه ۳۰ آبان');
    expect(persian.month('2026-11-21')).toBe('آبان ۱۴۰۵');
    expect(greek.month('2026-11-21')).toBe('Νοέμβριος 2026');
  });

  test('can keep its calendar and have other digits', () => {
    const mixed = formatsOf(localeOf({ language: 'fa', calendar: 'persian', digits: 'latin' }), 'Asia/Tehran');
    expect(mixed.date('2026-11-21')).toBe('30 آبان 1405');
  });

  test('of an instant is the one of the workspace, not of whoever looks', () => {
    const late = '2026-11-21T22:30:00Z';
    expect(greek.dayOf(late).toString()).toBe('2026-11-22');
    expect(greek.time(late)).toBe('00:30');
  });
});

describe('a distance from today', () => {
  const today = '2026-11-21';

  test('is said in the unit people would use', () => {
    expect(english.relativeDay('2026-11-20', today)).toBe('yesterday');
    expect(english.relativeDay('2026-11-26', today)).toBe('in 5 days');
    expect(english.relativeDay('2026-10-24', today)).toBe('4 weeks ago');
    expect(english.relativeDay('2026-07-20', today)).toBe('4 months ago');
    expect(english.relativeDay('2023-11-21', today)).toBe('3 years ago');
    expect(persian.relativeDay('2026-11-18', today)).toBe('۳ روز پیش');
  });
});

describe('money', () => {
  test('is written from minor units with the digits of its currency', () => {
    expect(english.money(123_456, 'EUR')).toBe('€1,234.56');
    expect(greek.money(123_456, 'EUR')).toBe('1.234,56\u00A0€');
    expect(english.money(1234, 'JPY')).toBe('JP¥1,234');
  });

  test('leaves the cents out where they only distract', () => {
    expect(english.money(123_456, 'EUR', { whole: true })).toBe('€1,235');
  });

  test('keeps every decimal of an exact amount, beyond what a float could hold', () => {
    expect(english.exactMoney('9747747.934', 'GBP')).toBe('£9,747,747.934');
    expect(english.exactMoney('12345678901234567.89', 'EUR')).toBe('€12,345,678,901,234,567.89');
    expect(english.exactMoney('-5', 'EUR')).toBe('-€5.00');
  });
});
