import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreOfOrganization, readOrganization } from '../index.ts';

test.each([
  ['„Зора“ ООД', 'Зора', 'ООД'],
  ['ЗОРА ЕООД', 'ЗОРА', 'ЕООД'],
  ['Зора E.O.O.D.', 'Зора', 'E.O.O.D.'],
  ['ЕТ „Иван Петров“', 'Иван Петров', 'ЕТ'],
  ['Булгартабак АД', 'Булгартабак', 'АД'],
  ['«Άρτος» Α.Ε.', 'Άρτος', 'Α.Ε.'],
  ['Άρτος Α. Ε.', 'Άρτος', 'Α. Ε.'],
  ['ΑΡΤΟΣ ΕΠΕ', 'ΑΡΤΟΣ', 'ΕΠΕ'],
  ['Φωλιά Ι.Κ.Ε.', 'Φωλιά', 'Ι.Κ.Ε.'],
  ['Παππάς & ΣΙΑ Ο.Ε.', 'Παππάς & ΣΙΑ', 'Ο.Ε.'],
  ['ΑΒ Βασιλόπουλος Μονοπρόσωπη ΑΕ', 'ΑΒ Βασιλόπουλος', 'Μονοπρόσωπη ΑΕ'],
  ['Папир д.о.о.', 'Папир', 'д.о.о.'],
  ['Papir doo', 'Papir', 'doo'],
  ['Имлек а.д.', 'Имлек', 'а.д.'],
  ['СЗТР „Јела“', 'Јела', 'СЗТР'],
  ['«Արարատ» ՍՊԸ', 'Արարատ', 'ՍՊԸ'],
  ['ՓԲԸ Արարատ', 'Արարատ', 'ՓԲԸ'],
  ['شرکت آرمان (سهامی خاص)', 'آرمان', 'شرکت سهامی خاص'],
  ['شركت آرمان', 'آرمان', 'شركت'],
  ['ООО «Ромашка»', 'Ромашка', 'ООО'],
  ['Smith & Co. Ltd.', 'Smith', 'Co. Ltd.'],
  ['Müller GmbH & Co. KG', 'Müller', 'GmbH & Co. KG'],
  ['Foo, Inc.', 'Foo', 'Inc.'],
  ['Foo Sp. z o.o.', 'Foo', 'Sp. z o.o.'],
])('%s is called %s, and its form is %s', (name, core, form) => {
  expect(readOrganization(name)).toEqual({ core, form });
});

test.each(['ad astra', 'Άρτος', 'Hotel Zora', 'Ltd', 'Ανώνυμη Εταιρεία', 'ΑΕ', 'As You Like It', 'Папир д.о.о. Београд'])(
  'nothing is taken off %s',
  (name) => expect(readOrganization(name)).toEqual({ core: name, form: null }),
);

test('a form that was put beside a name leaves the name, however it is written', () => {
  const forms = ['ООД', 'О.О.Д.', 'Α.Ε.', 'ΑΕ', 'д.о.о.', 'DOO', 'ՍՊԸ', 'Ltd.', 'GmbH', '(سهامی خاص)'];
  const names = ['Зора', 'Άρτος', 'Јела и синови', 'Արարատ', 'آرمان', 'North & South'];
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.constantFrom(...names), fc.constantFrom('', '„“', '«»', '""'), (form, name, quotes) => {
      expect(coreOfOrganization(`${quotes.charAt(0)}${name}${quotes.charAt(1)} ${form}`)).toBe(name);
    }),
  );
});

test('whatever an organization is called, something of it is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(coreOfOrganization(name)).not.toBe('');
    }),
  );
});
