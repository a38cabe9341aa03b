import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticePromises } from './notice.ts';

/** Saturday 21 November 2026, half past ten in the morning. */
const now = Temporal.PlainDateTime.from('2026-11-21T10:30');

type Said = readonly [text: string, ...promised: readonly (readonly [what: string, dueAt: string | null])[]];

const english: readonly Said[] = [
  ['she prefers mornings, will send price list by Friday 15:00', ['send price list', '2026-11-27T15:00']],
  ["I'll call her back tomorrow at 10", ['call her back', '2026-11-22T10:00']],
  ['on Monday we will deliver the boxes', ['deliver the boxes', '2026-11-23T17:00']],
  ['she liked it and we are going to send samples next week', ['send samples', '2026-11-27T17:00']],
  ['I promised her the recipe', ['her the recipe', null]],
  ['will call back, on Friday at 15:00', ['call back', '2026-11-27T15:00']],
  [
    'will bring the cups tomorrow, will check the price by Monday',
    ['bring the cups', '2026-11-22T17:00'],
    ['check the price', '2026-11-23T17:00'],
  ],
  ['she will send the list by Friday'],
  ['will come by on Saturday'],
  ['will call us on Friday'],
  ["I won't send it"],
  ['I will not send it'],
  ['if she asks I will send it'],
  ['if she asks, I will send it'],
  [
    'will send samples and prices by Friday and will call on Monday',
    ['send samples and prices', '2026-11-27T17:00'],
    ['call', '2026-11-23T17:00'],
  ],
  ["I told her we'd call her every evening", ['call her every evening', null]],
  ['we call her every evening'],
  ['the bank will send you a new card on Monday'],
  ['will you send it?'],
  ['Maria will pay on Friday'],
  ['sent the list on Friday'],
];

const greek: readonly Said[] = [
  ['προτιμά πρωινά, θα στείλω τιμοκατάλογο μέχρι την Παρασκευή στις 3', ['θα στείλω τιμοκατάλογο', '2026-11-27T15:00']],
  ['θα του τηλεφωνήσουμε αύριο', ['θα του τηλεφωνήσουμε', '2026-11-22T17:00']],
  ['τον τιμοκατάλογο θα τον στείλω την Πέμπτη', ['τον τιμοκατάλογο θα τον στείλω', '2026-11-26T17:00']],
  ['του άρεσε και θα σας φέρουμε δείγματα τη Δευτέρα', ['θα σας φέρουμε δείγματα', '2026-11-23T17:00']],
  ['να στείλω προσφορά ως την Τετάρτη', ['να στείλω προσφορά', '2026-11-25T17:00']],
  ['υποσχέθηκα έκπτωση', ['υποσχέθηκα έκπτωση', null]],
  ['του χρωστάω ένα τηλεφώνημα για την εγγύηση', ['του χρωστάω ένα τηλεφώνημα για την εγγύηση', null]],
  ['τηλεφώνημα στην κυρία Μαρία τη Δευτέρα', ['τηλεφώνημα στην κυρία Μαρία', '2026-11-23T17:00']],
  ['μου χρωστάει ένα τηλεφώνημα'],
  ['ελπίζω, θα τα πούμε τη Δευτέρα'],
  ['θα μας στείλει τη λίστα'],
  ['θα περάσει την Παρασκευή'],
  ['δεν θα στείλω τίποτα'],
  ['θέλει να του στείλω τιμές'],
  ['ρώτησε αν θα στείλω τιμές'],
  ['θα ήθελε έκπτωση'],
];

const serbian: readonly Said[] = [
  ['više voli jutro, poslaću cenovnik do petka u 15h', ['poslaću cenovnik', '2026-11-27T15:00']],
  ['послаћу ценовник до петка', ['послаћу ценовник', '2026-11-27T17:00']],
  ['ja ću joj poslati ponudu sutra', ['ja ću joj poslati ponudu', '2026-11-22T17:00']],
  ['javićemo se u sredu', ['javićemo se', '2026-11-25T17:00']],
  ['cu poslati racun sutra', ['cu poslati racun', '2026-11-22T17:00']],
  ['poslacu cenovnik do petka', ['poslacu cenovnik', '2026-11-27T17:00']],
  ['obećala sam popust', ['obećala sam popust', null]],
  ['da pošaljem uzorke do srede', ['da pošaljem uzorke', '2026-11-25T17:00']],
  ['doći će u petak'],
  ['neću poslati'],
  ['kupili su kuću'],
  ['razgovor o Petroviću'],
  ['ako ću ići'],
  ['javiće se sutra'],
];

