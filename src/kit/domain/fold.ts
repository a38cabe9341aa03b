/**
 * The text as it is compared: lower case, without accents, with one way to write each letter, mark and digit. It has as many characters as the
 * text, so that what is found in the one is cut out of the other.
 */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += foldCharacter(text.charAt(index));
  return folded;
}

function foldCharacter(character: string): string {
  const known = sameAs[character];
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0xd800 && code <= 0xdfff) return character;
  return character.normalize('NFD').charAt(0).toLowerCase().charAt(0);
}

const sameAs: Readonly<Record<string, string>> = {
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  آ: 'ا',
  '\u200c': ' ',
  '’': "'",
  '′': "'",
  '´': "'",
  '΄': "'",
  '：': ':',
};
