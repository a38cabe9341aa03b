import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatName, fullName, initials, nameInLine, shownName, sortName, wholeName, type Name } from '../index.ts';

const person = (language: string | null, given: string, family: string, more: Partial<Name> = {}): Name => ({
  kind: 'person',
  name: [given, more.patronymic, family].filter(Boolean).join(' '),
  language,
  given,
  family,
  ...more,
});

describe('a name by CLDR', () => {
  const ada = { prefix: 'Prof. Dr.', given: 'Ada Cornelia', patronymic: 'Eva Sara', family: 'Wolf', suffix: 'MBA', nickname: 'Neele' };
  test.each([
    ['en', 'long', 'referring', 'formal', 'Prof. Dr. Ada Cornelia Eva Sara Wolf, MBA'],
    ['en', 'medium', 'referring', 'formal', 'Ada Cornelia E.S. Wolf, MBA'],
    ['en', 'short', 'referring', 'formal', 'A.C.E.S. Wolf'],
    ['en', 'short', 'referring', 'informal', 'Neele W.'],
    ['en', 'long', 'addressing', 'formal', 'Prof. Dr. Wolf'],
    ['en', 'long', 'addressing', 'informal', 'Neele'],
    ['en', 'long', 'monogram', 'formal', 'AEW'],
    ['de', 'long', 'referring', 'formal', 'Prof. Dr. Ada Cornelia Eva Sara Wolf MBA'],
  ] as const)('in %s, %s %s %s, is %s', (language, length, usage, formality, expected) => {
    expect(formatName(ada, language, language, { length, usage, formality })).toBe(expected);
  });

  test('is put together by the rules of the reader where the script is theirs, and by its own where it is not', () => {
    const aram = { given: 'Արամ', family: 'Հակոբյան', suffix: 'բ.գ.դ.' };
    const format = { length: 'long', usage: 'referring', formality: 'formal' } as const;
    expect(formatName(aram, 'hy', 'en', format)).toBe('բ.գ.դ. Արամ Հակոբյան');
    expect(formatName({ given: 'Aram', family: 'Hakobyan', suffix: 'PhD' }, 'hy', 'en', format)).toBe('Aram Hakobyan, PhD');
    expect(formatName({ given: '太郎', family: '山田' }, 'ja', 'el', format)).toBe('山田 太郎');
  });

  test('leaves no trace of parts that nobody told', () => {
    const format = { length: 'long', usage: 'referring', formality: 'formal' } as const;
    expect(formatName({ given: 'Ana', family: 'Ilić', suffix: 'MBA' }, 'en', 'en', format)).toBe('Ana Ilić, MBA');
    expect(formatName({ family: 'Ilić' }, 'en', 'en', format)).toBe('Ilić');
    expect(formatName({ given: 'Ana' }, 'en', 'en', { ...format, usage: 'addressing' })).toBe('Ana');
    expect(formatName({ prefix: 'Dr' }, 'en', 'en', format)).toBe('');
  });

  test('never holds a double space or ends with a mark, whatever parts are told', () => {
    const part = fc.option(fc.constantFrom('Ana', 'Ana Maria', 'Γιώργος', 'علی'), { nil: null });
    fc.assert(
      fc.property(
        fc.record({ prefix: part, given: part, patronymic: part, family: part, suffix: part }),
        fc.constantFrom('en', 'el', 'sr', 'bg', 'fa', 'hy', 'ru', 'de'),
        fc.constantFrom('givenFirst' as const, 'surnameFirst' as const, 'sorting' as const),
        (parts, language, order) => {
          const text = formatName(parts, language, undefined, { length: 'long', usage: 'referring', formality: 'formal', order });
          expect(text).not.toMatch(/\s\s|^[\s,،—]|[\s,،—]$|\s[,،]/u);
          for (const told of [parts.given, parts.family]) if (told) expect(text).toContain(told);
        },
      ),
    );
  });
});

describe('a list', () => {
  test.each([
    [person('el', 'Μαρία', 'Γεωργίου'), 'Γεωργίου, Μαρία'],
    [person('bg', 'Иван', 'Петров', { patronymic: 'Георгиев' }), 'Петров, Иван Георгиев'],
    [person('hy', 'Արամ', 'Հակոբյան'), 'Հակոբյան Արամ'],
    [person('fa', 'علی', 'یوسفی'), 'یوسفی، علی'],
    [person('sr-Latn', 'Ljubica', 'Njegoš', { prefix: 'dr' }), 'Njegoš, Ljubica'],
    [{ kind: 'person', name: 'Petrović Marko' }, 'Petrović, Marko'],
    [{ kind: 'person', name: 'Μαρία Παπαδοπούλου' }, 'Παπαδοπούλου, Μαρία'],
    [{ kind: 'person', name: 'Mary Ann Smith' }, 'Mary Ann Smith'],
    [{ kind: 'person', name: '17850' }, '17850'],
    [{ kind: 'person', name: '***' }, '***'],
    [{ kind: 'organization', name: '«Άρτος» Α.Ε.' }, 'Άρτος'],
    [{ kind: 'organization', name: 'ЕТ „Зора“' }, 'Зора'],
    [{ kind: 'organization', name: 'شرکت آرمان' }, 'آرمان'],
  ] as const)('has %j under %s', (name, expected) => expect(sortName(name)).toBe(expected));
});

