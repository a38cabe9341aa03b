import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameInQuickEntry, readQuickEntry, type QuickEntry } from '../index.ts';

const nothing: QuickEntry = { kind: null, direction: null, reached: null, minutes: null, pulse: null, summary: '' };
const call = { kind: 'call', direction: 'out' } as const;

type Said = readonly [line: string, said: Partial<QuickEntry>];

const english: readonly Said[] = [
  ['called 12 min, prefers mornings :4', { ...call, minutes: 12, pulse: 4, summary: 'prefers mornings' }],
  ['Called, no answer', { ...call, reached: false }],
  ['no answer', { ...call, reached: false }],
  ['call 5m. wants the dark roast again', { ...call, minutes: 5, summary: 'wants the dark roast again' }],
  ['called her for 20 minutes, very happy :5', { ...call, minutes: 20, pulse: 5, summary: 'very happy' }],
  ['called Stavros 12 min, she moved', { ...call, minutes: 12, summary: 'Stavros, she moved' }],
  ['called her, prefers mornings', { ...call, summary: 'prefers mornings' }],
  ['called for the order', { ...call, summary: 'for the order' }],
  ['called Stavros, no answer', { ...call, reached: false, summary: 'Stavros' }],
  ['called Stavros, 12 min, she moved', { ...call, minutes: 12, summary: 'Stavros, she moved' }],
  ['called Stavros, 10 min later he came', { ...call, summary: 'Stavros, 10 min later he came' }],
  ['called about the late parcel', { ...call, summary: 'about the late parcel' }],
  ['they called 1.5 h, wedding order', { kind: 'call', direction: 'in', minutes: 90, summary: 'wedding order' }],
  ['Maria called about beans, 3 kg', { kind: 'call', direction: 'in', summary: 'Maria called about beans, 3 kg' }],
  ['left a voicemail', { ...call, reached: false }],
  ['called, left a message, will try Monday', { ...call, reached: false, summary: 'will try Monday' }],
  ["called didn't pick up", { ...call, reached: false }],
  ['emailed the price list', { kind: 'email', direction: 'out', summary: 'the price list' }],
  ['email from Maria: wants an invoice', { kind: 'email', direction: 'in', summary: 'Maria: wants an invoice' }],
  [
    'came by, half an hour, liked the new cups :5',
    { kind: 'visit', direction: 'in', minutes: 30, pulse: 5, summary: 'liked the new cups' },
  ],
  ['met, an hour', { kind: 'meeting', direction: 'out', minutes: 60 }],
  ['texted: happy birthday', { kind: 'message', direction: 'out', summary: 'happy birthday' }],
  ['sent a card', { kind: 'letter', direction: 'out' }],
  ['gift: coasters', { kind: 'gift', direction: 'out', summary: 'coasters' }],
  ['delivered 3 boxes', { kind: 'delivery', direction: 'out', summary: '3 boxes' }],
  ['note: allergic to nuts', { kind: 'note', direction: 'out', summary: 'allergic to nuts' }],
  ['prefers mornings', { summary: 'prefers mornings' }],
  ['call back in 10 min', { summary: 'call back in 10 min' }],
  ['called, back in 10 min', { ...call, summary: 'back in 10 min' }],
  ['called Stavros in 10 min', { ...call, summary: 'Stavros in 10 min' }],
  ['busy season ahead', { summary: 'busy season ahead' }],
  ['metal cups wanted', { summary: 'metal cups wanted' }],
  ['opening at 9:30, ratio 1:4', { summary: 'opening at 9:30, ratio 1:4' }],
  [':3', { pulse: 3 }],
];

const greek: readonly Said[] = [
  ["τηλέφωνο 5' δεν απάντησε", { ...call, minutes: 5, reached: false }],
  ['ΤΗΛΕΦΩΝΟ 5΄, θέλει τιμοκατάλογο', { ...call, minutes: 5, summary: 'θέλει τιμοκατάλογο' }],
  ['τηλεφώνησα 12 λεπτά, προτιμά πρωινά :4', { ...call, minutes: 12, pulse: 4, summary: 'προτιμά πρωινά' }],
  ['πήρα τηλέφωνο, δεν το σήκωσε', { ...call, reached: false }],
  ['την πηρα τηλεφωνο μισή ώρα. Όλα καλά :5', { ...call, minutes: 30, pulse: 5, summary: 'Όλα καλά' }],
  [
    'μας πήρε τηλέφωνο 10 λεπτά, παράγγειλε για τον γάμο',
    { kind: 'call', direction: 'in', minutes: 10, summary: 'παράγγειλε για τον γάμο' },
  ],
  ['Η Μαρία τηλεφώνησε για την απόδειξη', { kind: 'call', direction: 'in', summary: 'Η Μαρία τηλεφώνησε για την απόδειξη' }],
  ['έστειλα email με την προσφορά', { kind: 'email', direction: 'out', summary: 'με την προσφορά' }],
  ['ήρθε στο μαγαζί, πήρε 2 κιλά', { kind: 'visit', direction: 'in', summary: 'πήρε 2 κιλά' }],
  ['συνάντηση 1 ώρα, συζητήσαμε για τα γραφεία', { kind: 'meeting', direction: 'out', minutes: 60, summary: 'συζητήσαμε για τα γραφεία' }],
  ['μήνυμα: χρόνια πολλά', { kind: 'message', direction: 'out', summary: 'χρόνια πολλά' }],
  ['μας έγραψε, θέλει αλλαγή', { kind: 'message', direction: 'in', summary: 'θέλει αλλαγή' }],
  ['έστειλα κάρτα', { kind: 'letter', direction: 'out' }],
  ['σημείωση: αλλεργία στους ξηρούς καρπούς', { kind: 'note', direction: 'out', summary: 'αλλεργία στους ξηρούς καρπούς' }],
  ['δεν απάντησε', { ...call, reached: false }],
  ['θέλει να τον πάρω σε 10 λεπτά', { summary: 'θέλει να τον πάρω σε 10 λεπτά' }],
];

