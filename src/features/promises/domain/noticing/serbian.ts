import { lineOf, oneOf, phrases, stems, type Grammar, type Predicate, type Spoken } from './grammar.ts';

const object = /^(?:vam|vas|ti|te|tebi|vama|tebe|mu|joj|im|ga|je|ih|ju|njemu|njoj|njima|se|li|to|mi|nam|nas|me)$/;
/** Nouns that end as the future does. */
const nouns = oneOf(
  '(?:ku|sre|sve|vre|bra|vo|pi|pla|ple|cve|prole|preduze|kre|okre|pokre|skre|obe|pomo|no|ve|ode|obu|sme|mogu|vru|tre|slede|idu|budu|teku|postoje|vode|leže|stoje|pla|svetle|mle)ć[ue]',
  '\\p{L}+[ua]juć[ue]',
);
const futureFirst = /^(.*[aeiu])(?:ću|ćemo)$/u;
const futureOthers = /^(.*[aeiu])(ćeš|ćete|će)$/u;
/** What businesses do, in the present and the infinitive: stems without marks. */
const does =
  'stupi|stupa|posal|posla|salj|posalj|slat|slac|zov|zva|zvat|pozov|pozva|nazv|nazov|javi|javlj|zvrcn|cu[jt]|nazva|dones|donos|donos|odnes|odnos|doved|dovez|odvez|dostav|isporuc|predam|predaj|predat|uruc|' +
  'pripre|sprem|naprav|prav|poprav|servis|zameni|zamenj|zamij|vrat|vrac|uplat(?:imo|im)$|refund|sacuva|cuva|cuv|rezervi|naruc|poruc|potvr|zakaz|dogovor|organiz|sredi|sredjuj|res(?:im|imo|it|ic|av)|obav|zavrs|dovrs|' +
  'poc(?:n|et|inj)|pocinj|pocn|krec|krec|kren|pit(?:am|at)|upit|raspita|prover|provj|pogled|gledam|vid(?:im|imo|et|jet)|sazna|istraz|nadj|nadj|nac|potraz|potraz|trazi|' +
  'obav(?:e|j)|obavest|inform|odgovor|odgovar|napi|pis|objasn|kaz|re(?:ci|cem|kn)|predloz|ponud|pokaz|pokaz|dam$|damo$|da(?:ti|cu|cemo)|ugradi|ugradj|instal|montir|' +
  'mer|izmer|premer|svrat|dola[zs]|dodj|dodj|doc|dodjem|stig|stiz|poset|obidj|obidj|razgovar|popric|pric|krec|okrec|farba|ofarba|obojim|cist|ocist|opere|peg|isec|stamp|odstamp|dizajn|' +
  'izda|odobr|pomo[zgc]|pomog|preuz|prona|prosled|prebac|ubac|uvrst|doda|dopun|uskladi|ispra[vt]|kontakt|podseti|zadrz|prijav|otkl|uklon|izne[st]|uradi|rad(?:im|imo)$|odrad|odloz|odloz|produz|prevez|prevoz|nabav|otvor|utovar|isplan|zapo|tretir|prati|ispla|nacin|sacin|poluci|nastav|prilago|doteru|krojim|sasij|sij|menja|pokre';

