import { describe, expect, test } from 'vitest';
import { readEntry } from './index.ts';

/** Saturday 21 November 2026, half past ten in the morning. */
const now = Temporal.PlainDateTime.from('2026-11-21T10:30');
const call = { kind: 'call', direction: 'out', minutes: 12, pulse: 4 };
const dueAt = Temporal.PlainDateTime.from('2026-11-27T15:00');

describe.each([
  [
    'English',
    'called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4',
    ['Maria'],
    'prefers mornings',
    'send price list',
  ],
  [
    'Greek',
    'τηλεφώνησα στη Μαρία 12 λεπτά, προτιμά πρωινά, θα στείλω τιμοκατάλογο μέχρι την Παρασκευή στις 15:00 :4',
    ['Μαρία'],
    'προτιμά πρωινά',
    'θα στείλω τιμοκατάλογο',
  ],
  [
    'Serbian',
    'zvala Mariju 12 min, više voli jutro, poslaću cenovnik do petka u 15h :4',
    ['Mariju'],
    'više voli jutro',
    'poslaću cenovnik',
  ],
  [
    'Serbian in Cyrillic',
    'звала Марију 12 мин, више воли јутро, послаћу ценовник до петка у 15 часова :4',
    ['Марију'],
    'више воли јутро',
    'послаћу ценовник',
  ],
  [
    'Bulgarian',
    'обадих се на Мария 12 мин, предпочита сутрин, ще изпратя ценоразпис до петък в 15:00 :4',
    ['Мария'],
    'предпочита сутрин',
    'ще изпратя ценоразпис',
  ],
  [
    'Persian',
    'به مریم زنگ زدم ۱۲ دقیقه، صبح‌ها را ترجیح می‌دهد، لیست قیمت را تا جمعه ساعت ۱۵ می‌فرستم :۴',
    ['مریم'],
    'صبح‌ها را ترجیح می‌دهد',
    'لیست قیمت را می‌فرستم',
  ],
  [
    'Armenian',
    'զանգեցի Մարիամին 12 րոպե, նախընտրում է առավոտները, գնացուցակը կուղարկեմ մինչև ուրբաթ ժամը 15:00 :4',
    ['Մարիամին'],
    'նախընտրում է առավոտները',
    'գնացուցակը կուղարկեմ',
  ],
])('a line in %s', (_, line, names, fact, promise) => {
  test('becomes a call with its minutes and pulse, a fact and a promise', () => {
    const read = readEntry(line, now, names);
    expect(read.touchpoint).toMatchObject(call);
    expect(read.facts).toMatchObject([{ kind: 'preference', text: fact, sensitivity: 'ordinary' }]);
    expect(read.promises).toEqual([{ what: promise, dueAt, hasHour: true }]);
    for (const said of [fact, promise.split(' ')[0] ?? '']) expect(read.touchpoint.summary).toContain(said);
  });
});

test('a line of which nothing else is understood is a summary and no more', () => {
  expect(readEntry('talked about the weather', now, [])).toMatchObject({
    touchpoint: { kind: 'call', summary: 'about the weather' },
    promises: [],
    facts: [],
  });
});

test('what is promised is not also learned', () => {
  const { facts, promises } = readEntry('called, will bring what she likes tomorrow, is allergic to nuts', now, []);
  expect(promises.map(({ what }) => what)).toEqual(['bring what she likes']);
  expect(facts).toEqual([{ kind: 'constraint', text: 'is allergic to nuts', sensitivity: 'sensitive' }]);
});
