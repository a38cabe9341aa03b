import type { Choice } from '#kit/web/choice.ts';

/** Encodings by which files still leave tills and offices, with the script they write (ISO 15924) where they are made for one. */
const encodings: readonly (readonly [name: string, script?: string])[] = [
  ['utf-8'],
  ['windows-1253', 'Grek'],
  ['iso-8859-7', 'Grek'],
  ['cp737', 'Grek'],
  ['windows-1251', 'Cyrl'],
  ['iso-8859-5', 'Cyrl'],
  ['cp866', 'Cyrl'],
  ['koi8-r', 'Cyrl'],
  ['windows-1250', 'Latn'],
  ['windows-1252', 'Latn'],
  ['windows-1254', 'Latn'],
  ['iso-8859-2', 'Latn'],
  ['iso-8859-15', 'Latn'],
  ['cp852', 'Latn'],
  ['windows-1256', 'Arab'],
  ['iso-8859-6', 'Arab'],
  ['armscii8', 'Armn'],
  ['utf-16le'],
  ['utf-16be'],
];

/** The encodings to choose from, named for people; `present` is among them whatever it is. */
export function encodingChoices(present: string, locale: string): Choice[] {
  const scripts = new Intl.DisplayNames(locale, { type: 'script' });
  const known = encodings.some(([name]) => name === present) ? encodings : [...encodings, [present] as const];
  return known.map(([id, script]) => ({ id, text: script === undefined ? id : `${id} · ${scripts.of(script) ?? script}` }));
}
