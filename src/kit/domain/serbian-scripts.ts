/** Serbian words, parted by `|`, as they are written in Latin, with the same in Cyrillic behind them. */
export function inBothScripts(latin: string): string {
  return `${latin}|${toCyrillic(latin)}`;
}

/** Serbian Latin in Cyrillic, letter by letter; what is no Latin letter stays. */
function toCyrillic(latin: string): string {
  let cyrillic = '';
  for (let at = 0; at < latin.length; at++) {
    const pair = pairs[latin.slice(at, at + 2).toLowerCase()];
    if (pair !== undefined) at++;
    cyrillic += pair ?? letters[latin.charAt(at).toLowerCase()] ?? latin.charAt(at);
  }
  return cyrillic;
}

const pairs: Readonly<Record<string, string>> = { lj: 'љ', nj: 'њ', dž: 'џ' };

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abvgdđežzijklmnoprstćufhcčš', (letter, index) => [letter, Array.from('абвгдђежзијклмнопрстћуфхцчш')[index] ?? letter]),
);

/** The letters of Serbian Cyrillic in those of Latin. */
export const latinOfSerbian: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...letters, ...pairs }).map(([latin, cyrillic]) => [cyrillic, latin]),
);
