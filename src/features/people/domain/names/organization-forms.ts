// Capitals that look the same in Greek, Cyrillic and Latin are typed for one another, and so are Persian letters on an Arabic keyboard.
const lookalikes = new Map(
  [...'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXАAВBЕEКKМMНHОOРPСCТTХXيیكک'.matchAll(/(.)(.)/gu)].map(([, letter = '', other = '']) => [letter, other]),
);

/** A form without what writers differ in: dots, spaces, brackets, case, accents, and the script of letters that look the same. */
export function shapeOf(written: string): string {
  const letters = written
    .normalize('NFD')
    .replace(/[^\p{L}&]/gu, '')
    .toUpperCase();
  return Array.from(letters, (letter) => lookalikes.get(letter) ?? letter).join('');
}

function shapesOf(...forms: readonly string[]): ReadonlySet<string> {
  return new Set(forms.flatMap((line) => line.split(' ')).map(shapeOf));
}

/**
 * The legal forms of organizations, in the shape that `shapeOf` brings them into: from the company laws of the countries our languages are
 * spoken in, and of those they trade with most.
 */
export const organizationForms = shapesOf(
  // Greece and Cyprus
  'ΑΕ ΑΕΕ ΑΕΒΕ ΑΒΕΕ ΑΒΕ ΑΕΒΤΕ ΑΕΤΕ ΑΤΕ ΑΞΕ ΑΞΤΕ ΑΝΕ ΕΠΕ ΜΕΠΕ ΙΚΕ ΜΙΚΕ ΟΕ ΕΕ ΑΜΚΕ ΣΥΝΠΕ ΚΟΙΝΣΕΠ ΛΤΔ',
  'ΑΝΩΝΥΜΗΕΤΑΙΡΕΙΑ ΑΝΩΝΥΜΗΕΤΑΙΡΙΑ ΜΟΝΟΠΡΟΣΩΠΗ ΜΟΝΟΠΡΟΣΩΠΗΑΕ ΜΟΝΟΠΡΟΣΩΠΗΙΚΕ ΜΟΝΟΠΡΟΣΩΠΗΕΠΕ ΟΜΟΡΡΥΘΜΗΕΤΑΙΡΕΙΑ ΕΤΕΡΟΡΡΥΘΜΗΕΤΑΙΡΕΙΑ EPE',
  // Bulgaria
  'АД ЕАД ООД ЕООД ЕТ СД КД КДА ДЗЗД АДСИЦ AD EAD OOD EOOD',
  // Serbia and its neighbours
  'ДОО АД ОД КД ПР СТР СЗР СЗТР ЗР ДООЕЛ ЈП ПРЕДУЗЕТНИК DOO PR STR SZR SZTR DOOEL DD JDOO JP PREDUZETNIK',
  // Armenia
  'ՍՊԸ ՓԲԸ ԲԲԸ ԱՁ ՊՈԱԿ ՀՈԱԿ ՀԿ CJSC OJSC JSC',
  // Iran
  'شرکت شرکتسهامیخاص شرکتسهامیعام شرکتتعاونی سهامیخاص سهامیعام مسئولیتمحدود مسوولیتمحدود بامسئولیتمحدود بامسوولیتمحدود تضامنی',
  // Russia and Ukraine
  'ООО ОАО ЗАО ПАО АО ИП ТОО ТОВ ФОП',
  // elsewhere
  'LTD LIMITED LLC LLP PLC INC INCORPORATED CORP CORPORATION CO COLTD PTYLTD PTELTD COMPANY FZE FZCO WLL',
  'GMBH GMBH&COKG AG KG OHG UG SA SARL SAS SASU SNC NV BV SRL SPA SLU LDA LTDA',
  'OY OYJ AB AS APS ASA KFT ZRT BT SRO SPZOO UAB OÜ SIA AŞ LTDŞTİ',
);

/** Those that stand before the name as well. */
export const formsBefore = shapesOf(
  'ЕТ СД АД ПР СТР СЗР СЗТР ЗР ЈП ООО ОАО ЗАО ПАО АО ИП ТОО ТОВ ФОП ՍՊԸ ՓԲԸ ԲԲԸ ԱՁ ET AD PR STR SZR SZTR JP UAB SIA',
  'شرکت شرکتسهامیخاص شرکتسهامیعام شرکتتعاونی',
);
