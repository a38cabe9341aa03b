/** The beginning of a month's name, in the languages of our shops and of the programs they use, to its number. */
const gregorian: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ιαν: 1,
  γεν: 1,
  φεβ: 2,
  φλε: 2,
  μαρ: 3,
  απρ: 4,
  μαι: 5,
  ιουν: 6,
  ιουλ: 7,
  αυγ: 8,
  σεπ: 9,
  οκτ: 10,
  νοε: 11,
  δεκ: 12,
  maj: 5,
  avg: 8,
  okt: 10,
  dek: 12,
  јан: 1,
  феб: 2,
  мар: 3,
  апр: 4,
  мај: 5,
  јун: 6,
  јул: 7,
  авг: 8,
  сеп: 9,
  окт: 10,
  нов: 11,
  дец: 12,
  яну: 1,
  фев: 2,
  май: 5,
  маи: 5,
  юни: 6,
  юли: 7,
  ное: 11,
  дек: 12,
  ژانویه: 1,
  فوریه: 2,
  مارس: 3,
  آوریل: 4,
  اوریل: 4,
  مه: 5,
  می: 5,
  ژوئن: 6,
  ژوین: 6,
  ژوئیه: 7,
  جولای: 7,
  اوت: 8,
  آگوست: 8,
  سپتامبر: 9,
  اکتبر: 10,
  نوامبر: 11,
  دسامبر: 12,
  հուն: 1,
  փետ: 2,
  մար: 3,
  ապր: 4,
  մայ: 5,
  հունիս: 6,
  հուլ: 7,
  օգո: 8,
  սեպ: 9,
  հոկ: 10,
  նոյ: 11,
  դեկ: 12,
};

const persian: Readonly<Record<string, number>> = {
  فروردین: 1,
  اردیبهشت: 2,
  خرداد: 3,
  تیر: 4,
  مرداد: 5,
  امرداد: 5,
  شهریور: 6,
  مهر: 7,
  آبان: 8,
  ابان: 8,
  آذر: 9,
  اذر: 9,
  دی: 10,
  بهمن: 11,
  اسفند: 12,
};

export type Month = { readonly number: number; readonly calendar: 'gregorian' | 'persian' };

/** The month that a word names, by its full name or a customary short form; undefined for any other word. */
export function monthNamed(word: string): Month | undefined {
  const name = word
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  const solar = Object.hasOwn(persian, name) ? persian[name] : undefined;
  if (solar !== undefined) return { number: solar, calendar: 'persian' };
  // Longest first, so that հունիս (June) is not taken for հունվար (January).
  for (let length = Math.min(name.length, 8); length >= 2; length--) {
    const number = known(name.slice(0, length));
    if (number !== undefined && (length === name.length || length >= 3)) return { number, calendar: 'gregorian' };
  }
  return undefined;
}

function known(name: string): number | undefined {
  return Object.hasOwn(gregorian, name) ? gregorian[name] : undefined;
}
