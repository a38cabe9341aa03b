import { formsBefore, organizationForms, shapeOf } from './organization-forms.ts';

/** The name of an organization as people say it, and the legal form that stood beside it, as it was written. */
export type OrganizationName = { readonly core: string; readonly form: string | null };

/**
 * Tells the legal form of an organization from its name, on either side, with or without dots: „Зора“ ООД, ЕТ Зора, Άρτος Α. Ε.,
 * «Արարատ» ՍՊԸ, شرکت آرمان (سهامی خاص). The core has no quotation marks. A name that is nothing but a form stays whole.
 */
export function readOrganization(name: string): OrganizationName {
  let words = name.split(/\s+/).filter((word) => word !== '');
  const forms: string[] = [];
  // Lists of a million names are read by this, and hardly any is an organization's.
  for (let count = looksLikeForm(words.at(-1)) ? 4 : 0; count > 0; count--) {
    const last = words.slice(-count).join(' ');
    if (count >= words.length || !isForm(last, organizationForms)) continue;
    forms.push(last);
    words = words.slice(0, -count);
    count = 5;
  }
  for (let count = looksLikeForm(words[0]) ? 3 : 0; count > 0; count--) {
    const first = words.slice(0, count).join(' ');
    if (count >= words.length || !isForm(first, formsBefore)) continue;
    forms.unshift(first);
    words = words.slice(count);
    break;
  }
  const core = words
    .join(' ')
    .replaceAll(/["„“”«»‟‹›]/g, '')
    .replaceAll(/^[^\p{L}\p{N}]+|[\s,،;&/–—-]+$/gu, '');
  if (!/[\p{L}\p{N}]/u.test(core)) return { core: name, form: null };
  return { core, form: forms.length > 0 ? forms.join(' ').replaceAll(/[(),،]/g, '') : null };
}

/** The name of an organization without its legal form and quotation marks: what it is sorted by and compared by. */
export function coreOfOrganization(name: string): string {
  return readOrganization(name).core;
}

function looksLikeForm(word: string | undefined): boolean {
  if (word === undefined) return false;
  return (
    word.includes('.') || longForms.test(word) || commonForms.test(word) || (word === word.toUpperCase() && word !== word.toLowerCase())
  );
}

// Two or three letters are also words and initials: they are a form only in capitals or with dots.
function isForm(written: string, forms: ReadonlySet<string>): boolean {
  const letters = written.replaceAll(/[^\p{L}&]/gu, '');
  if (letters.length > 24 || !forms.has(shapeOf(written))) return false;
  return letters.length > 3 || written.includes('.') || letters === letters.toUpperCase() || commonForms.test(letters);
}

// So well known that they are recognized in small letters too.
const commonForms = /^(ltd|llc|inc|plc|srl|sas|ооо|доо|doo|ood|оод|ике|επε|ικε)$/iu;
const longForms =
  /^(\(?(شرکت|شركت|سهامی|سهامي|تعاونی)|(خاص|عام|محدود|تضامنی)\)?$|εταιρε?[ιί]α$|μονοπρόσωπη$|limited$|incorporated$|corporation$|company$|preduzetnik$|предузетник$|gmbh$|sarl$|dooel$|дооел$)/iu;
