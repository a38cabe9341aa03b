import { normalizePersian } from './transliterate.ts';

/**
 * What is left of a name when everything is taken away that Persian script does not write, or that people spell as they
 * like: the consonants, and an `a` where the name begins with a vowel. یوسفی, Yousefi and Yusefi all leave `ysf`.
 * A و may be a vowel or a v, and only the ear knows: a word with one leaves both readings.
 */
export function consonantsOfPersian(word: string): readonly string[] {
  const letters = normalizePersian(word);
  const read = (withV: boolean) =>
    squeeze(
      Array.from(letters, (letter, index) => {
        if (index === 0 && 'اعی'.includes(letter)) return letter === 'ی' && !startsWithVowelYe(letters) ? 'y' : 'a';
        if (letter === 'و') return index === 0 || withV ? 'v' : '';
        if (letter === 'ه' && index === letters.length - 1) return '';
        return persianConsonants[letter] ?? '';
      }).join(''),
    );
  return [...new Set([read(false), read(true)])];
}

/** The same of a word already in Latin letters. */
export function consonantsOfLatin(word: string): string {
  const first = word.charAt(0);
  const rest = word
    .slice(1)
    .replace(/[ou]w(?![aeiou])/g, '')
    .replaceAll('w', 'v')
    .replace(/[aeiouy]/g, '')
    .replace(/h$/, /[aeiou]h$/.test(word) ? '' : 'h');
  const start = /[aeiou]/.test(first) ? 'a' : first === 'w' ? 'v' : first;
  return squeeze(
    (start + rest)
      .replaceAll('gh', 'g')
      .replaceAll('q', 'g')
      .replaceAll('ph', 'f')
      .replaceAll('x', 'ks')
      .replace(/c(?!h)/g, 'k')
      .replaceAll('th', 't'),
  );
}

// ای at the beginning is the vowel of Iman; a lone ی there is the consonant of Yousef.
function startsWithVowelYe(letters: string): boolean {
  return letters.startsWith('ای');
}

function squeeze(text: string): string {
  return text.replace(/([a-z])\1+/g, '$1');
}

const persianConsonants: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  ه: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ر: 'r',
  ژ: 'zh',
  ش: 'sh',
  غ: 'g',
  ق: 'g',
  ف: 'f',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
