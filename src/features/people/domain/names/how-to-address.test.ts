import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { howToAddress, knownGender, type ToAddress } from '../index.ts';

const person = (language: string | null, given: string | null, family: string | null, more: Partial<ToAddress> = {}): ToAddress => ({
  kind: 'person',
  name: [given, more.patronymic, family].filter(Boolean).join(' '),
  language,
  given,
  family,
  ...more,
});
const familiar = { formality: 'familiar' } as const;
const said = (customer: ToAddress) => {
  const { spoken, greeting } = howToAddress(customer, 'en');
  return [spoken, greeting];
};
const grounds = (customer: ToAddress) => howToAddress(customer, 'en').grounds;

describe('in Greek', () => {
  test.each([
    [person('el', 'Γιώργος', 'Παπαδόπουλος'), 'κύριε Παπαδόπουλε', 'Αγαπητέ κύριε Παπαδόπουλε'],
    [person('el', 'Ελένη', 'Παπαδοπούλου'), 'κυρία Παπαδοπούλου', 'Αγαπητή κυρία Παπαδοπούλου'],
    [person('el', 'Μαρία', 'Γεωργίου'), 'Μαρία Γεωργίου', 'Χαίρετε κ. Γεωργίου'],
    [person('el', 'Μαρία', 'Γεωργίου', { prefix: 'κα' }), 'κυρία Γεωργίου', 'Αγαπητή κυρία Γεωργίου'],
    [person('el', 'Κώστας', 'Παππάς'), 'κύριε Παππά', 'Αγαπητέ κύριε Παππά'],
    [person('el', 'Νίκος', 'Γραμματικός', { prefix: 'Δρ' }), 'Δρ Γραμματικέ', 'Αγαπητέ Δρ Γραμματικέ'],
    [person('el', 'Γιώργος', 'Παπαδόπουλος', familiar), 'Γιώργο', 'Αγαπητέ Γιώργο'],
    [person('el', 'Νίκος', 'Γεωργίου', familiar), 'Νίκο', 'Γεια σου Νίκο'],
    [person('el', 'Μαρία', 'Γεωργίου', familiar), 'Μαρία', 'Γεια σου Μαρία'],
    [person('el', 'Κωνσταντίνος', 'Γεωργίου', { ...familiar, nickname: 'Ντίνος' }), 'Ντίνο', 'Γεια σου Ντίνο'],
    [person('el', 'Արամ', 'Հակոբյան', { latinName: 'Aram Hakobyan' }), 'Aram Hakobyan', 'Χαίρετε κ. Hakobyan'],
  ])('%j', (customer, spoken, greeting) => expect(said(customer)).toEqual([spoken, greeting]));

  test.each([
    ['Αλέξανδρος', 'Αλέξανδρε'],
    ['Νικόλαος', 'Νικόλαε'],
    ['Κωνσταντίνος', 'Κωνσταντίνε'],
    ['Μαρίνος', 'Μαρίνο'],
    ['Παύλος', 'Παύλο'],
    ['Στέλιος', 'Στέλιο'],
    ['Σωτήριος', 'Σωτήριε'],
    ['Ματθαίος', 'Ματθαίε'],
    ['Αντώνης', 'Αντώνη'],
    ['Περικλής', 'Περικλή'],
    ['Ηλίας', 'Ηλία'],
    ['Λουκάς', 'Λουκά'],
    ['ΝΙΚΟΣ', 'ΝΙΚΟ'],
    ['ΑΛΕΞΑΝΔΡΟΣ', 'ΑΛΕΞΑΝΔΡΟΣ'],
    ['Τόμας', 'Τόμας'],
    ['Άρτεμις', 'Άρτεμις'],
    ['Ιωάννα-Μαρία', 'Ιωάννα-Μαρία'],
    ['Παναγιώτης-Μάριος', 'Παναγιώτη-Μάριε'],
  ])('%s is called %s', (given, called) => expect(howToAddress(person('el', given, 'Γεωργίου', familiar), 'en').spoken).toBe(called));
});

describe('in Serbian, in the script of the customer', () => {
  test.each([
    [person('sr', 'Марко', 'Петровић', { prefix: 'г.' }), 'господине Петровићу', 'Поштовани господине Петровићу'],
    [person('sr-Latn', 'Марко', 'Петровић', { prefix: 'g-din' }), 'gospodine Petroviću', 'Poštovani gospodine Petroviću'],
    [person('sr-Latn', 'Ana', 'Petrović', { prefix: 'gđa' }), 'gospođo Petrović', 'Poštovana gospođo Petrović'],
    [person('sr', 'Ана', 'Петровић'), 'Ана Петровић', 'Поштовани'],
    [person('sr', 'Марко', 'Петровић', familiar), 'Марко', 'Здраво, Марко'],
    [person('sr', 'Марко', 'Петровић', { ...familiar, prefix: 'г.' }), 'Марко', 'Драги Марко'],
  ])('%j', (customer, spoken, greeting) => expect(said(customer)).toEqual([spoken, greeting]));

  test.each([
    ['Петар', 'Петре'],
    ['Иван', 'Иване'],
    ['Милош', 'Милоше'],
    ['Предраг', 'Предраже'],
    ['Александар', 'Александре'],
    ['Милица', 'Милице'],
    ['Марија', 'Марија'],
    ['Ђорђе', 'Ђорђе'],
    ['Никола', 'Никола'],
    ['Сузан', 'Сузан'],
    ['Andrej', 'Andrej'],
    ['Zoran', 'Zorane'],
    ['Walter', 'Walter'],
  ])('%s is called %s', (given, called) => expect(howToAddress(person('sr', given, 'Илић', familiar), 'en').spoken).toBe(called));
});