describe('initials', () => {
  test.each([
    [person('el', 'Μαρία', 'Γεωργίου'), 'ΜΓ'],
    [person('el', 'Άννα', 'Ήρα'), 'ΑΗ'],
    [person('el', 'Ντίνα', 'Μπαλή'), 'ΝτΜπ'],
    [person('sr-Latn', 'Ljubica', 'Njegoš'), 'LjNj'],
    [person('en', 'Ljuba', 'Njoroge'), 'LN'],
    [person('sr', 'Љубица', 'Његош'), 'ЉЊ'],
    [person('bg', 'Джордж', 'Иванов'), 'ДжИ'],
    [person('hy', 'Ուրիշ', 'Ադամյան'), 'ՈւԱ'],
    [person('fa', 'علی', 'یوسفی'), 'ع\u200cی'],
    [person('ja', '太郎', '山田'), '山太'],
    [{ kind: 'person', name: 'Παπαδοπούλου, Μαρία' }, 'ΠΜ'],
    [{ kind: 'person', name: '17850' }, '1'],
    [{ kind: 'person', name: '—' }, ''],
    [{ kind: 'organization', name: 'ξενοδοχείο «Άγκυρα» Α.Ε.' }, 'ΞΑ'],
    [{ kind: 'organization', name: 'ЕТ „Зора“' }, 'З'],
  ] as const)('of %j are %s', (name, expected) => expect(initials(name)).toBe(expected));
});

describe('a name is shown', () => {
  const djordje = person('sr', 'Ђорђе', 'Петровић');
  test.each([
    ['sr-Latn', 'Đorđe Petrović'],
    ['sr', 'Ђорђе Петровић'],
    ['bg', 'Ђорђе Петровић'],
    ['el', 'Ђорђе Петровић (Đorđe Petrović)'],
    ['fa', 'Ђорђе Петровић (Đorđe Petrović)'],
  ])('to who reads %s as %s', (reader, expected) => expect(nameInLine(djordje, reader)).toBe(expected));

  test('in Cyrillic for who reads it, but not where a letter has lost its mark', () => {
    expect(nameInLine(person('sr-Latn', 'Đorđe', 'Petrović'), 'sr-Cyrl')).toBe('Ђорђе Петровић');
    expect(nameInLine(person('sr-Latn', 'Djordje', 'Petrovic'), 'sr-Cyrl')).toBe('Djordje Petrovic');
    expect(nameInLine(person('de', 'Uwe', 'Lang'), 'sr-Cyrl')).toBe('Uwe Lang');
  });

  test('in the script of Serbian that somebody wants, whatever else they read', () => {
    const inScript = (name: Name, script: 'Latn' | 'Cyrl') => shownName(name, 'el-GR-u-ca-gregory-nu-latn', undefined, script);
    const latin = person('sr', 'Đorđe', 'Petrović');
    expect(inScript(djordje, 'Latn')).toEqual({ text: 'Đorđe Petrović', language: 'sr-Latn', beside: null });
    expect(inScript(djordje, 'Cyrl')).toEqual({ text: 'Ђорђе Петровић', language: 'sr-Cyrl', beside: null });
    expect(inScript(latin, 'Cyrl')).toEqual({ text: 'Ђорђе Петровић', language: 'sr-Cyrl', beside: null });
    expect(inScript(person('sr', 'Djordje', 'Petrovic'), 'Cyrl').text).toBe('Djordje Petrovic');
    expect(inScript(person('bg', 'Иван', 'Петров', { latinName: 'Ivan Petrov' }), 'Latn')).toMatchObject({
      text: 'Иван Петров',
      beside: { text: 'Ivan Petrov' },
    });
    expect(inScript(person('en', 'Ann', 'Lee'), 'Cyrl').text).toBe('Ann Lee');
  });

  test('with the Latin spelling that somebody wrote, and none where nobody did', () => {
    const maria = person('el', 'Μαρία', 'Γεωργίου', { latinName: 'Maria Georgiou' });
    expect(nameInLine(maria, 'en')).toBe('Μαρία Γεωργίου (Maria Georgiou)');
    expect(nameInLine(maria, 'el')).toBe('Μαρία Γεωργίου');
    expect(nameInLine({ ...maria, latinName: null }, 'en')).toBe('Μαρία Γεωργίου');
  });

  test('with titles at the head of a page, unless somebody wrote the whole name otherwise', () => {
    expect(fullName(person('en', 'Ana', 'Ilić', { prefix: 'Dr', suffix: 'MBA' }), 'en')).toBe('Dr Ana Ilić, MBA');
    expect(fullName(person('en', 'Ana', 'Ilić', { prefix: 'Dr', name: 'Ana of the bakery' }), 'en')).toBe('Ana of the bakery');
    expect(shownName(djordje, 'sr-Latn', fullName({ ...djordje, prefix: 'др' }, 'sr-Latn'))).toEqual({
      text: 'dr Đorđe Petrović',
      language: 'sr-Latn',
      beside: null,
    });
  });
});

test('the whole name follows from the parts, in the order of the language', () => {
  expect(wholeName({ given: 'Иван', patronymic: 'Петров', family: 'Стоянов' }, 'bg')).toBe('Иван Петров Стоянов');
  expect(wholeName({ given: '太郎', family: '山田' }, 'ja')).toBe('山田 太郎');
  expect(wholeName({ prefix: 'Dr' }, 'en')).toBeNull();
});
