import { fold } from '#kit/domain/fold.ts';
import { lineOf, oneOf, phrases, type Grammar, type Predicate, type Spoken } from './grammar.ts';

/** What begins and ends as the future does and is none. */
const others = oneOf(
  'կամ',
  'կյանք',
  'կեանք',
  'կողմ',
  'կարծեմ',
  'կարամ',
  'կարանք',
  'կանանք',
  'կանգ',
  'կարիք',
  'կարող',
  'կա',
  'կան',
  'կայան',
  'կարգի',
  'կետի',
  'կողքի',
  'կեսի',
  'կտորի',
  'կապի',
);
const does =
  'ուղարկ|ղրկ|առաք|զանգ|հեռաձայն|գր(?:եմ|ենք|ի|են|ել|ում)|գրանց|պատասխան|բեր|տանեմ|տանենք|տանի|տանել|տանում|հասցն|հանձն|պատրաստ|նորոգ|վերանորոգ|սարք|փոխ|վերադարձ|պահ|ամրագր|պատվիր|հաստատ|կազմակերպ|լուծ|ավարտ|վերջացն|սկս|ստուգ|ճշտ|նայ|տեսն|պարզ|հարցն|հարց|գտն|տեղեկ|հայտն|ասեմ|ասենք|ասի|ասել|առաջարկ|ցուցադր|' +
  'տեղադր|չափ|այցել|մոտեն|գամ|գանք|գա$|գան$|գալ|անցն|խոս|քննարկ|ներկ|մաքր|տպ|թողարկ|փոխանց|ավելաց|ուղղ|շտկ|հետև|հետեւ|կապվ|զեղչ|տամ|տանք|տա$|տալ|անեմ|անենք|անի|անել|վերացն|հոգ|օգն|հրավիր|ձև|թարգման|ներկայաց|բացատր|համաձայնեցն|տրամադր|հատկաց|վերլուծ|դիտարկ|հիշեցն|տեղափոխ|բեռն|իմանամ|իմանանք|իմանալ|կատար|իրականաց|փոխհատուց|պատ|ձևակերպ|դուրս|ապահով|ժամադր|նշանակ|քննեմ|քննենք|կարեմ|կարենք|թխ|լրացն|ստեղծ|մատուց|սպասարկ|ծանուց|վերահաշվ|զննեմ|միացն|պարտավոր|թարմացն|փաթեթավոր|նվիր|պայմանավորվ';

const service = new RegExp(`^(?:${does})`, 'u');
const you = / (?:ձեզ|քեզ|ձեր|ձերը|քո) /;