describe('in Bulgarian', () => {
  test.each([
    [person('bg', 'Иван', 'Петров'), 'господин Петров', 'Уважаеми господин Петров'],
    [person('bg', 'Мария', 'Петрова', { patronymic: 'Иванова' }), 'госпожо Петрова', 'Уважаема госпожо Петрова'],
    [person('bg', 'Мария', 'Петрова', { prefix: 'д-р' }), 'д-р Петрова', 'Уважаема д-р Петрова'],
    [person('bg', 'Ники', 'Смит'), 'Ники Смит', 'Здравейте, Ники Смит'],
    [person('bg', 'Иван', 'Петров', familiar), 'Иване', 'Здравей, Иване'],
    [person('bg', 'Петър', 'Петров', familiar), 'Петре', 'Здравей, Петре'],
    [person('bg', 'Николай', 'Петров', familiar), 'Николай', 'Здравей, Николай'],
    [person('bg', 'Мария', 'Петрова', familiar), 'Мария', 'Здравей, Мария'],
    [person('bg', 'Елизабет', 'Петрова', familiar), 'Елизабет', 'Здравей, Елизабет'],
    [person('bg', 'Иван', 'Смит', familiar), 'Иван', 'Здравей, Иван'],
  ])('%j', (customer, spoken, greeting) => expect(said(customer)).toEqual([spoken, greeting]));
});

describe('in Persian, Armenian, Russian and English', () => {
  test.each([
    [person('fa', 'علی', 'یوسفی'), 'علی یوسفی', 'علی یوسفی گرامی'],
    [person('fa', 'علی', 'یوسفی', { prefix: 'آقای دکتر' }), 'آقای دکتر یوسفی', 'جناب آقای دکتر یوسفی گرامی'],
    [person('fa', 'مریم', 'پارسا', { prefix: 'خانم' }), 'خانم پارسا', 'سرکار خانم پارسای گرامی'],
    [person('fa', 'علی', 'یوسفی', familiar), 'علی', 'علی عزیز'],
    [person('fa', 'سارا', 'یوسفی', familiar), 'سارا', 'سارای عزیز'],
    [person('hy', 'Արամ', 'Հակոբյան'), 'Արամ Հակոբյան', 'Հարգելի՛ Արամ Հակոբյան'],
    [person('hy', 'Արամ', 'Հակոբյան', { prefix: 'պրն' }), 'պարոն Հակոբյան', 'Հարգելի՛ պարոն Հակոբյան'],
    [person('hy', 'Անի', 'Հակոբյան', { prefix: 'տիկին' }), 'տիկին Հակոբյան', 'Հարգելի՛ տիկին Հակոբյան'],
    [person('hy', 'Անի', 'Հակոբյան', familiar), 'Անի', 'Սիրելի՛ Անի'],
    [person('ru', 'Иван', 'Тургенев', { patronymic: 'Сергеевич' }), 'Иван Сергеевич', 'Уважаемый Иван Сергеевич'],
    [person('ru', 'Анна', 'Петренко', { patronymic: 'Сергеевна' }), 'Анна Сергеевна', 'Уважаемая Анна Сергеевна'],
    [person('en', 'Maria', 'Georgiou'), 'Maria Georgiou', 'Dear Maria Georgiou'],
    [person('en', 'Maria', 'Georgiou', { prefix: 'Mrs' }), 'Ms Georgiou', 'Dear Ms Georgiou'],
    [person('en', 'Maria', 'Georgiou', { prefix: 'Dr.' }), 'Dr. Georgiou', 'Dear Dr. Georgiou'],
    [person('en', 'Μαρία', 'Γεωργίου', { ...familiar, latinName: 'Maria Georgiou' }), 'Maria', 'Dear Maria'],
    [person('de', 'Uwe', 'Lang'), 'Uwe Lang', 'Dear Uwe Lang'],
  ])('%j', (customer, spoken, greeting) => expect(said(customer)).toEqual([spoken, greeting]));
});

