import anyAscii from 'any-ascii';

/**
 * A word in Latin letters, the way people of that language spell it themselves; where they spell it in more than one
 * way, the commonest first. What any-ascii does letter by letter is put right where a language reads letters together.
 */
export function transliterate(word: string): readonly string[] {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return [lower];
  if (/\p{Script=Greek}/u.test(lower)) return greek(lower);
  if (/\p{Script=Cyrillic}/u.test(lower)) return [ascii(replaceLetters(lower, cyrillicLetters))];
  if (/\p{Script=Armenian}/u.test(lower)) return armenian(lower);
  if (/\p{Script=Arabic}/u.test(lower)) return [ascii(normalizePersian(lower))];
  return [ascii(lower)];
}

export function isArabicScript(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** Arabic keyboards and Persian ones write the same letters with different characters. */
export function normalizePersian(text: string): string {
  return replaceLetters(text.normalize('NFKC').replace(/[\p{M}\u0640]/gu, ''), persianLetters);
}

/** The digits of any script as 0 to 9, among whatever else the text says. */
export function latinDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/g, (letter) => (/\p{Nd}/u.test(letter) ? anyAscii(letter) : letter));
}

function ascii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

// The table of ELOT 743, which is what passports carry.
function greek(word: string): readonly string[] {
  const plain = word.normalize('NFD').replace(/[\u0300-\u0307\u0309-\u036f]/g, '');
  const latin = plain
    .replace(/ου(?!\u0308)/g, 'ou')
    .replace(
      /([αεη])υ(?!\u0308)(.?)/g,
      (_, vowel: string, next: string) => `${vowel}${next !== '' && 'αεηιουωβγδζλμνρ'.includes(next) ? 'v' : 'f'}${next}`,
    )
    .replace(/γ(?=[γξχ])/g, 'n')
    .replace(/^μπ/, 'b')
    .replace(/[\p{Script=Greek}]/gu, (letter) => greekLetters[letter] ?? letter);
  const passport = ascii(latin);
  // Hardly anybody named Χάρης writes Charis.
  return plain.includes('χ') ? [passport, passport.replaceAll('ch', 'h')] : [passport];
}

function armenian(word: string): readonly string[] {
  const together = word
    .replaceAll('ու', 'u')
    .replaceAll('և', 'ev')
    .replace(/^ո(?!վ)/, 'vo');
  const latin = ascii(together);
  return together.startsWith('ե') ? [latin, `y${latin}`] : [latin];
}

function replaceLetters(text: string, letters: Readonly<Record<string, string>>): string {
  return Array.from(text, (letter) => letters[letter] ?? letter).join('');
}

const greekLetters: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

// Serbian and Bulgarian readings, where any-ascii has the Russian ones.
const cyrillicLetters: Readonly<Record<string, string>> = { х: 'h', щ: 'sht', ъ: 'a', ь: 'y', ђ: 'dj', ћ: 'c', џ: 'dz', ј: 'j' };

const persianLetters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ء: '',
};