const persian: readonly Said[] = [
  ['تماس ۱۰ دقیقه، صبح‌ها را ترجیح می‌دهد :۴', { ...call, minutes: 10, pulse: 4, summary: 'صبح‌ها را ترجیح می‌دهد' }],
  ['زنگ زدم، جواب نداد', { ...call, reached: false }],
  ['زنگ زد نیم ساعت، برای عروسی سفارش داد', { kind: 'call', direction: 'in', minutes: 30, summary: 'برای عروسی سفارش داد' }],
  ['تماس گرفتم ۵ دقیقه. از قهوه راضی است :5', { ...call, minutes: 5, pulse: 5, summary: 'از قهوه راضی است' }],
  ['به مریم زنگ زدم، جواب نداد', { ...call, reached: false, summary: 'به مریم زنگ زدم' }],
  ['مریم زنگ زد، قیمت خواست', { kind: 'call', direction: 'in', summary: 'مریم زنگ زد، قیمت خواست' }],
  ['ایمیل زدم، قیمت‌ها را فرستادم', { kind: 'email', direction: 'out', summary: 'قیمت‌ها را فرستادم' }],
  ['پيام داد، رسید می‌خواهد', { kind: 'message', direction: 'in', summary: 'رسید می‌خواهد' }],
  ['آمد مغازه، دو کیلو برد', { kind: 'visit', direction: 'in', summary: 'دو کیلو برد' }],
  ['جلسه ۱ ساعت', { kind: 'meeting', direction: 'out', minutes: 60 }],
  ['هدیه دادم', { kind: 'gift', direction: 'out' }],
  ['یادداشت: به گردو حساسیت دارد', { kind: 'note', direction: 'out', summary: 'به گردو حساسیت دارد' }],
];

const serbian: readonly Said[] = [
  ['zvao 12 min, više voli jutro :4', { ...call, minutes: 12, pulse: 4, summary: 'više voli jutro' }],
  ['звала 5 минута, не јавља се', { ...call, minutes: 5, reached: false }],
  ['nazvala sam, nije se javio', { ...call, reached: false }],
  ['javila se pola sata, traži ponudu', { kind: 'call', direction: 'in', minutes: 30, summary: 'traži ponudu' }],
  ['svratio, kupio kilo kafe', { kind: 'visit', direction: 'in', summary: 'kupio kilo kafe' }],
  ['poslala sam mejl, cenovnik', { kind: 'email', direction: 'out', summary: 'cenovnik' }],
  ['sastanak 1 sat', { kind: 'meeting', direction: 'out', minutes: 60 }],
  ['poruka: srećna slava', { kind: 'message', direction: 'out', summary: 'srećna slava' }],
  ['pisala nam, hoće zamenu', { kind: 'message', direction: 'in', summary: 'hoće zamenu' }],
  ['napomena: alergičan na orahe', { kind: 'note', direction: 'out', summary: 'alergičan na orahe' }],
];

const bulgarian: readonly Said[] = [
  ['обадих се 12 мин, предпочита сутрин :4', { ...call, minutes: 12, pulse: 4, summary: 'предпочита сутрин' }],
  ['звъннах, не вдигна', { ...call, reached: false }],
  ['обади се половин час, иска оферта', { kind: 'call', direction: 'in', minutes: 30, summary: 'иска оферта' }],
  ['дойде в магазина, взе два пакета', { kind: 'visit', direction: 'in', summary: 'взе два пакета' }],
  ['пратих имейл, ценоразпис', { kind: 'email', direction: 'out', summary: 'ценоразпис' }],
  ['среща 1 час', { kind: 'meeting', direction: 'out', minutes: 60 }],
  ['писа ни, иска замяна', { kind: 'message', direction: 'in', summary: 'иска замяна' }],
  ['бележка: алергична към ядки', { kind: 'note', direction: 'out', summary: 'алергична към ядки' }],
];

