import { describe, expect, test } from 'vitest';
import { findMoment } from './moment.ts';

/** Saturday 21 November 2026, half past ten in the morning. */
const now = Temporal.PlainDateTime.from('2026-11-21T10:30');

type Said = readonly [text: string, at: string | null];

const english: readonly Said[] = [
  ['will send price list by Friday 15:00', '2026-11-27T15:00'],
  ['by Friday', '2026-11-27T17:00'],
  ['on Friday at 3', '2026-11-27T15:00'],
  ['Friday at 3pm', '2026-11-27T15:00'],
  ['by 9 am on Monday', '2026-11-23T09:00'],
  ['tomorrow morning', '2026-11-22T12:00'],
  ['tomorrow in the afternoon', '2026-11-22T18:00'],
  ['today', '2026-11-21T17:00'],
  ['tonight', '2026-11-21T21:00'],
  ['by the end of the week', '2026-11-27T17:00'],
  ['by the end of next week', '2026-11-27T17:00'],
  ['by close of business on Tuesday', '2026-11-24T17:00'],
  ['by the end of the day tomorrow', '2026-11-22T17:00'],
  ['Tuesday EOD', '2026-11-24T17:00'],
  ['by mid-December', '2026-12-15T17:00'],
  ['in the middle of next week', '2026-11-25T17:00'],
  ['before the weekend', '2026-11-27T17:00'],
  ['give me an hour', '2026-11-21T11:30'],
  ['extend it by two weeks', null],
  ['lower it by 5%', null],
  ['next week', '2026-11-27T17:00'],
  ['by the end of the month', '2026-11-30T17:00'],
  ['in 3 days', '2026-11-24T17:00'],
  ['in two weeks', '2026-12-05T17:00'],
  ['within a week', '2026-11-28T17:00'],
  ['in half an hour', '2026-11-21T11:00'],
  ['at half past three', '2026-11-21T15:30'],
  ['on Tuesday at ten', '2026-11-24T10:00'],
  ['by noon on Monday', '2026-11-23T12:00'],
  ['first thing in the morning', '2026-11-22T10:00'],
  ['early next week', '2026-11-24T17:00'],
  ['Friday of next week', '2026-11-27T17:00'],
  ['within 48 hours', '2026-11-23T10:30'],
  ['within ten working days', '2026-12-04T17:00'],
  ['after 4 pm', '2026-11-21T18:00'],
  ['between 3 and 5', '2026-11-21T17:00'],
  ['on Monday from 10:00 to 12:30', '2026-11-23T12:30'],
  ['in 2 hours', '2026-11-21T12:30'],
  ['on 3 December', '2026-12-03T17:00'],
  ['by December 3rd at 11:30', '2026-12-03T11:30'],
  ['on 3 March', '2027-03-03T17:00'],
  ['by the 25th', '2026-11-25T17:00'],
  ['by 27/11', '2026-11-27T17:00'],
  ['by 2026-12-24 16:00', '2026-12-24T16:00'],
  ['day after tomorrow', '2026-11-23T17:00'],
  ['every Friday', null],
  ['last Friday', null],
  ['3 kg of coffee', null],
  ['in the shop', null],
  ['1.5 kg', null],
  ['today at 9:30', null],
  ['by 15:00', '2026-11-21T15:00'],
];

const greek: readonly Said[] = [
  ['μέχρι την Παρασκευή', '2026-11-27T17:00'],
  ['μέχρι την Παρασκευή στις 3', '2026-11-27T15:00'],
  ['ως την παρασκευη στις 15:00', '2026-11-27T15:00'],
  ['την Πέμπτη το πρωί', '2026-11-26T12:00'],
  ['αύριο στις 9 το πρωί', '2026-11-22T09:00'],
  ['αύριο το απόγευμα', '2026-11-22T18:00'],
  ['στις 3 το μεσημέρι τη Δευτέρα', '2026-11-23T15:00'],
  ['σε 3 μέρες', '2026-11-24T17:00'],
  ['σε μία εβδομάδα', '2026-11-28T17:00'],
  ['στις 5 Δεκεμβρίου', '2026-12-05T17:00'],
  ['μέχρι τις 5', '2026-11-21T17:00'],
  ['μέχρι τις 10 Δεκεμβρίου', '2026-12-10T17:00'],
  ['αύριο στις τρεις και μισή', '2026-11-22T15:30'],
  ['σε μισή ώρα', '2026-11-21T11:00'],
  ['στις αρχές της επόμενης εβδομάδας', '2026-11-24T17:00'],
  ['στις 28 του μήνα', '2026-11-28T17:00'],
  ['εντός πέντε εργάσιμων ημερών', '2026-11-27T17:00'],
  ['μετά τις 4', '2026-11-21T18:00'],
  ['τη Δευτέρα από τις 9 ως τις 11', '2026-11-23T11:00'],
  ['μέχρι το τέλος του μήνα', '2026-11-30T17:00'],
  ['μέχρι το τέλος της εβδομάδας', '2026-11-27T17:00'],
  ['την επόμενη εβδομάδα', '2026-11-27T17:00'],
  ['απόψε', '2026-11-21T21:00'],
  ['μεθαύριο', '2026-11-23T17:00'],
  ['κάθε Παρασκευή', null],
  ['την περασμένη Παρασκευή', null],
];