/** Serbian in either script: the future is an ending or a word (`poslaću`, `ja ću poslati`), the present says who by its own. */
export const serbian: Grammar = {
  script: /[\p{Script=Latin}\p{Script=Cyrillic}]/u,
  prepare: (words) => words.map((word) => bare(toLatin(word))),
  predicates,

  service: stems(does),
  state: stems(
    'misl|razmisl|ceka|saceka|pricek|treba|zna(?:m|mo|cu|cemo|t)|mora|mo[zgc]|mozem|mogu|zelim|zel|hoc|hte|volim|volimo|volet|nada|seca|seca|kasn|bit|bic|sam$|smo$|ima(?:m|mo|t|c)|nedostaj|veruj|verov|osec|razum|cen(?:im|imo)$|odmar|putuj|razmotri|zabora|drzim palce|obradov|radovat|radova|pamti|vol|uziva|slav|primet',
  ),
  theirs: stems('plat|uplat|plac|kup|odluc|razmis|potpi|pazar|biraj|izabr|udaj|zen|slav|porast|uvrst'),
  fetching: stems('preuz|podig|pokup'),
  receive: stems('ima|dobi|dobij|primi|primat|bit|bic|cut|cuc|sti[cg]'),
  passive: stems('~'),
  moving: stems(
    'krec|kren|sti[zgc]|stiz|dola[zs]|dodj|doc|doc|polaz|po[cd]|polaz|ide$|izlaz|iza|dospe|isporuc|izic|vrac|vrac|vrat|pristiz',
  ),
  being: oneOf('biti', 'je', 'su', 'bude', 'budu', 'bice', 'jesu'),
  ready: phrases(
    '(?:spremn\\p{L}*|spreman|gotov\\p{L}*|zavrsen\\p{L}*|isporucen\\p{L}*|poslat\\p{L}*|otklonjen\\p{L}*|izvrsen\\p{L}*|vracen\\p{L}*|popravljen\\p{L}*|zamenjen\\p{L}*|resen\\p{L}*|uradjen\\p{L}*|dostavljen\\p{L}*|ugradjen\\p{L}*|obavljen\\p{L}*|montiran\\p{L}*|odobren\\p{L}*|obavesten\\p{L}*|kontaktiran\\p{L}*|pripremljen\\p{L}*|ispravljen\\p{L}*|napravljen\\p{L}*|sredjen\\p{L}*|predat\\p{L}*|utovaren\\p{L}*|otpremljen\\p{L}*|refundiran\\p{L}*|izdat\\p{L}*|okrecen\\p{L}*|servisiran\\p{L}*)',
    '(?:kod|ispred|pred|do) vas(?:ih vrata|e kuce|e zgrade)?|na vas(?:oj|im) (?:adresi|vratima)|pred vasim vratima|(?:u|na) vas\\p{L}+ \\p{L}+|na putu|na raspolaganju|u vasim rukama|tu',
  ),
  keeping: stems('cuva|rezervis|ostavljam'),
  people: phrases(
    '(?:radionica|kolega|koleginica|kolege|majstor|majstori|tehnicar|serviser|serviseri|vozac|vozaci|kurir|dostavljac|tim|radnik|radnici|monter|monteri|elektricar|vodoinstalater|inzenjer|knjigovodja|magacioner|sekretarica|sluzba|sluzbenik|doktor|asistent|asistentkinja|saradnik|saradnici|ekipa|menadzer|sef|operater|tehnicka sluzba)',
    'neko(?: od nas| iz \\p{L}+(?: \\p{L}+)?)?|nas(?:a|i|e)? (?!dobavlj|kup|klijent|stanodav|bank|komsij)\\p{L}+',
  ),
  things: phrases(
    '(?:paket|posiljka|posiljke|porudzbina|narudzbina|narudzba|roba|isporuka|deo|delovi|racun|faktura|predracun|ponuda|uzorak|uzorci|plocice|namestaj|kamion|kombi|zamena|aparat|kutija|kutije|krunica|materijal|uredjaj|karte|dokumenta|dokumentacija|ugovor|izvestaj|knjige|police|stolice|sto|torta|nalepnice|stampa|telefon|auto|vozilo|novac|povracaj)',
    'vas(?:a|e|i)? \\p{L}+',
  ),

  given: phrases(
    '(?<! (?:ne|nismo|nisam|da) )(?:vam |ti |joj |mu |im )?(?:obecavam|obecavamo|garantujem|garantujemo|obavezujem|obavezujemo|dajem(?: vam| ti| joj| mu| im)? rec|dajemo(?: vam| ti| im)? rec|preuzimam obavezu|preuzimamo obavezu|jamcim|jamcimo|kunem se)',
    '(?:obecao|obecala|obecali|obecale|garantovao|garantovala|garantovali|dao rec|dala rec) (?:\\p{L}+ )?(?:sam|smo)|(?:sam|smo) (?:\\p{L}+ ){0,2}(?:obecao|obecala|obecali|obecale|garantovao|garantovala|garantovali|dao rec|dala rec)',
    'imate (?:moju|nasu) rec|(?:mozete )?ocekiv(?:ati|ajte)|ocekujte',
  ),
  told: phrases(
    '(?:rekao|rekla|rekli|javio|javila|javili|napisao|napisala|pisao|pisala|obavestio|obavestila|obavestili|uverio|uverila|uverili|potvrdio|potvrdila|potvrdili|odgovorio|odgovorila|odgovorili|objasnio|objasnila|kazao|kazala|uveravao|uveravala) (?:\\p{L}+ )?(?:sam|smo)(?: \\p{L}+)*|(?:sam|smo) (?:\\p{L}+ ){0,2}(?:rekao|rekla|rekli|javio|javila|javili|napisao|napisala|obavestio|obavestila|obavestili|uverio|uverila|uverili|potvrdio|potvrdila|potvrdili|odgovorio|odgovorila)(?: \\p{L}+)*',
    '(?:obavestavam|obavestavamo|potvrdjujem|potvrdjujemo|uveravam|uveravamo|kazem|kazemo|javljam|javljamo|obavestim|obavestimo|rec|siguran sam|sigurna sam|sigurni smo|budite sigurni|budite bez brige|znajte)(?: vas| vam| ti)?',
  ),
  agreed: phrases(
    '(?:dogovoreno|dogovorili smo(?: se)?|dogovorio sam(?: se)?|dogovorila sam(?: se)?|dogovor|smo se dogovorili|sam se dogovorio|sam se dogovorila|sto smo se dogovorili|dogovaraju smo|resili smo|odlucili smo|ostalo je|ostali smo)',
  ),
  must: phrases(
    '(?:ne smem(?: da zaboravim)?|da ne zaboravim|moram|moramo|treba|trebam|trebamo|trebalo bi|duzan sam|duzni smo|obavezno|ne smem zaboraviti|podsetnik|hajde|dajte|pustite me|dozvolite)(?: mi| da)?',
  ),
  can: phrases('(?<! ne )(?:mozemo|mogu|stizemo|uspevamo|uspecemo|moci cemo)(?: vam)?(?: da)?'),
  owed: phrases(
    '(?<! ne )duguj(?:em|emo) (?:\\p{L}+ ){0,3}(?:poziv|odgovor|ponudu|izvinjenje|objasnjenje|posetu|isporuku|fakturu|uzor\\p{L}+)',
  ),
  noted: phrases('(?<=^ )poziv (?:ka |za )?(?:gospodj\\p{L}+|gospodin\\p{L}+|gosp|gdji|kupcu|klijentu)'),
  maybe: phrases(
    '(?:mozda|verovatno ne|nadam se|nadamo se|voleo bih|volela bih|voleli bismo|bilo bi|kamo sreće|kad bi|bih|bismo|jedva cekam|jedva cekamo)',
  ),
  habit: phrases('(?:uvek|obicno|svak\\p{L}+|cesto|nikad|nikada|redovno|ponekad|stalno|inace uvek)'),

  that: oneOf('da', 'kako', 'li'),
  condition: phrases('(?:ako|ukoliko|osim|inace|u suprotnom|pod uslovom|u slucaju|sem ako|kad bi|kada bi)'),
  time: phrases('(?:cim|kad|kada|posto|nakon sto|posle sto)'),
  asking: stems('~'),
  isTheirDoing(words) {
    const [verb = '', next = ''] = words.filter((word) => !object.test(word) && !/^(?:bude|budu|sve|vi)$/.test(word));
    if (/^(?:nam|mi)$/.test(words[0] ?? '')) return true;
    if (/^(?:kupac|klijent|musterija|gospodja|gospodin|ona|on|oni|vi)$/.test(verb)) return true;
    if (/(?:ate|ite|ete)$/.test(verb) || /(?:ate|ite|ete)$/.test(words[1] ?? '') || /^(?:budete|vidite)$/.test(words[0] ?? '')) return true;
    return /^(?:plat|uplat|odluc|potvrd|potpis|poruc|naruc|posalj|odgovor|dogovor|javi|kaze)/.test(verb) || next.endsWith('ete');
  },
};