/** Armenian says who by the ending of the verb: `կուղարկեմ`, `ուղարկելու եմ`, `պիտի ուղարկեմ`, `վաղը ուղարկում ենք`. */
export const armenian: Grammar = {
  script: /\p{Script=Armenian}/u,
  prepare(words) {
    const plain = words.map((word) =>
      fold(word)
        .replaceAll(/[\u055a-\u055c\u055e']/gu, '')
        .replaceAll('եւ', 'և'),
    );
    // "Հենց որ" is "as soon as": its "որ" tells nothing.
    return plain.map((word, at) => (word === 'որ' && /^(?:հենց|երբ|մինչ|այնպես|քանի)$/.test(plain[at - 1] ?? '') ? '·' : word));
  },
  predicates,

  service,
  state:
    /^(?:ուզ|ցանկ|մտած|սպաս|հիշ(?!եցն)|ունե|լին|կարող|կարծ|սիր|խնդր|զգ|հույս|հասկ|ուրախ|ուշա|հանգստ|բացակայ|մոռա|ճանապարհորդ|ապր|կարոտ|հավատ|գերադաս|նախընտր|վախ|ափսոս|շնորհակալ|մն|կարոտ|զարմա|գնահատ|փափագ|երազ|գիտե|իմ$)/u,
  theirs: /^(?:վճար|գնեմ|գնի|գնեն|որոշ|ստորագր|փոխանց|մտած|ընտր|տոն|ամուսն)/u,
  fetching: /^վերցն/u,
  receive: /^(?:ստան|ունեն|լսեք|տեղեկան|ստացվ)/u,
  passive: new RegExp(`^(?:${does}|ճանապարհ|ավարտ|լուծ|վերանորոգ).*վ(?:ի|են|ում|ելու)$`, 'u'),
  moving: /^(?:ճանապարհվ|գա$|գան$|գալիս|գալու|հասն|ժաման|մեկն|շարժվ|ուղևորվ|վերադառն|դուրս|տեղ|առաքվ)/u,
  being: oneOf('լինի', 'լինեն', 'լինելու', 'է', 'են'),
  ready: phrases(
    '(?:պատրաստ|ավարտված|նորոգված|առաքված|ուղարկված|լուծված|վերացված|վերադարձված|ձեզ մոտ|(?:ձեր )?դռան մոտ|ձեր տանը|ձեր դռան \\p{L}+|ձեր \\p{L}+ում|տեղում|ձեր տրամադրության տակ|ձեր տրամադրությամբ|ճանապարհին)',
  ),
  people: phrases(
    '(?<! իր )(?:գործընկեր|մասնագետ|վարպետ|վարորդ|առաքիչ|տեխնիկ|աշխատակից|աշխատող|հաշվապահ|ինժեներ|բժիշկ|թիմ|մենեջեր|օգնական|սուրհանդակ|էլեկտրիկ|օպերատոր|քարտուղար|սանտեխնիկ|արհեստանոց|խանութ|պահեստ|տղա)(?:ը|ն|ս|ներ|ներ?ը|ներ?ն|ներ?ս)?',
    'մեր (?!հաճախորդ|մատակարար|բանկ|տանտեր|հարևան)(?:\\p{L}+ )?\\p{L}+|ինչ որ մեկը|մեզնից մեկը|մեկը մեզնից',
  ),
  things: phrases(
    '(?:ծանրոց\\p{L}*|պատվեր\\p{L}*|առաքում\\p{L}*|ապրանք\\p{L}*|պահեստամաս\\p{L}*|մաս\\p{L}*|հաշիվ\\p{L}*|առաջարկ\\p{L}*|նմուշ\\p{L}*|սալիկ\\p{L}*|կահույք\\p{L}*|բեռնատար\\p{L}*|տուփ\\p{L}*|պսակ\\p{L}*|փաստաթ\\p{L}*|պայմանագ\\p{L}*|գումար\\p{L}*|սարք\\p{L}*|գիրք\\p{L}*|գրք\\p{L}*|աթոռ\\p{L}*|դարակ\\p{L}*|տորթ\\p{L}*|նյութ\\p{L}*|ապրանքախմբ\\p{L}*|մեքենա\\p{L}*|հեռախոս\\p{L}*|արդյունք\\p{L}*|պատասխան\\p{L}*|ձեր \\p{L}+)',
  ),

  given: phrases(
    '(?:խոստանում|պարտավորվում|երաշխավորում) (?:եմ|ենք)|(?:եմ|ենք) (?:խոստանում|պարտավորվում|երաշխավորում)|խոստացա|խոստացանք|խոստացել (?:եմ|ենք)|եմ խոստացել|ենք խոստացել|պարտավորվեցի|պարտավորվեցինք|երաշխավորեցի|երաշխավորեցինք|խոսք (?:եմ|ենք) տալիս|խոսք (?:տվեցի|տվեցինք|տվել եմ|տվել ենք)|հանձն (?:եմ|ենք) առնում|հանձն առա|հանձն առանք',
  ),
  told: phrases(
    '(?:ասացի|ասացինք|ասեցի|ասեցինք|ասել եմ|ասել ենք|գրեցի|գրեցինք|հայտնեցի|հայտնեցինք|տեղեկացրի|տեղեկացրինք|տեղեկացրեցի|վստահեցրի|վստահեցրինք|վստահեցրեցի|հավաստիացրի|հավաստիացրինք|վստահեցնում|հավաստիացնում|տեղեկացնում|հաստատում|վստահ|խոսք|պատասխանեցի|պատասխանեցինք|բացատրեցի|հաստատեցի|հաստատեցինք|իմացած|իմացեք|ասեմ)',
  ),
  agreed: phrases(
    '(?:պայմանավորվեցինք|պայմանավորվել ենք|պայմանավորված|որոշեցինք|որոշված|համաձայնեցինք|համաձայնեցի|համաձայնեցված|պայմանավորվեցի|որոշել ենք)',
  ),
  must: phrases('(?:պետք|պիտի|պիտի որ|հարկավոր|ստիպված|թույլ տվեք|եկեք|արի|չմոռանամ)(?: է| ա)?'),
  can: phrases('(?:կարող եմ|կարող ենք|կկարողանամ|կկարողանանք|կարողանամ|կարողանանք|կհասցնեմ|կհասցնենք)'),
  owed: phrases(
    '(?:զանգ|պատասխան|առաջարկ|բացատրություն|ներողություն|այց)\\p{L}* (?:եմ|ենք) պարտք|պարտք (?:եմ|ենք) (?:\\p{L}+ ){0,2}(?:զանգ|պատասխան|առաջարկ|բացատրություն|ներողություն|այց)\\p{L}*',
  ),
  noted: phrases('(?<=^ )(?:հեռախոսա)?զանգ (?:տիկին|պարոն|օրիորդ|հաճախորդ)\\p{L}*'),
  maybe: phrases('(?:գուցե|միգուցե|երևի|երեւի|հնարավոր|երանի|հուսով|հույս|թերևս|կարծես|չգիտեմ|հազիվ)'),
  habit: phrases('(?:միշտ|սովորաբար|ամեն|հաճախ|երբեք|յուրաքանչյուր|պարբերաբար|հիմնականում|երբեմն)'),

  that: oneOf('որ', 'թե', 'արդյոք', 'եթե'),
  condition: phrases('(?:եթե|եթէ|այլապես|հակառակ|պայմանով|բացի եթե|թե չէ|դեպքում)'),
  time: phrases('(?:երբ|հենց|ինչպես միայն)'),
  asking: oneOf('~'),
  isTheirDoing: (words) =>
    words.some((word) => /(?:եք|աք)$/.test(word) && !/^(?:կ|մենք|եք$)/.test(word)) ||
    / (?:հաճախորդ\p{L}*|նա|տիկին|պարոն|կանխավճար\p{L}*) /u.test(lineOf(words.slice(0, 3))) ||
    words.some((word) => /^(?:վճար|հաստատ|որոշ|պատվիր|ստորագր|պատասխան|համաձայն|խնդր)(?:ի|են|վի)$/.test(word)),
};

function predicates({ plain, hasMoment }: Spoken): readonly Predicate[] {
  const found: Predicate[] = [];
  const line = lineOf(plain);
  const [toUs, toYou] = [/ (?:մեզ|ինձ) /.test(line), you.test(line)];
  for (const [at, word] of plain.entries()) {
    const made = { at, from: at, toUs, toYou };
    const next = plain[at + 1] ?? '';
    const future = futureOf(word, next);
    if (future) {
      const person = personOf(future);
      if (person === undefined) continue;
      found.push({ ...made, ...asWhole(future, person, plain, at), person, form: 'future', toUs: person !== 1 && toUs });
      continue;
    }
    const isToCome = /(?:ելու|ալու)$/.test(word);
    if (isToCome || /.ում$|^(?:գալիս|տալիս)$/.test(word)) {
      const auxiliary = auxiliaryNear(plain, at);
      if (auxiliary === undefined) continue;
      found.push({ ...made, verb: word, person: auxiliary, form: isToCome ? 'future' : 'present', toUs: auxiliary !== 1 && toUs });
      continue;
    }
    const that = plain.findLastIndex((one, index) => index < at && armenian.that.test(one));
    const isBehind =
      armenian.agreed.test(lineOf(plain.slice(0, at))) ||
      armenian.must.test(lineOf(plain.slice(0, at))) ||
      armenian.can.test(lineOf(plain.slice(0, at)));
    const start = isBehind ? at : that + 1;
    const isWished =
      / (?:չ\p{L}+|խնդրում|ինձ|մեզ|ուզում|թող) /u.test(line) ||
      (!isBehind &&
        plain.some((one) =>
          /^(?:եմ|ենք|եք|է|են|էի|էիր|էր|էինք|էիք|էին)$|^կ.+(?:եի|եիր|եր|եինք|եիք|եին|այի|այիր|ար|այինք|ային)$|.(?:եց|աց|եցի|եցին|ացան|եցան|ացին|եցինք|ացանք)$/.test(
            one,
          ),
        ));
    const isSubjunctive = service.test(word) && /(?:եմ|ամ|ենք|անք)$/.test(word) && word.length > 3;
    const isInfinitive = service.test(word) && /(?:ել|ալ)(?:ն|ը)?$/.test(word);
    if (isSubjunctive && (isBehind || !isWished))
      found.push({
        ...made,
        at: start,
        from: start,
        verb: word,
        person: 1,
        form: / թույլ տվեք /.test(line) ? 'future' : 'duty',
        toUs: false,
      });
    else if (isInfinitive && (isBehind || armenian.can.test(line) || !isWished) && hasMoment)
      found.push({
        ...made,
        at: armenian.can.test(line) ? Math.max(at, 2) : start,
        from: start,
        verb: word,
        person: 1,
        form: 'duty',
        toUs: false,
      });
    else if ((word === 'է' || word === 'են') && armenian.ready.test(line) && !/ում$|լիս$/.test(plain[at - 1] ?? ''))
      found.push({ ...made, verb: word, person: 3, form: 'present' });
  }
  return found;
}

/** The verb behind "կ", written as one word, or as two in the West. */
function futureOf(word: string, next: string): string | undefined {
  if (word === 'կը' || word === 'կ' || word === 'պիտի') return word === 'պիտի' ? undefined : next;
  return /^կ.{2,}/.test(word) && !others.test(word) ? word.slice(1) : undefined;
}

function personOf(verb: string): 1 | 2 | 3 | undefined {
  if (/(?:եմ|ամ|ենք|անք)$/.test(verb)) return 1;
  if (/(?:եք|աք|ես|աս)$/.test(verb)) return 2;
  return /(?:ի|ա|են|ան|է)$/.test(verb) ? 3 : undefined;
}

function asWhole(verb: string, person: 1 | 2 | 3, plain: readonly string[], at: number): { readonly verb: string; readonly isNone?: true } {
  const line = lineOf(plain);
  if (person === 1 && verb.startsWith('լին'))
    return {
      verb: / (?:ձեզ մոտ|ձեր|ձեզ հետ|պատրաստ|տեղում) /.test(line) && !/ (?:ուրախ|շնորհակալ|երախտապարտ) /.test(line) ? 'ուղարկեմ' : verb,
    };
  if (person === 1 && verb.startsWith('ունեն')) return { verb: / (?:պատրաստ|պատասխան\p{L}*) /u.test(line) ? 'ուղարկեմ' : verb };
  if (person === 1 && verb.startsWith('տեսն') && plain.length - 1 === at && plain.length < 3) return { verb, isNone: true };
  if (/ դուր /.test(line)) return { verb, isNone: true };
  if (/ (?:ուրախ|երջանիկ) /.test(line) && verb.startsWith('լին')) return { verb, isNone: true };
  return { verb };
}

/** "Եմ" and the like beside a participle, behind it or before. */
function auxiliaryNear(plain: readonly string[], at: number): 1 | 2 | 3 | undefined {
  const near = [plain[at + 1], plain[at - 1], plain[at - 2], plain[at - 3], plain[at + 2]].find((word) =>
    /^(?:եմ|ենք|եք|ես|է|են|ա)$/.test(word ?? ''),
  );
  if (near === undefined) return undefined;
  if (near === 'եմ' || near === 'ենք') return 1;
  return near === 'եք' || near === 'ես' ? 2 : 3;
}