const armenian: readonly Said[] = [
  ['զանգեցի 12 րոպե, նախընտրում է առավոտները :4', { ...call, minutes: 12, pulse: 4, summary: 'նախընտրում է առավոտները' }],
  ['զանգեցի, չպատասխանեց', { ...call, reached: false }],
  ['զանգեց կես ժամ, գին ուզեց', { kind: 'call', direction: 'in', minutes: 30, summary: 'գին ուզեց' }],
  ['եկավ խանութ, երկու տուփ գնեց', { kind: 'visit', direction: 'in', summary: 'երկու տուփ գնեց' }],
  ['հանդիպում 1 ժամ', { kind: 'meeting', direction: 'out', minutes: 60 }],
  ['գրեց, փոխարինում է ուզում', { kind: 'message', direction: 'in', summary: 'փոխարինում է ուզում' }],
  ['նշում: ընկույզից ալերգիա ունի', { kind: 'note', direction: 'out', summary: 'ընկույզից ալերգիա ունի' }],
];

describe.each([
  ['English', english],
  ['Greek', greek],
  ['Serbian', serbian],
  ['Bulgarian', bulgarian],
  ['Persian', persian],
  ['Armenian', armenian],
])('a line in %s', (_, lines) => {
  test.each(lines)('%s', (line, said) => expect(readQuickEntry(line)).toEqual({ ...nothing, ...said }));
});

test('the customer need not be named in their own timeline', () => {
  expect(readQuickEntry('called Maria 12 min, prefers mornings', ['Maria Georgiou'])).toEqual({
    ...nothing,
    ...call,
    minutes: 12,
    summary: 'prefers mornings',
  });
  expect(readQuickEntry('τηλέφωνο Μαρία 5 λεπτά', ['Μαρία Γεωργίου'])).toEqual({ ...nothing, ...call, minutes: 5 });
});

test.each([
  ['called Maria 12 min, prefers mornings', 'Maria'],
  ['called Maria Georgiou, no answer', 'Maria Georgiou'],
  ['Maria called about beans', 'Maria'],
  ['email from Maria: wants an invoice', 'Maria'],
  ['called Mr Petrovic about the late parcel', 'Petrovic'],
  ['called about the late parcel', undefined],
  ['called her, prefers mornings', undefined],
  ['Maria: allergic to nuts', 'Maria'],
  ['prefers mornings', undefined],
  ['τηλεφώνησα στη Μαρία 12 λεπτά, προτιμά πρωινά', 'Μαρία'],
  ['Η Μαρία τηλεφώνησε για την απόδειξη', 'Μαρία'],
  ['μίλησα με τον κ. Γεωργίου', 'Γεωργίου'],
  ['razgovarala sa Petrom 10 min, zadovoljan', 'Petrom'],
  ['Ђорђе је звао, пита за цену', 'Ђорђе'],
  ['обадих се на Мария 12 мин', 'Мария'],
  ['به مریم زنگ زدم، جواب نداد', 'مریم'],
  ['خانم یوسفی زنگ زد، قیمت خواست', 'یوسفی'],
  ['զանգեցի Նարեին 10 րոպե', 'Նարեին'],
  ['խոսեցի Արմենի հետ, գոհ է', 'Արմենի'],
])('of %j it happened with %s', (line, name) => expect(nameInQuickEntry(line)).toBe(name));

test('with the customer named, what says so is no part of the summary, in whatever order', () => {
  const summary = (line: string, name: string) => readQuickEntry(line, [name]).summary;
  expect(summary('Maria called about beans', 'Maria')).toBe('about beans');
  expect(summary('به مریم زنگ زدم، جواب نداد', 'مریم')).toBe('');
  expect(summary('τηλεφώνησα στη Μαρία 12 λεπτά, προτιμά πρωινά', 'Μαρία')).toBe('προτιμά πρωινά');
});

test('whatever is typed, nothing that was not understood is lost from the summary', () => {
  const word = fc.constantFrom('called', '12', 'min', 'zebra', 'δεν', 'απάντησε', 'تماس', '۱۰', 'دقیقه', ',', '.', ':4', 'quince', '😀');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const { summary } = readQuickEntry(words.join(' '));
      for (const unknown of words.filter((one) => ['zebra', 'quince', '😀'].includes(one))) expect(summary).toContain(unknown);
    }),
  );
});

test('any text at all is read without an accident, and reading the summary again loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (line) => {
      const entry = readQuickEntry(line);
      expect(entry.minutes ?? 1).toBeGreaterThanOrEqual(1);
      expect(entry.summary.length).toBeLessThanOrEqual(line.normalize('NFC').length);
    }),
  );
});
