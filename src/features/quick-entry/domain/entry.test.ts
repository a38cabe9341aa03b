import { describe, expect, test } from 'vitest';
import { readEntry, withoutSensitive } from './index.ts';

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

describe('what is sensitive stands with the facts alone', () => {
  test.each([
    ['English', 'called Maria, she is allergic to nuts, wants a cake', ['Maria'], 'she …, wants a cake', 'is allergic to nuts'],
    [
      'Greek',
      'τηλεφώνησα στη Μαρία, έχει αλλεργία στους ξηρούς καρπούς, θέλει τούρτα',
      ['Μαρία'],
      '…, θέλει τούρτα',
      'έχει αλλεργία στους ξηρούς καρπούς',
    ],
    ['Serbian', 'zvala Mariju, alergična na orahe, hoće tortu', ['Mariju'], '…, hoće tortu', 'alergična na orahe'],
    ['Serbian in Cyrillic', 'звала Марију, алергична на орахе, хоће торту', ['Марију'], '…, хоће торту', 'алергична на орахе'],
    ['Bulgarian', 'обадих се на Мария, алергична към ядки, иска торта', ['Мария'], '…, иска торта', 'алергична към ядки'],
    ['Persian', 'به مریم زنگ زدم، به گردو حساسیت دارد، کیک خواست', ['مریم'], '…، کیک خواست', 'به گردو حساسیت دارد'],
    ['Armenian', 'զանգեցի Մարիամին, ընկույզից ալերգիա ունի, տորթ ուզեց', ['Մարիամին'], '…, տորթ ուզեց', 'ընկույզից ալերգիա ունի'],
  ])('in %s', (_, line, names, summary, fact) => {
    const read = readEntry(line, now, names);
    expect(read.touchpoint.summary).toBe(summary);
    expect(read.facts).toContainEqual({ kind: 'constraint', text: fact, sensitivity: 'sensitive' });
  });

  test('and what is joined to it stays', () => {
    expect(readEntry('called, likes tea and is allergic to nuts', now, []).touchpoint.summary).toBe('likes tea and …');
  });

  test('and a line that says nothing else is still an entry', () => {
    expect(readEntry('note: allergic to nuts', now, []).touchpoint.summary).toBe('…');
  });

  test('by whole words, in any case, however it is spaced', () => {
    const facts = [{ text: 'ill', sensitivity: 'sensitive' }] as const;
    expect(withoutSensitive('will come, was Ill (ill!)', facts)).toBe('will come, was … (…!)');
    expect(withoutSensitive('is  allergic\nto nuts', [{ text: 'is allergic to nuts', sensitivity: 'sensitive' }])).toBe('…');
    expect(withoutSensitive('prefers mornings', [{ text: 'prefers mornings' }])).toBe('prefers mornings');
  });
});