test('the language is that of the name where nobody told the customer’s, or else that of the business', () => {
  expect(howToAddress({ kind: 'person', name: 'Παπαδοπούλου, Ελένη' }, 'bg')).toMatchObject({
    language: 'el',
    spoken: 'κυρία Παπαδοπούλου',
  });
  expect(howToAddress({ kind: 'person', name: 'Petrović Marko' }, 'el')).toMatchObject({ language: 'sr-Latn', spoken: 'Marko Petrović' });
  expect(howToAddress({ kind: 'person', name: 'Uwe Lang' }, 'bg').greeting).toBe('Здравейте, Uwe Lang');
});

test('an organization, and somebody whose name nobody told, is greeted without a name', () => {
  expect(said({ kind: 'organization', name: 'Άρτος Α.Ε.', language: 'el' })).toEqual(['Άρτος Α.Ε.', 'Αξιότιμες κυρίες, αξιότιμοι κύριοι']);
  for (const language of ['en', 'el', 'sr', 'sr-Latn', 'bg', 'fa', 'hy', 'ru']) {
    expect(howToAddress({ kind: 'person', name: '17850', language }, 'en').greeting).not.toContain('17850');
    expect(howToAddress({ kind: 'organization', name: 'Zora', language }, 'en').greeting).not.toContain('Zora');
  }
});

describe('the grounds', () => {
  test('name the vocative and what says the gender', () => {
    expect(grounds(person('el', 'Γιώργος', 'Παπαδόπουλος'))).toEqual([
      { code: 'vocative', values: { name: 'Παπαδόπουλος', form: 'Παπαδόπουλε' } },
      { code: 'gender_family', values: { of: 'Παπαδόπουλος', gender: 'male' } },
    ]);
  });

  test('say that it is not known, that somebody wrote it, that a name was taken apart, or that it could not be', () => {
    const codes = (customer: ToAddress) => grounds(customer).map(({ code }) => code);
    expect(codes(person('sr', 'Ана', 'Петровић'))).toEqual(['gender_unknown']);
    expect(codes(person('el', 'Μαρία', 'Γεωργίου', { greeting: 'Μαράκι μου' }))).toEqual(['written']);
    expect(codes({ kind: 'person', name: 'Παπαδοπούλου, Ελένη' })).toEqual(['gender_family', 'split']);
    expect(codes({ kind: 'person', name: 'Mary Ann Smith', language: 'en' })).toEqual(['whole_name']);
    expect(codes(person('ru', 'Анна', 'Петренко', { patronymic: 'Сергеевна' }))).toEqual(['patronymic', 'gender_patronymic']);
    expect(codes(person('en', 'Ana', 'Ilić', { ...familiar, nickname: 'Anči' }))).toEqual(['nickname']);
  });

  test('a greeting that somebody wrote wins', () => {
    expect(howToAddress(person('el', 'Μαρία', 'Γεωργίου', { greeting: 'Μαράκι μου' }), 'el').greeting).toBe('Μαράκι μου');
  });
});

describe('whether a woman or a man is addressed', () => {
  test.each([
    [person('el', 'Μαρία', 'Γεωργίου'), undefined],
    [person('el', 'Μαρία', 'Κάλλας'), undefined],
    [person('el', 'Άννα', 'Γεωργίου', { prefix: 'κ.' }), undefined],
    [person('bg', 'Ивайла', 'Смит', { patronymic: 'Петрова' }), 'female'],
    [person('bg', 'Иван', 'Петрова', { patronymic: 'Петров' }), undefined],
    [person('bg', 'Мария', 'Петрова', { prefix: 'г-н' }), 'male'],
    [person('en', 'Ivan', 'Petrov'), undefined],
    [person('sr', 'Марко', 'Петровић'), undefined],
    [person('hy', 'Անի', 'Հակոբյան'), undefined],
    [person('fa', 'مریم', 'احمدی'), undefined],
    [{ kind: 'organization', name: 'Петрова', language: 'bg' } as const, undefined],
  ])('%j', (customer, gender) => expect(knownGender(customer)?.gender).toBe(gender));
});

test('everybody is addressed somehow, on any terms and in any language', () => {
  const part = fc.option(fc.constantFrom('Μαρία', 'Γιώργος', 'Petrović', 'Иван', 'Петрова', 'Արամ', 'علی', 'Dr', 'X'), { nil: null });
  fc.assert(
    fc.property(
      fc.record({ prefix: part, given: part, patronymic: part, family: part, nickname: part, latinName: part }),
      fc.constantFrom(null, 'en', 'el', 'sr', 'sr-Latn', 'bg', 'fa', 'hy', 'ru', 'de', 'x'),
      fc.constantFrom('formal' as const, 'familiar' as const),
      (parts, language, formality) => {
        const name = [parts.given, parts.family].filter(Boolean).join(' ') || '17';
        const { spoken, greeting, grounds: why } = howToAddress({ kind: 'person', name, ...parts, language, formality }, 'en');
        for (const text of [spoken, greeting]) expect(text).not.toMatch(/undefined|null|\s\s|^\s|\s$/u);
        expect(greeting).not.toBe('');
        for (const ground of why) expect(Object.values(ground.values)).not.toContain('');
      },
    ),
  );
});
