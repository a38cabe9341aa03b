import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { english } from './english.ts';
import type { Grammar } from './grammar.ts';
import { greek } from './greek.ts';
import { persian } from './persian.ts';
import { serbian } from './serbian.ts';

/** Small words that only one of the two languages in Latin has. */
const englishWords =
  /(?<![\p{L}'])(?:the|to|will|you|your|and|for|of|is|are|we|we'll|i'll|by|on|at|with|her|him|it|she|he|they|let|me|this|that|back|be|has|have|an?)(?![\p{L}])/giu;
const serbianWords =
  /(?<!\p{L})(?:je|da|se|ću|cu|ćemo|cemo|će|ce|sam|smo|su|vam|vas|joj|mu|im|ga|za|na|do|od|sa|u|ne|li|što|sto|koji|kod|pa|ali|ako|nam|nas|iz|po|bi)(?!\p{L})/giu;

/** The languages in which a text may be written: those of its scripts, told apart by letters and small words where two share a script. */
export function grammarsOf(text: string): readonly Grammar[] {
  const plain = text.replaceAll('’', "'");
  const found: Grammar[] = [greek, persian, armenian].filter(({ script }) => script.test(plain));
  if (/\p{Script=Cyrillic}/u.test(plain)) {
    const [isSerbian, isBulgarian] = [/[ђјљњћџ]/iu.test(plain), /[ъщьюяй]/iu.test(plain)];
    found.push(...(isSerbian === isBulgarian ? [serbian, bulgarian] : [isSerbian ? serbian : bulgarian]));
  }
  if (/\p{Script=Latin}/u.test(plain)) {
    const [isEnglish, isSerbian] = [count(plain, englishWords), count(plain, serbianWords) + 3 * count(plain, /[čćšžđ]/giu)];
    found.push(...(isEnglish === isSerbian ? [english, serbian] : [isEnglish > isSerbian ? english : serbian]));
  }
  return found;
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