function predicates({ words, plain }: Spoken): readonly Predicate[] {
  const latin = words.map(toLatin);
  // Typed without marks, "ulicu" ends as "javicu" does.
  const hasMarks = latin.some((word) => /[čćšžđ]/.test(word));
  const found: Predicate[] = [];
  for (const [at, word] of latin.entries()) {
    const one = plain[at] ?? '';
    const [before = '', next = ''] = [plain[at - 1], plain[at + 1]];
    if (before === 'ne' || next === 'li' || before === 'li') continue;
    const isSaid = (some: RegExp) => latin.slice(Math.max(0, at - 4), at + 6).some((near) => some.test(near));
    const made = {
      at,
      from: at,
      toYou: isSaid(/^(?:vam|vas|te|ti|tebi|vama|tebe|vaš\p{L}*)$/u),
      toUs: isSaid(/^(?:nam|nas|mi|me|meni|nama|mene)$/),
    };
    const auxiliary = auxiliaryOf(word, hasMarks);
    if (auxiliary !== undefined) {
      const verb = verbNear(plain, at);
      if (verb === '' && auxiliary !== 1) continue;
      found.push({
        ...made,
        ...asWhole(verb, auxiliary, plain),
        toUs: auxiliary !== 1 && made.toUs,
        form: 'future',
      });
      continue;
    }
    const ending = endingOf(word, one, next, hasMarks);
    if (ending) {
      found.push({ ...made, ...asWhole(`${ending.stem}ti`, ending.person, plain), toUs: ending.person !== 1 && made.toUs, form: 'future' });
      continue;
    }
    found.push(...presentAt(plain, at, made));
  }
  return found;
}

