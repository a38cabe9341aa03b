import type { Name } from '../name.ts';

export type Script = 'Latn' | 'Grek' | 'Cyrl' | 'Armn' | 'Arab';

/** The script that a text begins in; undefined for numbers, and for scripts that none of our six languages is written in. */
export function scriptOf(text: string): Script | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter === undefined ? undefined : scripts.find(([, pattern]) => pattern.test(letter))?.[0];
}

/** The script that a language is written in: `sr` is Cyrillic, `sr-Latn` is not. */
export function scriptOfLanguage(language: string): string | undefined {
  const known = maximized.get(language);
  if (known !== undefined) return known;
  const script = likelyScript(language);
  if (script !== undefined) maximized.set(language, script);
  return script;
}

/** A language tag without its script and region. */
export function baseOf(language: string): string {
  return (/^[a-z]+/i.exec(language)?.[0] ?? language).toLowerCase();
}

/**
 * The language that a name is in, as far as it can be told: the customer's own where it is written in this script, or else the only one of our
 * languages that is. Cyrillic is told apart by letters that one language has alone.
 */
export function languageOfName(name: Pick<Name, 'name' | 'language'>): string | undefined {
  const script = scriptOf(name.name);
  const own = name.language ?? undefined;
  // A Greek who writes the name in Latin letters is a Greek all the same; one who writes it in Armenian ones is not.
  if (own !== undefined && (script === undefined || script === 'Latn' || canBeIn(own, script))) return own;
  return script === undefined ? undefined : languageByLetters(name.name, script);
}

/** Serbian, and the languages beside it whose Latin letters go together as in Serbian. */
export function isSerboCroatian(language: string | undefined): boolean {
  return language !== undefined && ['sr', 'hr', 'bs', 'cnr', 'sh'].includes(baseOf(language));
}

function canBeIn(language: string, script: Script): boolean {
  return scriptOfLanguage(language) === script || (isSerboCroatian(language) && script === 'Cyrl');
}

function languageByLetters(text: string, script: Script): string | undefined {
  if (script === 'Grek') return 'el';
  if (script === 'Armn') return 'hy';
  if (script === 'Arab') return 'fa';
  if (script === 'Latn') return /[đćĐĆ]/.test(text) ? 'sr-Latn' : undefined;
  const letters = text.toLowerCase();
  if (/[ђћ]/.test(letters)) return 'sr';
  if (/[їєґ]/.test(letters)) return 'uk';
  if (/[ыэё]/.test(letters)) return 'ru';
  // Russian has this letter too, but not between two consonants.
  return /[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]/.test(letters) ? 'bg' : undefined;
}

function likelyScript(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}

const maximized = new Map<string, string>();

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Arab', /\p{Script=Arabic}/u],
];
