import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchName, searchPatterns } from './search-name.ts';

/** What PostgreSQL does with the patterns. */
function finds(typed: string, ...names: string[]): boolean {
  const row = searchName(...names);
  const words = searchPatterns(typed);
  return words.length > 0 && words.every((alternatives) => alternatives.some((pattern) => row.includes(pattern.slice(1, -1))));
}

const spellings: readonly (readonly string[])[] = [
  ['Γεωργίου', 'georgiou', 'Georgiou', 'ΓΕΩΡΓΙΟΥ', 'γεωργιου'],
  ['Ђорђе', 'Đorđe', 'djordje', 'đorđe', 'ђорђе', 'Djordje', 'dorde'],
  ['Հակոբյան', 'hakobyan', 'Hakobyan'],
  ['Ոսկանյան', 'voskanyan'],
  ['Երեմյան', 'yeremyan'],
  ['Գրիգորյան', 'Grigoryan', 'grigorian'],
  ['Հարություն', 'harutyun', 'haroutyun'],
  ['Παύλος', 'pavlos', 'Pavlos'],
  ['Λευτέρης', 'lefteris'],
  ['Ευαγγελία', 'evangelia'],
  ['Μπάμπης', 'Bampis'],
  ['Χάρης', 'charis', 'haris'],
  ['Στέφανος', 'stephanos', 'stefanos'],
  ['Αλέξανδρος', 'alexandros', 'aleksandros'],
  ['Жељко', 'Željko', 'zeljko'],
  ['Цветковић', 'Cvetković', 'cvetkovic'],
  ['Чедомир', 'Čedomir', 'cedomir'],
  ['Џон', 'Džon', 'dzon'],
  ['Бъчваров', 'bachvarov'],
  ['Юлия', 'yulia', 'yuliya'],
  ['Щерев', 'shterev'],
  ['Христо', 'hristo'],
  ['یوسفی', 'يوسفي', 'yousefi', 'yusefi', 'Yoosefi'],
  ['محمد', 'mohammad', 'Mohamad', 'Muhammad'],
  ['علی', 'ali', 'علي'],
  ['فاطمه', 'fatemeh', 'fateme', 'فاطمة'],
  ['قاسمی', 'ghasemi', 'qasemi'],
  ['کاوه', 'kaveh', 'كاوه'],
  ['نوید', 'navid'],
  ['نوروزی', 'nowruzi', 'norouzi'],
  ['علی‌رضا', 'alireza', 'علیرضا'],
  ['امید', 'omid'],
  ['ایمان', 'iman'],
  ['O’Brien', "O'Brien", 'obrien'],
  ['Straße', 'strasse'],
];

describe('a customer is found by any spelling of the name', () => {
  for (const [first = '', ...others] of spellings) {
    test.each([first, ...others])(`%s finds ${first}`, (typed) => expect(finds(typed, first)).toBe(true));
    test.each([first, ...others])(`${first} finds %s`, (written) => expect(finds(first, written)).toBe(true));
  }
});

test('a name is found at every letter while it is being typed', () => {
  const typed = ['georgiou', 'stephanos', 'aleksandros', 'djordje', 'tsvetkovic', 'grigoryan'];
  const named = ['Γεωργίου', 'Στέφανος', 'Αλέξανδρος', 'Ђорђе', 'Цветковић', 'Գրիգորյան'];
  for (const [index, name] of named.entries()) {
    const word = typed[index] ?? '';
    for (let length = 1; length <= word.length; length++)
      expect([word.slice(0, length), finds(word.slice(0, length), name)]).toEqual([word.slice(0, length), true]);
  }
});

test('words may come in any order, and each must be there', () => {
  expect(finds('georgiou maria', 'Μαρία Γεωργίου')).toBe(true);
  expect(finds('mar geo', 'Μαρία Γεωργίου')).toBe(true);
  expect(finds('maria papadopoulou', 'Μαρία Γεωργίου')).toBe(false);
});

test('a customer number is found by its beginning and told apart from its neighbours', () => {
  expect(finds('1785', '17850')).toBe(true);
  expect(finds('17855', '17850')).toBe(false);
  expect(finds('۱۷۸۵۰', '17850')).toBe(true);
});

test('names that only share consonants are told apart within one script', () => {
  expect(finds('maria', 'Omer')).toBe(false);
  expect(finds('georgiou', 'Γρηγορίου')).toBe(false);
  expect(finds('yousefi', 'Asif')).toBe(false);
});

test('nothing to look for finds nothing', () => {
  for (const typed of ['', '  ', '-- %% __', '‮']) expect(searchPatterns(typed)).toEqual([]);
});

test('whatever is typed, a pattern holds nothing that LIKE would read as a command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const pattern of searchPatterns(typed).flat()) expect(pattern.slice(1, -1)).toMatch(/^ [~^]?[a-z0-9]+$/);
    }),
  );
});

test('every name finds itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      if (searchPatterns(name).length > 0) expect(finds(name, name)).toBe(true);
    }),
  );
});
