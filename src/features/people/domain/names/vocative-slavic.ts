import { inSerbianScript } from './serbian-script.ts';
import { scriptOf } from './script.ts';

/**
 * The Serbian vocative of a given name as people say it today: Марко, Иване, Петре, Милоше, Предраже, Милице; Марија and Ана stay as they
 * are, and so does every name on whose vocative people differ. In the script that the name is written in.
 */
export function serbianVocative(given: string): string {
  if (scriptOf(given) === 'Latn') {
    const cyrillic = inSerbianScript(given, 'Cyrl');
    return scriptOf(cyrillic) === 'Cyrl' ? inSerbianScript(serbianVocative(cyrillic), 'Latn') : given;
  }
  const lower = given.toLowerCase();
  if (given === given.toUpperCase()) return given;
  const special = serbianSpecial[lower];
  if (special !== undefined) return given.charAt(0) + special.slice(1);
  if (/.{3}ица$/u.test(lower)) return `${given.slice(0, -1)}е`;
  if (lower.endsWith('драг')) return `${given.slice(0, -1)}же`;
  return /(ан|мир|слав|рад|дар|бор|ош)$/u.test(lower) && !womenWithConsonant.has(lower) ? `${given}е` : given;
}

/** The Serbian vocative of a man's family name: Петровићу. Others stay as they are, and women's always do. */
export function serbianVocativeOfFamily(family: string): string {
  if (family.endsWith('ић')) return `${family}у`;
  return family.endsWith('ić') ? `${family}u` : family;
}

/**
 * The Bulgarian vocative of a man's given name as people say it today: Иване, Петре, Стояне. Names in a vowel or in й, г, к, х and the like
 * stay as they are, and so do women's names, whose old vocative in -о sounds rude.
 */
export function bulgarianVocative(given: string): string {
  const lower = given.toLowerCase();
  if (given === given.toUpperCase()) return given;
  if (lower === 'павел') return `${given.slice(0, -2)}ле`;
  if (/[тднпбв]ър$/u.test(lower)) return `${given.slice(0, -2)}ре`;
  return /[бвдзлмнпрстф]$/u.test(lower) ? `${given}е` : given;
}

const serbianSpecial: Readonly<Record<string, string>> = {
  петар: 'петре',
  александар: 'александре',
  лазар: 'лазаре',
  борис: 'борисе',
  виктор: 'викторе',
  филип: 'филипе',
  давид: 'давиде',
  данијел: 'данијеле',
  данило: 'данило',
  михаило: 'михаило',
  мартин: 'мартине',
  константин: 'константине',
  симеон: 'симеоне',
  јаков: 'јакове',
  јосиф: 'јосифе',
  игор: 'игоре',
  ненад: 'ненаде',
  вук: 'вуче',
  новак: 'новаче',
};

const womenWithConsonant: ReadonlySet<string> = new Set(['вивијан', 'лилијан', 'сузан', 'џоан', 'меган', 'морган', 'жаклан']);
