import { isPatronymic } from './family-endings.ts';
import type { Name } from '../name.ts';
import { baseOf, languageOfName } from './script.ts';
import { readTitles, type Gender } from './titles.ts';

/** How a customer's gender is known: by which part of the name, and what stands there. */
export type KnownGender = { readonly gender: Gender; readonly by: 'prefix' | 'patronymic' | 'family'; readonly of: string };

/**
 * The gender of a person where the name itself says it for certain: a courtesy before it, a patronymic, or a family name that has one form
 * for women and another for men. Never guessed from a given name. Undefined where nothing says it, or where two parts disagree.
 */
export function knownGender(name: Name): KnownGender | undefined {
  if (name.kind !== 'person') return undefined;
  const courtesies = readTitles(name.prefix).flatMap((title) => (title.kind === 'courtesy' && title.gender ? [title.gender] : []));
  const [courtesy] = courtesies;
  if (courtesy !== undefined && name.prefix)
    return courtesies.every((one) => one === courtesy) ? { gender: courtesy, by: 'prefix', of: name.prefix } : undefined;
  const language = languageOfName({ name: name.family ?? name.name, language: name.language });
  const found: KnownGender[] = [];
  for (const by of ['patronymic', 'family'] as const) {
    const of = name[by];
    const gender = of ? (by === 'patronymic' ? genderOfPatronymic(of, language) : genderOfFamily(of, language)) : undefined;
    if (of && gender !== undefined) found.push({ gender, by, of });
  }
  const [first] = found;
  return first && found.every(({ gender }) => gender === first.gender) ? first : undefined;
}

/** The gender that a patronymic says: Сергеевна and Иванова are daughters, Сергеевич and Петров are sons. */
export function genderOfPatronymic(patronymic: string, language: string | undefined): Gender | undefined {
  if (isPatronymic(patronymic)) return patronymic.toLowerCase().endsWith('а') ? 'female' : 'male';
  return genderOfFamily(patronymic, language);
}

/** The gender that a family name says, in the languages where women and men bear different forms of it. */
export function genderOfFamily(family: string, language: string | undefined): Gender | undefined {
  const last = family.split(/[\s-]+/).at(-1) ?? '';
  const endings = language === undefined ? undefined : familyEndings[baseOf(language)];
  if (!endings || last.length < 5) return undefined;
  if (endings.female.test(last)) return 'female';
  return endings.male.test(last) ? 'male' : undefined;
}

// Greek family names in a bare -ου are borne by women and men, and one in -ας by Maria Callas: they say nothing.
const familyEndings: Readonly<Record<string, Readonly<Record<Gender, RegExp>>>> = {
  el: {
    female: /([οό]πο[υύ]λου|[ιί]δου|[αά]δου|[αά]κη|[εέ]λλη)$/iu,
    male: /(ος|ός|ης|ής|άς)$/iu,
  },
  bg: { female: /([оеё]ва|ска|шка|чка)$/iu, male: /([оеё]в|ски|шки|чки)$/iu },
  mk: { female: /([ое]ва|ска)$/iu, male: /([ое]в|ски)$/iu },
  ru: { female: /([оеё]ва|[иы]на|ская|цкая)$/iu, male: /([оеё]в|[иы]н|ский|цкий)$/iu },
  uk: { female: /([оеєі]ва|ська|цька)$/iu, male: /([оеєі]в|ський|цький)$/iu },
};
