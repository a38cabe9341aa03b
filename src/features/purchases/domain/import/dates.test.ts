import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayText, momentText, readDate, readTime, type DateOrder } from './dates.ts';

const read = (written: string, order?: DateOrder) => {
  const moment = readDate(written, order, 2026);
  return typeof moment === 'string' ? moment : momentText(moment);
};

test.each([
  ['2010-12-01 08:26:00', '2010-12-01 08:26:00'],
  ['2010-12-01', '2010-12-01 00:00:00'],
  ['2010/12/01', '2010-12-01 00:00:00'],
  ['2010-12-01T08:26:00Z', '2010-12-01 08:26:00+00:00'],
  ['2010-12-01T08:26:00.123+02:00', '2010-12-01 08:26:00+02:00'],
  ['2010-12-01 08:26:00 -0530', '2010-12-01 08:26:00-05:30'],
  ['20101201', '2010-12-01 00:00:00'],
  ['20101201 082600', '2010-12-01 08:26:00'],
  ['40513', '2010-12-01 00:00:00'],
  ['40513.351388888888', '2010-12-01 08:26:00'],
  ['1291191960', '2010-12-01 08:26:00+00:00'],
  ['2010.12.1.', '2010-12-01 00:00:00'],
  ['1 Dec 2010', '2010-12-01 00:00:00'],
  ['Dec 1, 2010 8:26 AM', '2010-12-01 08:26:00'],
  ['December 1st, 2010 8:26 pm', '2010-12-01 20:26:00'],
  ['Wed, 01 Dec 2010 08:26:00 +0000', '2010-12-01 08:26:00+00:00'],
  ['1-Dec-10', '2010-12-01 00:00:00'],
  ['1 Δεκεμβρίου 2010', '2010-12-01 00:00:00'],
  ['5 Μαΐου 2010 3:15 μμ', '2010-05-05 15:15:00'],
  ['Τρίτη, 4 Μαΐου 2010', '2010-05-04 00:00:00'],
  ['1. decembar 2010.', '2010-12-01 00:00:00'],
  ['1. децембар 2010', '2010-12-01 00:00:00'],
  ['5 maj 2010', '2010-05-05 00:00:00'],
  ['1 декември 2010 г.', '2010-12-01 00:00:00'],
  ['5 май 2010 г., 14:30', '2010-05-05 14:30:00'],
  ['1403/05/12', '2024-08-02 00:00:00'],
  ['۱۴۰۳/۰۵/۱۲ ۱۴:۳۰', '2024-08-02 14:30:00'],
  ['۱۲ مرداد ۱۴۰۳', '2024-08-02 00:00:00'],
  ['1399/12/30', '2021-03-20 00:00:00'],
  ['۵ ژانویه ۲۰۲۴', '2024-01-05 00:00:00'],
  ['5 հունիսի 2024', '2024-06-05 00:00:00'],
  ['5 հունվարի 2024թ.', '2024-01-05 00:00:00'],
])('%s is %s whatever the order of day and month', (written, moment) => {
  expect([read(written), read(written, 'dmy'), read(written, 'mdy')]).toEqual([moment, moment, moment]);
});

test.each([
  ['03/04/2011', '2011-04-03 00:00:00', '2011-03-04 00:00:00'],
  ['3.4.2011', '2011-04-03 00:00:00', '2011-03-04 00:00:00'],
  ['03-04-11 9:05', '2011-04-03 09:05:00', '2011-03-04 09:05:00'],
  ['03.04.2011. 10.30', '2011-04-03 10:30:00', '2011-03-04 10:30:00'],
  ['3/4/2011 12:30 AM', '2011-04-03 00:30:00', '2011-03-04 00:30:00'],
  ['12/05/1403', '2024-08-02 00:00:00', '2025-02-23 00:00:00'],
])('%s is %s with the day first', (written, dayFirst, monthFirst) => {
  expect(read(written, 'dmy')).toBe(dayFirst);
  expect(read(written, 'mdy')).toBe(monthFirst);
  expect(read(written)).toBe('date_unreadable');
});

test('two digits of a year mean the past, or at most next year', () => {
  expect(
    [read('1/2/26', 'dmy'), read('1/2/27', 'dmy'), read('1/2/28', 'dmy'), read('1/2/99', 'dmy')].map((text) => text.slice(0, 4)),
  ).toEqual(['2026', '2027', '1928', '1999']);
});

test.each([
  ['20011-04-05', 'date_out_of_range'],
  ['05/04/20011', 'date_out_of_range'],
  ['1899-12-31', 'date_out_of_range'],
  ['0000-00-00', 'date_out_of_range'],
  ['31/02/2011', 'date_impossible'],
  ['2011-02-31', 'date_impossible'],
  ['2011-13-01', 'date_impossible'],
  ['29/02/2011', 'date_impossible'],
  ['1403/07/31', 'date_impossible'],
  ['1402/12/30', 'date_impossible'],
  ['2011-04-05 25:00', 'date_impossible'],
  ['2011-04-05 08:61:00', 'date_impossible'],
  ['yesterday', 'date_unreadable'],
  ['536365', 'date_unreadable'],
  ['12', 'date_unreadable'],
  ['', 'date_unreadable'],
  ['=TODAY()', 'date_unreadable'],
  ['2.55', 'date_unreadable'],
])('%s is set aside as %s', (written, problem) => {
  expect(read(written, 'dmy')).toBe(problem);
});

test('a time from its own column', () => {
  expect(['08:26', '8:26:30 PM', '۱۴:۳۰', '8.26', '0826', '82630', '0.5', '3:15 μ.μ.', '25:00', 'noon', ''].map(readTime)).toEqual([
    30_360,
    73_590,
    52_200,
    30_360,
    30_360,
    30_390,
    43_200,
    54_900,
    undefined,
    undefined,
    undefined,
  ]);
});

test('every day of three centuries reads back from each of its forms', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 84_000 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
      const iso = dayText(day);
      expect(Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString()).toBe(iso);
      expect(readDate(momentText({ day, second, offset: undefined }), undefined, 2026)).toEqual({ day, second, offset: undefined });
      const [year, month, date] = iso.split('-');
      expect(readDate(`${date}.${month}.${year}`, 'dmy', 2026)).toMatchObject({ day });
      expect(readDate(`${month}/${date}/${year} 10:00`, 'mdy', 2026)).toMatchObject({ day, second: 36_000 });
    }),
  );
});

test('every day of the Persian calendar between 1300 and 1499 reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
      const date = Temporal.PlainDate.from({ calendar: 'persian', year: 1300, month: 1, day: 1 }).add({ days });
      const iso = date.withCalendar('iso8601').toString();
      expect(read(`${date.year}/${date.month}/${date.day}`)).toBe(`${iso} 00:00:00`);
    }),
  );
});

test('no text whatever makes reading fail', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'0123456789/.-: TZapmγ'), maxLength: 24 }),
      (text, numeric) => {
        readDate(text, 'dmy', 2026);
        readDate(numeric, 'mdy', 2026);
        readTime(numeric);
      },
    ),
    { numRuns: 2000 },
  );
});
