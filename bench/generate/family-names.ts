import type { CustomerLanguage } from '#fixtures/business-rows.ts';
import type { Random } from '#fixtures/random.ts';
import { drawName } from '#fixtures/sample-business/names/index.ts';

type Spelled = { readonly native: string; readonly latin: string };

/** What families put before a name to make another of it, in each language: as common as the first ones, seldom as the last. */
const before: Readonly<Record<CustomerLanguage, readonly Spelled[]>> = {
  el: pairs(
    'Παπα=Papa Χατζη=Chatzi Καρα=Kara Κοντο=Konto Μαυρο=Mavro Δελη=Deli Γερο=Gero Πρωτο=Proto Καλο=Kalo Μακρο=Makro Ξανθο=Xantho Χαρα=Chara',
  ),
  bg: pairs(
    'Кара=Kara Поп=Pop Хаджи=Hadzhi Бело=Belo Черно=Cherno Старо=Staro Нов=Nov Добро=Dobro Зла=Zla Миро=Miro Драго=Drago Велико=Veliko',
  ),
  'sr-Cyrl': pairs(
    'Хаџи=Hadži Поп=Pop Кара=Kara Бело=Belo Црно=Crno Старо=Staro Добро=Dobro Миро=Miro Драго=Drago Вели=Veli Горњо=Gornjo Мало=Malo',
  ),
  'sr-Latn': pairs(
    'Hadži=Hadži Pop=Pop Kara=Kara Belo=Belo Crno=Crno Staro=Staro Dobro=Dobro Miro=Miro Drago=Drago Veli=Veli Gornjo=Gornjo Malo=Malo',
  ),
  fa: pairs('میر=Mir پور=Pour ملک=Malek خان=Khan شاه=Shah نیک=Nik خوش=Khosh سید=Seyed حاج=Haj گل=Gol بهادر=Bahador شیر=Shir'),
  hy: pairs('Տեր=Ter Մելիք=Melik Խան=Khan Նոր=Nor Քար=Kar Սև=Sev Մեծ=Mets Լուս=Lus Արև=Arev Հայ=Hay Վարդ=Vard Շահ=Shah'),
  en: pairs(
    'Mac=Mac Fitz=Fitz Black=Black White=White North=North South=South Long=Long Strong=Strong Under=Under Over=Over Wood=Wood Stone=Stone',
  ),
};

function pairs(list: string): Spelled[] {
  return list.split(' ').map((entry) => {
    const [native = '', latin = ''] = entry.split('=');
    return { native, latin };
  });
}

export type DrawnName = {
  readonly given: string;
  readonly patronymic: string | null;
  readonly family: string;
  readonly latinGiven: string;
  readonly latinFamily: string;
};

/** A name of a language with family names as many and as unevenly spread as in a country, where the sample business knows some dozens. */
export function drawPerson(random: Random, language: CustomerLanguage, family?: Family): DrawnName & { readonly root: Family } {
  const drawn = drawName(random, language, random.chance(0.5) ? 'female' : 'male');
  const latin = drawn.latin.split(' ');
  const given = { given: drawn.given, patronymic: drawn.patronymic, latinGiven: latin[0] ?? '' };
  if (family) return { ...given, family: family.native, latinFamily: family.latin, root: family };
  const own = { native: drawn.family.replaceAll(' ', ''), latin: latin.slice(drawn.patronymic === null ? 1 : 2).join('') };
  let root = own;
  // Half of all bear one of the common names; every further piece makes a name ten times as rare.
  for (let piece = 0; piece < 2 && random.chance(0.7); piece += 1) {
    const added = random.pick(before[language]);
    root = { native: added.native + root.native.toLowerCase(), latin: added.latin + root.latin.toLowerCase() };
  }
  return { ...given, family: root.native, latinFamily: root.latin, root };
}

export type Family = Spelled;
