import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitName, wholeName } from '../index.ts';

const parts = (whole: string, language?: string) => {
  const split = splitName(whole, language);
  return split && [split.prefix, split.given, split.patronymic, split.family];
};

describe('a name is taken apart where its own words say the parts', () => {
  test.each([
    ['Παπαδοπούλου, Μαρία', undefined, [null, 'Μαρία', null, 'Παπαδοπούλου']],
    ['Μαρία Παπαδοπούλου', undefined, [null, 'Μαρία', null, 'Παπαδοπούλου']],
    ['Παπαδοπούλου Μαρία', undefined, [null, 'Μαρία', null, 'Παπαδοπούλου']],
    ['Μαρία Γεωργίου', undefined, [null, 'Μαρία', null, 'Γεωργίου']],
    ['ΓΕΩΡΓΙΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ', undefined, [null, 'ΓΕΩΡΓΙΟΣ', null, 'ΠΑΠΑΔΟΠΟΥΛΟΣ']],
    ['Δρ Ελένη Καραγιαννίδου', undefined, ['Δρ', 'Ελένη', null, 'Καραγιαννίδου']],
    ['κ. Παπαδόπουλος', undefined, ['κ.', null, null, 'Παπαδόπουλος']],
    ['Марко Петровић', undefined, [null, 'Марко', null, 'Петровић']],
    ['Petrović Marko', undefined, [null, 'Marko', null, 'Petrović']],
    ['Ana Marija Petrović', undefined, [null, 'Ana Marija', null, 'Petrović']],
    ['Jelena Petrović Marković', undefined, [null, 'Jelena', null, 'Petrović Marković']],
    ['Jelena Petrović-Marković', undefined, [null, 'Jelena', null, 'Petrović-Marković']],
    ['Мария Иванова Петрова', 'bg', [null, 'Мария', 'Иванова', 'Петрова']],
    ['Иван Петров', 'bg', [null, 'Иван', null, 'Петров']],
    ['Петрова, Мария Иванова', 'bg', [null, 'Мария', 'Иванова', 'Петрова']],
    ['г-жа Мария Иванова Петрова', 'bg', ['г-жа', 'Мария', 'Иванова', 'Петрова']],
    ['Иван Сергеевич Тургенев', undefined, [null, 'Иван', 'Сергеевич', 'Тургенев']],
    ['Тургенев Иван Сергеевич', undefined, [null, 'Иван', 'Сергеевич', 'Тургенев']],
    ['Анна Сергеевна', undefined, [null, 'Анна', 'Сергеевна', null]],
    ['Արամ Հակոբյան', undefined, [null, 'Արամ', null, 'Հակոբյան']],
    ['Հակոբյան Արամ Սարգսի', undefined, [null, 'Արամ', 'Սարգսի', 'Հակոբյան']],
    ['Aram Hakobyan', 'hy', [null, 'Aram', null, 'Hakobyan']],
    ['یوسفی، علی', undefined, [null, 'علی', null, 'یوسفی']],
    ['رضا حسین‌زاده', undefined, [null, 'رضا', null, 'حسین‌زاده']],
    ['دکتر رضا حسین‌زاده', undefined, ['دکتر', 'رضا', null, 'حسین‌زاده']],
    ['van der Berg, Jan', undefined, [null, 'Jan', null, 'van der Berg']],
  ] as const)('%s', (whole, language, expected) => expect(parts(whole, language)).toEqual(expected));
});

describe('a name that could be otherwise stays whole', () => {
  test.each([
    ['Νίκος Δήμος', undefined],
    ['Παναγιώτης Αριστείδης', undefined],
    ['Μαρία Γεωργίου Παπαδοπούλου', undefined],
    ['Μαρία και Νίκος Παπαδόπουλος', undefined],
    ['Роман Абрамович', undefined],
    ['Светлана Алексиевич', undefined],
    ['Мария Петрова', undefined],
    ['Петров Иванов', 'bg'],
    ['Мария Иванов Петрова', 'bg'],
    ['Иван Христо Петров', 'bg'],
    ['Марко П. Петровић', undefined],
    ['Aram Hakobyan', undefined],
    ['Bryan Adams', 'hy'],
    ['علی یوسفی', undefined],
    ['محمد علی یوسفی', undefined],
    ['Mary Ann Smith', 'en'],
    ['Maria Georgiou, MBA', undefined],
    ['Μαρία Παππά, Αθήνα', undefined],
    ['Άρτος Α.Ε.', undefined],
    ['„Зора“ ООД', 'bg'],
    ['Μαρία', undefined],
    ['17850', undefined],
    ['Front desk (nights)', undefined],
    ['', undefined],
  ])('%s', (whole, language) => expect(splitName(whole, language)).toBeNull());
});

test('nothing of a name is lost or added when it is taken apart', () => {
  const word = fc.constantFrom(
    'Μαρία',
    'Παπαδοπούλου',
    'Γεωργίου',
    'Marko',
    'Petrović',
    'Иванова',
    'Мария',
    'Сергеевна',
    'Արամ',
    'Հակոբյան',
    'Սարգսի',
    'علی',
    'حسین‌زاده',
    'Dr',
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(undefined, 'el', 'sr', 'bg', 'hy', 'fa'),
      (words, language) => {
        const split = splitName(words.join(' '), language);
        const kept = split && [split.prefix, split.given, split.patronymic, split.family].flatMap((part) => part?.split(' ') ?? []);
        if (kept) expect(kept.toSorted()).toEqual(words.toSorted());
      },
    ),
  );
});

test('whatever is typed, taking it apart does no harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(() => splitName(text)).not.toThrow();
    }),
  );
});

test('what came family first is put together in the order in which people say it', () => {
  expect(wholeName(splitName('Παπαδοπούλου, Μαρία') ?? {}, 'el')).toBe('Μαρία Παπαδοπούλου');
  expect(wholeName(splitName('Тургенев Иван Сергеевич') ?? {}, 'ru')).toBe('Иван Сергеевич Тургенев');
});
