import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, searchText, type Findable } from './search-text.ts';
import { emailOf, hasDigits, hasEmail, queryOf, readDigits, readTyped } from './typed.ts';

const nobody: Findable = { names: [], otherNames: [], organizations: [], emails: [], phones: [], tags: [], note: null };

test('every kind of thing leaves words of its own, and the other names stand behind those on lists', () => {
  const text = searchText({
    names: ['Ana Petrović'],
    otherNames: ['Anči'],
    organizations: ['Žito'],
    emails: ['a.p@mail.rs'],
    phones: ['+381 64 123'],
    tags: ['VIP'],
    note: 'Early!',
  });
  expect(text).toEqual({
    name: ' ana ^an petrovic ^ptrvk | anci ^ank ',
    rest: '&zito &^zt @a.p@mail.rs @p@mail.rs @mail.rs @rs +381 +816 +164 +641 +412 +123 #vip "earli ',
    digits: '38164123',
  });
  expect(searchText(nobody)).toEqual({ name: '', rest: '', digits: '' });
});

test.each([
  ['0888 123', '888123'],
  ['00359 888', '359888'],
  ['+44 (0)20 7946', '44207946'],
  ['۰۹۱۲', '912'],
  ['٠٩١٢', '912'],
  ['0', '0'],
  ['none', ''],
])('of %s the digits %s are dialled from anywhere', (written, digits) => expect(digitsOf(written)).toBe(digits));

test('any part of a number that is long enough is looked for as one, however it is written', () => {
  expect(readDigits('maria 69 44-12')?.parts).toEqual(['694412']);
  expect(readDigits('0044 12')?.parts).toEqual(['004412', '4412']);
  expect(readDigits('maria 69 44-12')?.others.map(({ latin }) => latin)).toEqual(['maria']);
  for (const typed of ['69', 'maria2000', 'maria', 'a@1.com']) expect([typed, readDigits(typed)]).toEqual([typed, undefined]);
});

test('what can be an address is looked for as one', () => {
  expect(emailOf(' Maria.G@Mail')).toBe('maria.g@mail');
  expect(emailOf('mail.gr')).toBe('mail.gr');
  for (const typed of ['maria', 'maria g', '@mail', '.gr', 'γιωργος.']) expect([typed, emailOf(typed)]).toEqual([typed, undefined]);
});

test('whatever is kept or typed, the words are such as the database takes them', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, texts, texts, fc.string({ unit: 'grapheme' }), (names, emails, phones, tags, note) => {
      const kept = searchText({ ...nobody, names, otherNames: tags, organizations: names, emails, phones, tags, note });
      expect(kept.name).toMatch(/^( ([~^]?[a-z0-9]+|\|))* ?$/);
      expect(kept.rest).toMatch(/^([&#"@+][~^]?[a-z0-9@._+-]+ )*$/);
      expect(kept.digits).toMatch(/^([0-9]+( [0-9]+)*)?$/);
      const query = /^\(?('\$[&#"@+]?[~^]?[a-z0-9@._+-]+'(:\*)?( \| |\)? & \(?|\)?$))+$/;
      const typed = readTyped(note);
      if (typed.length > 0) expect(queryOf(typed, { of: 'anything', earlier: 'whole' })).toMatch(query);
      const email = emailOf(note);
      if (email !== undefined) expect(hasEmail(email)).toMatch(query);
      const number = readDigits(note);
      for (const digits of number?.parts ?? []) expect(hasDigits(digits, number?.others ?? [])).toMatch(query);
    }),
  );
});