function auxiliaryOf(word: string, hasMarks: boolean): 1 | 2 | 3 | undefined {
  if (word === 'ću' || word === 'ćemo' || (!hasMarks && (word === 'cu' || word === 'cemo'))) return 1;
  if (word === 'ćete' || word === 'ćeš' || (!hasMarks && (word === 'cete' || word === 'ces'))) return 2;
  return word === 'će' || (!hasMarks && word === 'ce') ? 3 : undefined;
}

function endingOf(
  word: string,
  plain: string,
  next: string,
  hasMarks: boolean,
): { readonly stem: string; readonly person: 1 | 2 | 3 } | undefined {
  if (/^(?:ne|ho)[ćc]/.test(word) || nouns.test(word) || /(?:ov|ev)i[ćc]u$/.test(word) || word.length < 4) return undefined;
  if (hasMarks) {
    const first = futureFirst.exec(word);
    if (first) return { stem: bare(first[1] ?? ''), person: 1 };
    const others = futureOthers.exec(word);
    return others ? { stem: bare(others[1] ?? ''), person: others[2] === 'će' ? 3 : 2 } : undefined;
  }
  const first = /^(.*[aeiu])c(u|emo)$/.exec(plain);
  if (first && (first[2] === 'emo' || object.test(next) || new RegExp(`^(?:${does})`).test(plain)))
    return { stem: first[1] ?? '', person: 1 };
  const others = /^(.*[aeiu])c(ete|es|e)$/.exec(plain);
  return others && (others[2] !== 'e' || /^bic?e?$/.test(`${others[1]}`) || object.test(next))
    ? { stem: others[1] ?? '', person: others[2] === 'e' ? 3 : 2 }
    : undefined;
}

