import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSerbianScript } from '../index.ts';

test.each([
  ['Ђорђе Петровић', 'Đorđe Petrović'],
  ['Љубица Његош', 'Ljubica Njegoš'],
  ['ЉУБАВ И ЏЕП', 'LJUBAV I DŽEP'],
  ['Џорџ', 'Džordž'],
  ['Оџаци, наџак, коњушар, Коњевић, кањон, дињица', 'Odžaci, nadžak, konjušar, Konjević, kanjon, dinjica'],
  ['конјунктура, конјугација, инјекција, дезинјекција, анјон', 'konjunktura, konjugacija, injekcija, dezinjekcija, anjon'],
  ['надживети, надждрелник, одживети, оджалити, поджанр, предживот', 'nadživeti, nadždrelnik, odživeti, odžaliti, podžanr, predživot'],
  ['Танјуг, Инјекције, ванјезички', 'Tanjug, Injekcije, vanjezički'],
  ['Папир д.о.о.', 'Papir d.o.o.'],
])('%s and %s say the same', (cyrillic, latin) => {
  expect(inSerbianScript(cyrillic, 'Latn')).toBe(latin);
  expect(inSerbianScript(latin, 'Cyrl')).toBe(cyrillic);
});

test('what is not Serbian stays as it is', () => {
  expect(inSerbianScript('Piši na ana.nikolic@tend.rs ili www.tend.rs, https://tend.rs/njuške', 'Cyrl')).toBe(
    'Пиши на ana.nikolic@tend.rs или www.tend.rs, https://tend.rs/njuške',
  );
  expect(inSerbianScript('Word, Müller, B2B, XIX i {name}', 'Cyrl')).toBe('Word, Müller, B2B, XIX и {name}');
  expect(inSerbianScript('Щука, объект, Ана', 'Latn')).toBe('Щука, объект, Ana');
  expect(inSerbianScript('Γιώργος علی Արամ 12', 'Cyrl')).toBe('Γιώργος علی Արամ 12');
});

test('a Serbian word comes back from Latin as it was', () => {
  const letters = fc.constantFrom(...'абвгдђежзијклљмнњопрстћуфхцчџш');
  const word = fc
    .string({ unit: letters, minLength: 2, maxLength: 12 })
    // Two letters that Latin reads as one are told apart only in words that are known.
    .filter(
      (one) =>
        !/нј|лј|дж|њекц|њект|ињицир|ињунк|ињури|коњу|коње|тањуг|анјон|^(над|од|под|пред|ван|изван)|^ањо|^(на|о|по|пре)џ|^(из)?вањ/.test(
          one,
        ),
    );
  fc.assert(
    fc.property(word, (one) => {
      expect(inSerbianScript(inSerbianScript(one, 'Latn'), 'Cyrl')).toBe(one);
    }),
  );
  fc.assert(
    fc.property(word, (one) => {
      const name = one.charAt(0).toUpperCase() + one.slice(1);
      expect(inSerbianScript(inSerbianScript(name, 'Latn'), 'Cyrl')).toBe(name);
    }),
  );
});

test('a text in the script asked for stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const latin = inSerbianScript(text, 'Latn');
      expect(inSerbianScript(latin, 'Latn')).toBe(latin);
    }),
  );
});