const serbian: readonly Said[] = [
  ['do petka u 15h', '2026-11-27T15:00'],
  ['do petka', '2026-11-27T17:00'],
  ['u petak u 15:30', '2026-11-27T15:30'],
  ['sutra u pola četiri', '2026-11-22T15:30'],
  ['za pola sata', '2026-11-21T11:00'],
  ['početkom sledeće nedelje', '2026-11-24T17:00'],
  ['u utorak između 9 i 11', '2026-11-24T11:00'],
  ['у року од 24 часа', '2026-11-22T10:30'],
  ['после 16 часова', '2026-11-21T18:00'],
  ['u toku nedelje', '2026-11-27T17:00'],
  ['до петка у 15 часова', '2026-11-27T15:00'],
  ['сутра ујутру', '2026-11-22T12:00'],
  ['sutra u 9', '2026-11-22T09:00'],
  ['prekosutra', '2026-11-23T17:00'],
  ['za tri dana', '2026-11-24T17:00'],
  ['za nedelju dana', '2026-11-28T17:00'],
  ['za 2 nedelje', '2026-12-05T17:00'],
  ['sledeće nedelje', '2026-11-27T17:00'],
  ['do kraja meseca', '2026-11-30T17:00'],
  ['do kraja nedelje', '2026-11-27T17:00'],
  ['5. decembra', '2026-12-05T17:00'],
  ['do 27.11.', '2026-11-27T17:00'],
  ['у среду', '2026-11-25T17:00'],
  ['svakog petka', null],
  ['prošli petak', null],
];

const bulgarian: readonly Said[] = [
  ['до петък', '2026-11-27T17:00'],
  ['до петък в 15:00', '2026-11-27T15:00'],
  ['в петък в 15 ч', '2026-11-27T15:00'],
  ['утре сутринта', '2026-11-22T12:00'],
  ['утре следобед', '2026-11-22T18:00'],
  ['утре в три и половина', '2026-11-22T15:30'],
  ['след половин час', '2026-11-21T11:00'],
  ['в началото на следващата седмица', '2026-11-24T17:00'],
  ['във вторник между 9 и 11', '2026-11-24T11:00'],
  ['до 25-ти', '2026-11-25T17:00'],
  ['на 26-и', '2026-11-26T17:00'],
  ['до средата на декември', '2026-12-15T17:00'],
  ['след 3 дни', '2026-11-24T17:00'],
  ['след две седмици', '2026-12-05T17:00'],
  ['до края на седмицата', '2026-11-27T17:00'],
  ['до края на месеца', '2026-11-30T17:00'],
  ['следващата седмица', '2026-11-27T17:00'],
  ['на 5 декември', '2026-12-05T17:00'],
  ['до 27.11.', '2026-11-27T17:00'],
  ['довечера', '2026-11-21T21:00'],
  ['миналия петък', null],
  ['всеки петък', null],
];

const persian: readonly Said[] = [
  ['تا جمعه ساعت ۱۵', '2026-11-27T15:00'],
  ['تا جمعه', '2026-11-27T17:00'],
  ['فردا صبح', '2026-11-22T12:00'],
  ['فردا ساعت ۹ صبح', '2026-11-22T09:00'],
  ['فردا ساعت ۳ بعدازظهر', '2026-11-22T15:00'],
  ['پس‌فردا', '2026-11-23T17:00'],
  ['سه‌شنبه', '2026-11-24T17:00'],
  ['تا پنجشنبه', '2026-11-26T17:00'],
  ['۳ روز دیگر', '2026-11-24T17:00'],
  ['تا دو هفته دیگر', '2026-12-05T17:00'],
  ['هفته آینده', '2026-12-03T17:00'],
  ['تا آخر هفته', '2026-11-26T17:00'],
  // The Persian month of Aban ends on that day.
  ['تا پایان ماه', '2026-11-21T17:00'],
  ['تا پایان ماه آینده', '2026-12-21T17:00'],
  ['۱۴۰۵/۹/۱۵', '2026-12-06T17:00'],
  ['تا نیم ساعت دیگر', '2026-11-21T11:00'],
  ['فردا ساعت سه و نیم', '2026-11-22T15:30'],
  ['دوشنبه بین ساعت ۹ تا ۱۱', '2026-11-23T11:00'],
  ['اوایل هفته آینده', '2026-11-29T17:00'],
  ['تا دوشنبه پیش‌فاکتور', '2026-11-23T17:00'],
  ['۱۵ آذر', '2026-12-06T17:00'],
  ['۵ دسامبر', '2026-12-05T17:00'],
  ['امشب', '2026-11-21T21:00'],
  ['جمعه گذشته', null],
  ['هر جمعه', null],
];

