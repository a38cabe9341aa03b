import { latinOfSerbian } from '#kit/domain/serbian-scripts.ts';
import { exceptionStems, foreignWord } from './serbian-exceptions.ts';

/** The two scripts of Serbian. */
export type SerbianScript = 'Cyrl' | 'Latn';

/**
 * Serbian text in the script asked for. The two scripts say the same, letter by letter, but for words whose nj, lj or dž are two letters
 * (konjunktura, injekcija, nadživeti). E-mail addresses, links, words with foreign letters or digits and Roman numerals stay as they are.
 */
export function inSerbianScript(text: string, script: SerbianScript): string {
  return text.replaceAll(/\S+/g, (word) => {
    if (isAddress(word)) return word;
    return script === 'Latn' ? word.replaceAll(cyrillicWord, toLatin) : word.replaceAll(latinWord, toCyrillic);
  });
}

function isAddress(word: string): boolean {
  // A dot in the middle of small letters is a place in the net, unless the letters are those of a legal form: d.o.o.
  return /[@\\#_<>{}]|:\/\/|^www\./i.test(word) || (/[a-z0-9-]{2,}\.[a-z]{2,}/i.test(word) && !word.endsWith('.'));
}

function toLatin(word: string): string {
  if (/[^абвгдђежзијклљмнњопрстћуфхцчџш]/iu.test(word)) return word;
  const isShouted = word.length > 1 && word === word.toUpperCase();
  return Array.from(word, (letter) => {
    const latin = latinOfSerbian[letter.toLowerCase()] ?? letter;
    if (letter === letter.toLowerCase()) return latin;
    return isShouted ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  }).join('');
}

function toCyrillic(word: string): string {
  const composed = word.normalize('NFC');
  if (foreignWord.test(composed) || isRomanNumeral(word)) return word;
  const apart = exceptionStems.exec(composed);
  // Between two letters that only look like one there is a place that the pairs below do not reach across.
  const marked = apart ? composed.slice(0, apart.index) + setApart(apart[0]) + composed.slice(apart.index + apart[0].length) : composed;
  return marked
    .replaceAll(/lj|nj|dž|ǉ|ǌ|ǆ/gi, (pair) => withCaseOf(pair, cyrillicPairs[pair.toLowerCase()] ?? pair))
    .replaceAll(/[a-zčćđšž]/gi, (letter) => withCaseOf(letter, cyrillicOf[letter.toLowerCase()] ?? letter))
    .replaceAll(boundary, '');
}

function setApart(stem: string): string {
  return stem.replace(/([ndl])([jž])/i, `$1${boundary}$2`);
}

function withCaseOf(latin: string, cyrillic: string): string {
  const first = latin.charAt(0);
  return first === first.toLowerCase() ? cyrillic : cyrillic.toUpperCase();
}

function isRomanNumeral(word: string): boolean {
  return word.length > 1 && /^X{0,3}(IX|IV|V?I{0,3})$/.test(word);
}

const boundary = '\u2060';
const cyrillicWord = /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*/gu;
const latinWord = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}]*/gu;

const cyrillicPairs: Readonly<Record<string, string>> = { lj: 'љ', nj: 'њ', dž: 'џ', ǉ: 'љ', ǌ: 'њ', ǆ: 'џ' };
const cyrillicOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(latinOfSerbian).flatMap(([cyrillic, latin]) => (latin.length === 1 ? [[latin, cyrillic]] : [])),
);
