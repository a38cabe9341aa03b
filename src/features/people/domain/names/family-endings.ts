import { baseOf, isSerboCroatian } from './script.ts';

/**
 * Whether a word can only be a family name in a language, by its ending. Given names with such an ending are known by name, and where one
 * cannot tell the answer is no.
 */
export function isFamilyName(word: string, language: string | undefined): boolean {
  const bare = word.toLowerCase().normalize('NFC');
  if (isSerboCroatian(language) || /[ćћ]$/.test(bare)) return /.{2}(ić|ић)$/.test(bare);
  const rule = language === undefined ? undefined : rules[baseOf(language)];
  return rule !== undefined && rule.ending.test(bare) && !rule.given.has(bare.normalize('NFD').replaceAll(/\p{M}/gu, ''));
}

/** A Russian or Ukrainian patronymic, which nobody mistakes for anything else: a daughter's always, a son's beside a family name. */
export function isPatronymic(word: string): boolean {
  if (!/[ачАЧ]$/.test(word)) return false;
  return (
    /.{2}(овна|евна|івна|ївна|инична|ович|евич|йович)$/iu.test(word) ||
    /^(ильинична|лукинична|кузьминична|фоминична|ильич|лукич|кузьмич|фомич)$/iu.test(word)
  );
}

type Rule = { readonly ending: RegExp; readonly given: ReadonlySet<string> };

const names = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

const rules: Readonly<Record<string, Rule>> = {
  el: {
    ending: /.{2}([οό]πουλος|[ιί]δης|[αά]δης|.[αά]κης|.[αά]κη|ου)$/u,
    given: names(
      'αριστειδης ευριπιδης αλκιβιαδης μιλτιαδης ευρυβιαδης θουκυδιδης σιμωνιδης μιχαλακης κωστακης γιωργακης δημητρακης αντωνακης γιαννακης',
      'νικολακης μανωλακης βασιλακης πετρακης σταυρακης χρηστακης σπυρακης λευτερακης θανασακης παυλακης στεφανακης ραλλου ραλου λουλου μαριγου',
    ),
  },
  bg: {
    ending: /.{3}([ое]в|[ое]ва|ски|ска)$/u,
    given: names('иаков яков франческа ванеска'),
  },
  hy: { ending: /.{2}(յան|յանց|եան|yan|yants)$/u, given: names('bryan ryan ռայան բրայան') },
  fa: {
    ending: /.{2}(زاده|پور|نژاد|وند|فرد|اوغلی)$/u,
    given: names('شاپور شاهپور'),
  },
};
