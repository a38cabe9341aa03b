import { isFamilyName, isPatronymic } from './family-endings.ts';
import { genderOfFamily } from './gender.ts';
import { readOrganization } from './organization-form.ts';
import { baseOf, isSerboCroatian, languageOfName } from './script.ts';
import { takeTitles } from './titles.ts';

/** The parts of a name that came whole, and what told them apart. */
export type NameSplit = {
  readonly prefix: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
  readonly by: 'comma' | 'patronymic' | 'family';
};

/**
 * Takes a person's whole name apart where its own words say which part is which: a comma (Παπαδοπούλου, Μαρία), a patronymic
 * (Иван Сергеевич Тургенев), or an ending that only family names of the language have (Petrović Marko, Արամ Հակոբյան). Null wherever it
 * could be otherwise; such a name stays whole. `language` is the person's own where it is known.
 */
export function splitName(whole: string, language?: string | null): NameSplit | null {
  const { prefix, rest } = takeTitles(whole);
  // A full stop after one letter is an initial; what else is no letter makes it an organization, a couple, or a note.
  if (rest.length > 120 || /[^\p{L}\p{M}\s,،'’.\u200c-]/u.test(rest)) return null;
  if (/\s(και|and|и|i|و|և|ու)\s/iu.test(rest) || readOrganization(rest).form !== null) return null;
  const own = languageOfName({ name: rest, language });
  const parts = /[,،]/.test(rest) ? splitAtComma(rest, own) : splitByWords(rest.split(/\s+/), own);
  if (parts) return { prefix, ...parts };
  // A title says that what follows it alone is the family name.
  return prefix !== null && isFamilyName(rest, own) ? { prefix, given: null, patronymic: null, family: rest, by: 'family' } : null;
}

type Parts = Omit<NameSplit, 'prefix'>;

function splitAtComma(rest: string, language: string | undefined): Parts | null {
  const [family = '', after = '', ...more] = rest.split(/\s*[,،]\s*/);
  const [familyWords, words] = [family.split(/\s+/), after.split(/\s+/)];
  if (more.length > 0 || family === '' || after === '' || words.length > 3 || credentials.test(after)) return null;
  const isWholeName = familyWords.length > 1 && !particles.test(family) && !familyWords.every((word) => isFamilyName(word, language));
  if (isWholeName) return null;
  const last = words.at(-1) ?? '';
  const hasPatronymic = words.length > 1 && (isPatronymic(last) || isPatronymicBeside(last, family, language));
  const given = (hasPatronymic ? words.slice(0, -1) : words).join(' ');
  return { given, patronymic: hasPatronymic ? last : null, family, by: 'comma' };
}

function splitByWords(words: readonly string[], language: string | undefined): Parts | null {
  const [first = '', second = '', third] = words;
  if (words.length < 2 || words.length > 4) return null;
  return splitByPatronymic(words, language) ?? (third === undefined ? splitTwo(first, second, language) : splitMore(words, language));
}

function splitByPatronymic(words: readonly string[], language: string | undefined): Parts | null {
  const [first = '', second = '', third] = words;
  const by = 'patronymic';
  if (words.length > 3 || isPatronymic(first) || (language !== undefined && isSerboCroatian(language))) return null;
  const isDaughters = (word: string) => isPatronymic(word) && word.toLowerCase().endsWith('а');
  // A son's patronymic alone is also a family name: Роман Абрамович.
  if (third === undefined) return isDaughters(second) ? { given: first, patronymic: second, family: null, by } : null;
  if (isPatronymic(second)) return { given: first, patronymic: second, family: third, by };
  const endsFamilyFirst = isDaughters(third) || (isPatronymic(third) && genderOfFamily(first, 'ru') === 'male');
  return endsFamilyFirst ? { given: second, patronymic: third, family: first, by } : null;
}

function splitTwo(first: string, second: string, language: string | undefined): Parts | null {
  const [isFirst, isSecond] = [isFamilyName(first, language), isFamilyName(second, language)];
  if (isFirst === isSecond || isInitial(first) || isInitial(second)) return null;
  const [given, family] = isFirst ? [second, first] : [first, second];
  return { given, patronymic: null, family, by: 'family' };
}

function splitMore(words: readonly string[], language: string | undefined): Parts | null {
  if (words.some(isInitial)) return null;
  const [first = '', second = '', third = ''] = words;
  const marks = words.map((word) => isFamilyName(word, language));
  const base = language === undefined ? undefined : baseOf(language);
  if (base === 'bg') {
    const isSiblings =
      words.length === 3 && marks.join() === 'false,true,true' && genderOfFamily(second, base) === genderOfFamily(third, base);
    return isSiblings ? { given: first, patronymic: second, family: third, by: 'patronymic' } : null;
  }
  if (base === 'hy' && words.length === 3) {
    if (marks.join() === 'false,false,true' && isArmenianPatronymic(second))
      return { given: first, patronymic: second, family: third, by: 'patronymic' };
    if (marks.join() === 'true,false,false' && isArmenianPatronymic(third))
      return { given: second, patronymic: third, family: first, by: 'patronymic' };
  }
  // Two given names, two family names: only where nothing but a family name ends so.
  if (!marks.some((isFamily, index) => isFamily && isCertain(words[index] ?? ''))) return null;
  const from = marks.indexOf(true);
  const until = marks.lastIndexOf(true) + 1;
  if (marks.slice(from, until).includes(false) || until - from === words.length || (from > 0 && until < words.length)) return null;
  const given = [...words.slice(0, from), ...words.slice(until)].join(' ');
  return { given, patronymic: null, family: words.slice(from, until).join(' '), by: 'family' };
}

/** In Bulgarian a patronymic looks like the family name beside it. */
function isPatronymicBeside(word: string, family: string, language: string | undefined): boolean {
  const base = language === undefined ? undefined : baseOf(language);
  if (base === 'hy') return isArmenianPatronymic(word);
  return base === 'bg' && isFamilyName(word, base) && genderOfFamily(word, base) === genderOfFamily(family, base);
}

// The father's name in the genitive; the short ones are women's names: Անի, Մարի.
function isArmenianPatronymic(word: string): boolean {
  return word.length > 4 && word.endsWith('ի');
}

function isInitial(word: string): boolean {
  return word.length < 2 || word.endsWith('.');
}

function isCertain(word: string): boolean {
  return /(ić|ић|յան|յանց)$/iu.test(word);
}

const credentials = /^(jr|sr|ii|iii|iv|md|mba|phd|ph\.d|msc|bsc|esq|cpa|dds|dr|δρ|др|д-р|դոկտոր)\.?$/iu;
const particles = /^(van|von|de|da|del|della|di|la|le|der|den|ter|ten|dos|du|al|el|bin|ibn|ван|фон|де|βαν|φον|ντε|ال)\s/iu;