/** "Biće gotovo", "biću kod vas"; "imaću ga", "biću na odmoru". */
function asWhole(
  verb: string,
  person: 1 | 2 | 3,
  plain: readonly string[],
): { readonly verb: string; readonly person: 1 | 2 | 3; readonly isNone?: true; readonly toYou?: boolean } {
  const line = lineOf(plain);
  if (person === 1 && verb.startsWith('bi'))
    return {
      verb: / (?:kod|sa|s|pred|ispred) (?:vas|vama|nje|njega|njih|vasih) | (?:tu|tamo|na raspolaganju|u kontaktu) /.test(line)
        ? 'poslati'
        : 'biti',
      person,
    };
  if (person === 1 && verb.startsWith('ima'))
    return { verb: / (?:spremn\p{L}+|spreman|gotov\p{L}*|odgovor|informacij\p{L}+) /u.test(line) ? 'poslati' : 'imati', person };
  if (person === 1 && verb.startsWith('vide'))
    return { verb: / (?:sta|da li|kako|zasto|moze|mogu|ima) /.test(line) ? 'proveriti' : 'misliti', person };
  if (person === 1 && verb === '') return { verb: 'poslati', person };
  if (person === 2 && verb.startsWith('bi')) return { verb, person, ...(serbian.ready.test(line) ? {} : { isNone: true as const }) };
  // "Isporučiće se": done by us.
  if (person === 3 && / se /.test(line) && new RegExp(`^(?:${does})`).test(verb) && !/^(?:jav|vrat|dogov|poved|razgov|sti)/.test(verb))
    return { verb, person, toYou: true };
  return { verb, person };
}

/** The verb of "ću": an infinitive behind or right before it, or "da" with a present. */
function verbNear(plain: readonly string[], at: number): string {
  for (let place = at + 1; place < Math.min(plain.length, at + 7); place++) {
    const word = plain[place] ?? '';
    if (word === 'da' && place > at) return plain.slice(place + 1).find((one) => !object.test(one)) ?? '';
    if (/(?:ti|ci)$/.test(word) && word.length > 2 && !/^(?:vasi|nasi)$/.test(word)) return word;
  }
  const before = plain[at - 1] ?? '';
  return /(?:ti|ci)$/.test(before) ? before : '';
}

function presentAt(plain: readonly string[], at: number, made: Pick<Predicate, 'at' | 'from' | 'toUs' | 'toYou'>): Predicate[] {
  const word = plain[at] ?? '';
  let first = at - 1;
  while (object.test(plain[first] ?? '')) first--;
  const isBehindDa = plain[first] === 'da';
  if (plain[first] !== 'ne' && /^(?:je|su)$/.test(word)) return [{ ...made, verb: word, person: 3, form: 'present' }];
  if (plain[first] === 'ne' || word.length < 4 || object.test(word)) return [];
  if (/(?:[aei]m|[aei]mo)$/.test(word)) {
    if (!isBehindDa) return [{ ...made, verb: word, person: 1, form: 'present', toUs: false }];
    // "Da proverim pa vam javljam": let me check.
    const isLetting =
      first === 0 && !word.endsWith('mo') && / (?:pa|te|i|onda) (?:\p{L}+ ){0,2}(?:jav|zov|kaz|sal|odgov|pos)\p{L}* /u.test(lineOf(plain));
    return [{ ...made, at: first, from: first, verb: word, person: 1, form: isLetting ? 'future' : 'duty', toUs: false }];
  }
  if (isBehindDa) return [];
  if (
    /(?:ti|ci)$/.test(word) &&
    !/^c(?:e|u|emo|ete|es)$/.test(plain[at + 1] ?? '') &&
    (first < 0 || /^(?:moram|moramo|treba|mozemo|mogu)$/.test(plain[first] ?? ''))
  )
    return [{ ...made, verb: word, person: 1, form: 'duty' }];
  if (/^(?:dobijate|dobicete|imate)$/.test(word)) return [{ ...made, verb: word, person: 2, form: 'present' }];
  if (/(?:e|i|a|u)$/.test(word) && !/(?:ti|la|li|lo|le)$/.test(word)) return [{ ...made, verb: word, person: 3, form: 'present' }];
  return [];
}

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('абвгдђежзијклљмнњопрстћуфхцчџш', (letter, index) => [
    letter,
    'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ')[index] ?? letter,
  ]),
);

function toLatin(word: string): string {
  return word.normalize('NFC').replace(/[\p{Script=Cyrillic}]/gu, (letter) => letters[letter] ?? letter);
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'dj');
}
