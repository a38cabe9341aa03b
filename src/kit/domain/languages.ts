/** The languages Tend speaks so far. Adding one begins here; the compiler and `npm run check` say what else is missing. */
export const languages = ['en', 'el', 'fa'] as const;

export type Language = (typeof languages)[number];

/** Where each is most at home: decides the order of day and month, separators and the first day of the week. */
export const homes: Readonly<Record<Language, string>> = { en: 'en-GB', el: 'el-GR', fa: 'fa-IR' };

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(fa|ar|he|ur)(-|$)/.test(language) ? 'rtl' : 'ltr';
}

/** The first language of an Accept-Language header (or a LANG variable) that Tend speaks; English otherwise. */
export function preferredLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one);
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight) : 1 };
    })
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.map((one) => one.language).find(isLanguage) ?? 'en';
}
