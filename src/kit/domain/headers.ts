import { latinOfSerbian } from './serbian-scripts.ts';

/** A header as it is compared: small letters, no accents, one form of each letter, words apart by one space. `InvoiceNo` is `invoice no`. */
export function headerForm(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('đ', 'dj')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0655]/g, '')
    .normalize('NFC')
    .replaceAll('й', 'и')
    .replaceAll('ς', 'σ')
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('ة', 'ه')
    .replaceAll('եւ', 'և')
    .replace(/[\u200c\u200d\s_\-./\\:;#№()[\]{}"'«»“”*,&+]+/gu, ' ')
    .trim();
}

/** A Cyrillic header in the Latin letters of Serbian; any other unchanged. */
export function inSerbianLatin(form: string): string {
  return form.replace(/[а-џ]/g, (letter) => plainLatin[letter] ?? letter);
}

const plainLatin: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(latinOfSerbian).map(([cyrillic, latin]) => [cyrillic, headerForm(latin)]),
);

/** The names of a table's columns: its headers, made distinct (`Price`, `Price (2)`), or `#1`, `#2`, ... where it has none. */
export function columnNames(firstRow: readonly string[], header: boolean): string[] {
  const used = new Map<string, number>();
  return firstRow.map((cell, index) => {
    const name = header ? cell.trim().slice(0, 200) : '';
    if (name === '') return `#${index + 1}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