const bulgarian: readonly Said[] = [
  ['предпочита сутрин, ще изпратя ценоразпис до петък в 15:00', ['ще изпратя ценоразпис', '2026-11-27T15:00']],
  ['ще му се обадим утре', ['ще му се обадим', '2026-11-22T17:00']],
  ['ще ѝ напиша в понеделник', ['ще ѝ напиша', '2026-11-23T17:00']],
  ['обещах отстъпка', ['обещах отстъпка', null]],
  ['да проверя цената до сряда', ['да проверя цената', '2026-11-25T17:00']],
  ['ще мине в петък'],
  ['ще ни изпрати списъка'],
  ['ще поръча още'],
  ['не ще изпратя'],
  ['няма да изпратя нищо'],
  ['ако мога ще изпратя'],
];

const persian: readonly Said[] = [
  ['صبح‌ها را ترجیح می‌دهد، لیست قیمت را تا جمعه ساعت ۱۵ می‌فرستم', ['لیست قیمت را می‌فرستم', '2026-11-27T15:00']],
  ['فردا بهش زنگ می‌زنیم', ['بهش زنگ می‌زنیم', '2026-11-22T17:00']],
  ['نمونه خواهم فرستاد', ['نمونه خواهم فرستاد', null]],
  ['قول دادم تخفیف بدهم', ['قول دادم تخفیف بدهم', null]],
  ['تا شنبه ميفرستم', ['ميفرستم', '2026-11-28T17:00']],
  ['مبلغ را تا جمعه برمی‌گردانیم', ['مبلغ را برمی‌گردانیم', '2026-11-27T17:00']],
  ['تا فردا جواب ما را خواهید داشت', ['جواب ما را خواهید داشت', '2026-11-22T17:00']],
  ['یک تماس درباره گارانتی به او بدهکارم', ['یک تماس درباره گارانتی به او بدهکارم', null]],
  ['خواهرش فردا برای بردن لباس می‌آید'],
  ['فردا می‌آید'],
  ['می‌فرستم'],
  ['فکر می‌کنم فردا بیاید'],
  ['نمی‌فرستم فردا'],
  ['اگر بخواهد فردا می‌فرستم'],
];

const armenian: readonly Said[] = [
  ['նախընտրում է առավոտները, գնացուցակը կուղարկեմ մինչև ուրբաթ ժամը 15:00', ['գնացուցակը կուղարկեմ', '2026-11-27T15:00']],
  ['վաղը կզանգենք', ['կզանգենք', '2026-11-22T17:00']],
  ['ուղարկելու եմ նմուշներ', ['ուղարկելու եմ նմուշներ', null]],
  ['խոստացա զեղչ', ['խոստացա զեղչ', null]],
  ['վաղը կգա'],
  ['կուզեմ գալ'],
  ['սիրում է այս կյանք'],
  ['եթե ուզի կուղարկեմ'],
];

describe.each([
  ['English', english],
  ['Greek', greek],
  ['Serbian', serbian],
  ['Bulgarian', bulgarian],
  ['Persian', persian],
  ['Armenian', armenian],
])('what we promised in %s', (_, lines) => {
  test.each(lines.map(([text, ...promised]) => ({ text, promised })))('$text', ({ text, promised }) => {
    const noticed = noticePromises(text, now).map(({ what, dueAt }) => [what, dueAt?.toString({ smallestUnit: 'minute' }) ?? null]);
    expect(noticed).toEqual(promised);
  });
});

test('any text at all is read without an accident, and nothing is promised for a moment that has passed', () => {
  const word = fc.constantFrom(
    'will',
    'send',
    'by',
    'Friday',
    '15:00',
    'θα',
    'στείλω',
    'poslaću',
    'до',
    'петък',
    'تا',
    'جمعه',
    '۱۵',
    'ուրբաթ',
    ',',
    '.',
    'and',
    '5',
    '/',
    '31.12.',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
      ),
      (text) => {
        for (const { what, dueAt, start, end } of noticePromises(text, now)) {
          expect(what).not.toBe('');
          expect(start).toBeLessThan(end);
          if (dueAt) expect(Temporal.PlainDateTime.compare(dueAt, now)).toBe(1);
        }
      },
    ),
  );
});
