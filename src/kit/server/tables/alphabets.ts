/** Single-byte encodings and, for each language written in one, the foreign letters that its texts hold. Likelier ones first. */
export type Alphabet = {
  readonly encoding: string;
  /** The names under which chardet reports this encoding or the ones it mistakes for it. */
  readonly family: readonly string[];
  readonly languages: readonly ReadonlySet<string>[];
};

/** Signs that texts of any language hold; they say half as much as a letter. */
export const signs: ReadonlySet<string> = new Set('\u00a0“”„‘’‚–—…€£¥§°«»·•№™®©½¼¾²³×±´¨');
const western = [
  'éèêëàâçîïôùûüœæÉÈÊËÀÂÇÎÏÔÙÛÜŒÆ',
  'äöüßÄÖÜ',
  'ñáéíóúüÑÁÉÍÓÚÜ¿¡ºªç',
  'ãõáéíóúâêôàçÃÕÁÉÍÓÚÂÊÔÀÇºª',
  'àèéìòùÀÈÉÌÒÙ',
  'åäöæøéÅÄÖÆØÉ',
];
const central = ['čćđšžČĆĐŠŽ', 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĺľŕôäĹĽŔÔÄ', 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ', 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ', 'ăâîşţĂÂÎŞŢ'];
const greek = ['αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫ'];
const cyrillic = ['абвгдежзийклмнопрстуфхцчшщъьюяыэёђјљњћџАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯЫЭЁЂЈЉЊЋЏ'];
const arabic = ['ابتثجحخدذرزسشصضطظعغفقلمنهوآأؤئءپچژگکیىةي\u200c\u200d،؛؟ـ', 'ابتثجحخدذرزسشصضطظعغفقلمنهوآأإؤئءكيىة،؛؟ـًٌٍَُِّْ'];
const armenian = ['աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ՛՜՝՞։'];

export const alphabets: readonly Alphabet[] = [
  alphabet('windows-1252', ['windows-1252', 'iso-8859-1'], western),
  alphabet('windows-1250', ['windows-1250', 'iso-8859-2'], central),
  alphabet('iso-8859-2', ['iso-8859-2'], central),
  alphabet('windows-1253', ['windows-1253', 'iso-8859-7'], greek),
  alphabet('iso-8859-7', ['iso-8859-7'], greek),
  alphabet('windows-1251', ['windows-1251'], cyrillic),
  alphabet('koi8-r', ['koi8-r'], cyrillic),
  alphabet('iso-8859-5', ['iso-8859-5'], cyrillic),
  alphabet('windows-1256', ['windows-1256', 'iso-8859-6'], arabic),
  alphabet('iso-8859-6', ['iso-8859-6'], arabic),
  alphabet('windows-1254', ['windows-1254', 'iso-8859-9'], ['çğıöşüÇĞİÖŞÜâ']),
  alphabet('windows-1255', ['windows-1255', 'iso-8859-8'], ['אבגדהוזחטיךכלםמןנסעףפץצקרשת₪']),
  alphabet('windows-1257', ['windows-1257'], ['āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ', 'ąčęėįšųūžĄČĘĖĮŠŲŪŽ', 'äõöüšžÄÕÖÜŠŽ']),
  alphabet('armscii8', [], armenian),
];

function alphabet(encoding: string, family: readonly string[], languages: readonly string[]): Alphabet {
  return { encoding, family, languages: languages.map((letters) => new Set(letters)) };
}