const armenian: readonly Said[] = [
  ['մինչև ուրբաթ', '2026-11-27T17:00'],
  ['մինչև ուրբաթ ժամը 15:00', '2026-11-27T15:00'],
  ['ուրբաթ օրը ժամը 15-ին', '2026-11-27T15:00'],
  ['վաղը առավոտյան', '2026-11-22T12:00'],
  ['վաղը ժամը 9-ին', '2026-11-22T09:00'],
  ['3 օրից', '2026-11-24T17:00'],
  ['երկու շաբաթից', '2026-12-05T17:00'],
  ['մեկ շաբաթից', '2026-11-28T17:00'],
  ['հաջորդ շաբաթ', '2026-11-27T17:00'],
  ['մինչև շաբաթվա վերջ', '2026-11-27T17:00'],
  ['մինչև ամսվա վերջը', '2026-11-30T17:00'],
  ['կես ժամից', '2026-11-21T11:00'],
  ['հաջորդ շաբաթվա սկզբին', '2026-11-24T17:00'],
  ['երկուշաբթի օրը ժամը 9-ից 11-ը', '2026-11-23T11:00'],
  ['ժամը երեքին', '2026-11-21T15:00'],
  ['դեկտեմբերի 5-ին', '2026-12-05T17:00'],
  ['անցած ուրբաթ', null],
  ['ամեն ուրբաթ', null],
];

describe.each([
  ['English', english],
  ['Greek', greek],
  ['Serbian', serbian],
  ['Bulgarian', bulgarian],
  ['Persian', persian],
  ['Armenian', armenian],
])('a moment in %s', (_, said) => {
  test.each(said)('%s', (text, at) => {
    const found = findMoment(text, now);
    expect(found?.at.toString({ smallestUnit: 'minute' }) ?? null).toBe(at);
  });
});

test('the words that say when are known by their place, so that what is promised can be read without them', () => {
  const text = 'will send the list by Friday 15:00 at the latest, as agreed';
  const found = findMoment(text, now);
  expect(text.slice(found?.start, found?.end)).toBe('by Friday 15:00 at the latest');
  expect(found?.hasHour).toBe(true);
});

test('a span has a beginning, unless "by" makes its end a last moment', () => {
  const span = (text: string) => {
    const found = findMoment(text, now);
    return [found?.from, found?.at].map((moment) => moment?.toString({ smallestUnit: 'minute' }) ?? null);
  };
  expect(span('on Tuesday afternoon')).toEqual(['2026-11-24T12:00', '2026-11-24T18:00']);
  expect(span('by Tuesday afternoon')).toEqual([null, '2026-11-24T18:00']);
  expect(span('next week')).toEqual(['2026-11-23T09:00', '2026-11-27T17:00']);
  expect(span('by next week')).toEqual([null, '2026-11-27T17:00']);
  expect(span('do utorka između 9 i 11')[0]).toBe('2026-11-24T09:00');
  expect(span('tomorrow between 9 and 11')).toEqual(['2026-11-22T09:00', '2026-11-22T11:00']);
  expect(span('αύριο το πρωί')).toEqual(['2026-11-22T08:00', '2026-11-22T12:00']);
  expect(span('this morning')).toEqual([null, '2026-11-21T12:00']);
});

test('a weekday is in a week when it is that day, unless its hour is still to come', () => {
  const saturday = (text: string) => findMoment(text, now)?.at.toPlainDate().toString();
  expect([saturday('on Saturday'), saturday('on Saturday evening'), saturday('on Saturday at 15:00')]).toEqual([
    '2026-11-28',
    '2026-11-28',
    '2026-11-21',
  ]);
});

test('"next Friday" is not the coming one while this week has a Friday left', () => {
  const monday = Temporal.PlainDateTime.from('2026-11-23T10:00');
  const at = (text: string) => findMoment(text, monday)?.at.toPlainDate().toString();
  expect(at('next Friday')).toBe('2026-12-04');
  expect(at('Friday')).toBe('2026-11-27');
  expect(at('next week')).toBe('2026-12-04');
  expect(at('on Monday')).toBe('2026-11-30');
  expect(at('on Monday at 15:00')).toBe('2026-11-23');
});

test('late in the evening, today is what is left of it', () => {
  const at = (time: string) =>
    findMoment('today', Temporal.PlainDateTime.from(`2026-11-21T${time}`))
      ?.at.toPlainTime()
      .toString();
  expect([at('16:59'), at('17:00'), at('22:00')]).toEqual(['17:00:00', '21:00:00', '23:59:00']);
});
