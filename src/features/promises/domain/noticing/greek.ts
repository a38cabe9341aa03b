import { fold } from '#kit/domain/fold.ts';
import { lineOf, oneOf, phrases, stems, type Grammar, type Predicate, type Spoken } from './grammar.ts';

const clitic = /^(?:του|τησ|τουσ|τον|την|τη|το|τα|τισ|σασ|σου|σε|μου|μασ|με|ξανα|αμεσα|σιγουρα|και|οπωσδηποτε|βεβαιωσ|φυσικα|προσωπικα)$/;
/** Of the verbs in -αμε, those of the present; the others are past, unless the accent says so. */
const presentInAme =
  /^(?:παμε|φαμε|μιλαμε|τηλεφωναμε|περναμε|κοιταμε|ρωταμε|σταματαμε|κραταμε|ξεκιναμε|απανταμε|ζηταμε|ξεχναμε|πεταμε|φυλαμε|λεμε|τραβαμε|βαφουμε)$/;
const firstPerson = /(?:ω|ουμε|ομε|ομαι|ουμαι|αμαι|ομαστε|ουμαστε|αμαστε|ωμαι|ωμαστε)$/;
const thirdPerson = /(?:ει|ουν|ουνε|εται|ονται|αται|ωνται|ιεται|ιουνται|ουνται|αει|ανε|αν)$/;
const secondPerson = /(?:ετε|ειτε|ατε|εστε|ειστε|εισ|εσαι|εισαι|ασ)$/;

/** Any verb may be done again: it begins with `ξανα`. */
const prefixed = (some: string) => new RegExp(`^(?:ξανα)?(?:${some})`, 'u');

/** Greek says who by the ending of the verb: `θα στείλω`, `θα του τηλεφωνήσουμε`, `σας το στέλνω αύριο`, `να στείλω ως την Πέμπτη`. */
export const greek: Grammar = {
  script: /\p{Script=Greek}/u,
  prepare: (words) => words.map(fold),
  predicates,

  service: prefixed(
    'στειλ|στελν|αποστ[ειε]|ταχυδρομ|καλ[ωουεέ]|καλε|τηλεφων|παιρν|παρ(?:ω|ουμε|ει|ουν)$|ξαναπαρ|ξανακαλ|φερ|παω$|παμε$|πηγαιν|παραδ[ωι]|παραδο|επικοινων|ενημερ|ειδοποι|απαντ|' +
      'ετοιμα|φτια|επισκευα|διορθ|αλλα[ζξ]|αντικα|επιστρ|κρατ|φυλα|κλει(?:νω|σω|σουμε|νουμε)$|κανον|ολοκληρ|τελειων|τελειωσ|ξεκιν|αρχι[ζσ]|ελεγ[ξχ]|κοιτα|δω$|δουμε$|βλεπ|βρω$|βρουμε$|ψα[ξχ]|ρωτη|ρωταω|μιλη|μιλαω|μιλαμε|συνεννο|' +
      'οργανω|προγραμματι|εγκα[τθ]|τοποθετ|μετρη|περασ|περναω|περναμε|ερθ|ερχ|επισκεφ|επισκεπτ|γραψ|γραφ|δωσ|διν|δειξ|προτειν|κοψω|κοψουμε|εκδ[ωι]|πιστω|τακτοποι|διευθετ|φροντι|λυσ|βοηθ|εξυπηρετ|' +
      'βαψ|βαφ|καθαρι|πλυν|ραψ|ψησ|τυπω|σχεδια|παραγγε|λεω$|λεμε$|πω$|πουμε$|προχωρ|επανερχ|επανελ|αναλα|καταθε|υποβα|επιβεβαι|ξαναστ|μεταφερ|διαβασ|δουλε|χρεω|αφη[νσ]|κουβαλ|μοντα|συναρμολ|στη[νσ]|δοκιμα',
  ),
  state: stems(
    'θελ|ηθελ|χρεια[ζσ]|χαρ(?:ω|ουμε)$|χαιρ|περιμεν|σκεφτ|σκεπτ|ξερ|γνωρι[ζσ]|θυμ|λειπ|λειψ|αργησ|ελπι|νιω|αισθ|πιστε|νομι|μπορ|πρεπ|εκτιμ|στενοχ|λυπ|προτιμ|αγαπ|ξεχασ|μεινω|μεινουμε|μενω|ζησ|κοιμη|συζητη|ειχ|' +
      'ταξιδε|πετα|ξεκουρα|' +
      'ευχαριστ|εχω$|εχουμε$|ειμαι$|ειμαστε$|βρισκ|κατανο|καταλαβ|εμπιστευ|διακοπ|κλειστ|δεχ|διστα|αρνη|ανησυχ|βαρεθ|πειρα',
  ),
  theirs: stems('πληρω|εξοφλ|καταβα|βαλ|αγορα|αποφασι|σκεφτ|υπογρα|κερδι|γιορτα|παντρε'),
  fetching: stems('παραλαβ|παραλαμβ'),
  receive: stems('εχ|λαβ|λαμβαν|παραλαβ|παρ|ενημερωθ|εξυπηρετηθ|αποζημιωθ|ειδοποιηθ|δεχτ|ακουσ'),
  passive:
    /^(?:(?:απο|εξαπο)?σταλ|αποστελλετ|παραδ(?:οθ|οθει|ιδετ|ιδοντ)|επισκευαστ|ετοιμαστ|ετοιμαζετ|ολοκληρωθ|ολοκληρωνετ|εκδοθ|εκδιδετ|πιστωθ|επιστραφ|επιστρεφετ|τοποθετηθ|τοποθετειτ|διορθωθ|αλλα(?:χτ|χθ|γ|ζετ)|τακτοποιηθ|αντικατασταθ|επιλυθ|λυθ|φτιαχτ|φτιαχν?ετ|εγκατασταθ|καθαριστ|φορτω(?:θ|νετ)|ξεκλειδωθ|ελεγχθ|ελεγχετ|ετοιμαζοντ|στελν?ετ|στελνοντ|κοπ(?:ει|ουν)|ανανεωθ|επισκευαζετ)/,
  moving: stems('φυγ|φευγ|φτα[σνξ]|φθα[σν]|ερθ|ερχ|ξεκιν|βγ(?:ει|ουν|αιν)|περασ|περνα|παραδ|ταξιδε|επιστρ|γυρι|καταφθ'),
  being: oneOf('ειναι', 'ηταν', 'γινει', 'γινουν', 'γινεται', 'γινονται', 'εχει', 'εχουν', 'βρισκεται', 'βρεθει', 'βρισκονται', 'μεινει'),
  ready: phrases(
    'ετοιμ\\p{L}+|στην πορτα σασ|στα χερια σασ|κοντα σασ|στο σπιτι σασ|στον χωρο σασ|στο χωρο σασ|διπλα σασ|μαζι σασ|στη διαθεση σασ|στ(?:ο|ον|η|την|α|ισ) \\p{L}+ σασ|ολοκληρωμεν\\p{L}+|ετοιμαστει|φτιαχτει|παραδοθει|ολοκληρωθει|σταλει|επισκευη|παραδοση|αποστολη|αλλαγη|επιστροφη|εγκατασταση|τοποθετηση|διορθωση|αντικατασταση|πιστωση|επισκευασμεν\\p{L}+|τελειωσει|τελειωμεν\\p{L}+|στον δρομο|στο δρομο',
  ),
  there: phrases('εκει'),
  keeping: stems('κρατ|φυλα|δεσμευ'),
  people: phrases(
    '(?:ο |η |ενασ |μια |μιασ |οι |καποιοσ |καποια )?(?:συναδελφ\\p{L}+|τεχνικ(?:οσ|οι)|οδηγ(?:οσ|οι)|κουριερ|courier|μαστορασ|μαστορ\\p{L}+|υπαλληλ\\p{L}+|συνεργειο|συνεργατ\\p{L}+|βοηθ(?:οσ|οι)|ομαδα μασ|ηλεκτρολογοσ|υδραυλικοσ|λογιστηριο|λογιστησ μασ|γραμματεια|εξυπηρετηση|μεταφορεασ|μεταφορεισ|εργαστηριο|διευθυντ\\p{L}+|υπευθυν\\p{L}+|διανομεασ)',
    'καποιοσ(?: απο την ομαδα| μασ| δικοσ μασ)?',
    '(?!προμηθευτ|ιδιοκτητ|πελατ|τραπεζ|γειτον)\\p{L}{4,}(?:οσ|ησ|ασ|α|η|οι|εσ) μασ',
  ),
  things: phrases(
    '(?:το |η |τα |οι |το )?(?:δεμα|δεματα|παραγγελι\\p{L}+|αποστολη|παραδοση|πακετ\\p{L}+|ανταλλακτικ\\p{L}+|φορτιο|φορτηγο|εμπορευμα\\p{L}*|τιμολογι\\p{L}+|προσφορα|δειγματα|δειγμα|πλακακια|επιπλα|προϊον\\p{L}*|μηχανημα|αντικατασταση|συσκευη|συσκευεσ|κουτι|κουτια|υλικα|εισιτηρι\\p{L}+|αυτοκινητο|βιβλι\\p{L}+|ρουχα|επιταγη|εγγραφα|παλετ\\p{L}+)',
    '\\p{L}+ σασ',
  ),

  given: phrases(
    '(?<! (?:δεν|δε|μην|να) (?:(?:σασ|σου|του|τησ|τουσ|το) )?)(?:σασ |σου |του |τησ |τουσ |το )?(?:υποσχεθηκα|υποσχεθηκαμε|υποσχομαι|υποσχομαστε|δεσμευτηκα|δεσμευτηκαμε|δεσμευομαι|δεσμευομαστε|δεσμευθηκαμε|εγγυωμαι|εγγυομαστε|εγγυουμαστε|αναλαμβανω|αναλαμβανουμε|αναλαβαμε να|αναλαβα να|εταξα|εταξαμε|εχω υποσχεθει|εχουμε υποσχεθει|εχω δεσμευτει|εχουμε δεσμευτει)',
    '(?:εχετε|εχεισ|δινω|δινουμε|σασ δινω|εδωσα|δωσαμε) (?:σασ )?(?:τον|το) λογο (?:μου|μασ|τιμησ)',
  ),
  told: phrases(
    '(?:ειπα|ειπαμε|εγραψα|γραψαμε|ενημερωσα|ενημερωσαμε|ενημερωνω|ενημερωνουμε|ενημερωσω|ενημερωσουμε|διαβεβαιωσα|διαβεβαιωσαμε|διαβεβαιωνω|διαβεβαιωνουμε|διαβεβαιωσω|απαντησα|απαντησαμε|επιβεβαιωσα|επιβεβαιωνω|επιβεβαιωνουμε|εξηγησα|μηνυσα|τονισα|λεω|λεμε|σιγουροσ|σιγουρη|βεβαιοσ|βεβαιη|λογο|υποσχεση)',
  ),
  agreed: phrases(
    'συμφωνησαμε|συμφωνησα|συμφωνηθηκε|συμφωνηθηκαν|συμφωνια|κανονισαμε|κανονισα|κανονιστηκε|μειναμε|ειπαμε|κλεισαμε|συνεννοηθηκαμε|αποφασισαμε|οπωσ ειπαμε|οπωσ συμφωνησαμε',
  ),
  must: phrases('πρεπει|οφειλω|οφειλουμε|εχω|εχουμε|χρειαζεται|ασ|αφηστε με|ασε με|αφησε με|επιτρεψτε μου|θελω'),
  can: phrases('(?<! (?:δεν|δε) )(?:μπορω|μπορουμε)'),
  owed: phrases(
    '(?<! (?:δεν|δε) (?:\\p{L}+ )?)(?:χρωστ(?:αω|ω|αμε|ουμε)|οφειλ(?:ω|ουμε)) (?:\\p{L}+ ){0,3}(?:τηλεφωνημα|απαντηση|προσφορα|εξηγηση|επισκεψη|συγγνωμη|παραδοση|τιμολογιο|δειγμα\\p{L}*)',
  ),
  noted: phrases('(?<=^ )(?:τηλεφωνημα|κληση) (?:σε|στ(?:ον?|ην?|ουσ|ισ)|προσ)'),
  maybe: phrases('ισωσ|μπορει|μακαρι|ελπιζω|ελπιζουμε|πιθανον|πιθανωσ|ενδεχομενωσ|μαλλον|αμφιβαλλω|ποτε δεν'),
  habit: phrases('παντα|συνηθωσ|καθε|ποτε|συχνα|τακτικα|παντοτε'),

  that: oneOf('οτι', 'πωσ', 'αν', 'εαν', 'ποτε', 'μηπωσ'),
  condition: phrases('αν|εαν|εφοσον|εκτοσ|αρκει|διαφορετικα|αλλιωσ|σε περιπτωση|υπο την προϋποθεση|με την προϋποθεση|ειδαλλωσ'),
  time: phrases('οταν|μολισ|αφου|οποτε|αφοτου'),
  asking: stems('ρωτη|ρωταω|ρωταμε|ρωτω|κοιτα|δω$|δουμε$|βλεπ|ελεγ[ξχ]|μαθ|πω$|πουμε$|ενημερ|ψα[ξχ]|βρω|βρουμε|επιβεβαι|απαντ|τσεκ|ξερ'),
  isTheirDoing(words) {
    const [verb = '', ...rest] = words.filter((word) => !clitic.test(word) && !/^(?:θα|να|δεν|εσεισ|εσυ)$/.test(word));
    if (words[0] === 'μου' || words[0] === 'μασ') return true;
    if (/^(?:ο|η|οι)$/.test(verb)) return /^(?:πελατ|κυρι|ιδι)/.test(rest[0] ?? '');
    if (secondPerson.test(verb)) return true;
    return (
      /^(?:πληρω|αποφασι|επιβεβαιω|υπογρα|εγκρι|παραγγειλ|στειλ|απαντησ|ζητησ|θελησ|πει$|πουν$|δωσ|συμφωνησ|τηλεφωνησ|επιστρεψ)/.test(
        verb,
      ) && thirdPerson.test(verb)
    );
  },
};

function predicates({ words, plain, hasMoment }: Spoken): readonly Predicate[] {
  const found: Predicate[] = [];
  const line = lineOf(plain);
  for (const [at, word] of plain.entries()) {
    const before = plain[at - 1] ?? '';
    if (word === 'θα' || word === 'να' || word === 'ασ') {
      if (/^(?:δεν?|μην?)$/.test(before) || /^(?:δεν?|μην?)$/.test(plain[at + 1] ?? '')) continue;
      const place = verbBehind(plain, at + 1);
      const verb = plain[place] ?? '';
      const person = personOf(verb, words[place] ?? '');
      if (person === undefined) continue;
      const between = plain.slice(at + 1, place);
      const toUs =
        between.some((one) => one === 'μου' || one === 'μασ' || one === 'με') ||
        /^(?:μου|μασ|με)$/.test(person === 1 ? '' : (between[0] ?? ''));
      const rest = plain.slice(place + 1);
      const toYou =
        between.some((one) => one === 'σασ' || one === 'σου') ||
        /(?:μαζι|με|σε|στο|στη|κοντα|προσ) (?:\p{L}+ )?(?:σασ|εσασ)/u.test(lineOf(rest));
      const exception = word === 'θα' && person === 1 ? isExcepted(verb, between, rest, hasMoment) : undefined;
      const isPerfect =
        person === 2 && verb.startsWith('εχ') && rest.find((one) => !/^(?:ηδη|πια|μαλλον)$/.test(one))?.endsWith('ει') === true;
      // "Θα μπορέσουμε να", "θα προσπαθήσω να": the second verb says what. "Πρέπει να", "θέλει να": `isToBeDone` reads what stands before.
      found.push({
        at,
        from: at,
        verb: exception === false ? 'στειλω' : verb,
        person,
        form: word === 'θα' || isExpected(before) || (word === 'ασ' && isLetting(verb)) ? 'future' : 'duty',
        toUs,
        toYou,
        ...(exception === true || isPerfect ? { isNone: true } : {}),
      });
      continue;
    }
    if (/^(?:θα|να|ασ|δεν?|μην?|που|οταν|μολισ|αν|εαν|ο|η|οι|των|τουσ?|στο|στη|στην|ενασ|μια)$/.test(before) || isBehindParticle(plain, at))
      continue;
    if (isOpeningHours(plain)) continue;
    if (firstPerson.test(word) || presentInAme.test(word)) found.push(present(plain, at, 1));
    else if (/(?:ει|ουν|ουνε|εται|ονται|ειναι|αει|ανε)$/.test(word))
      found.push({ ...present(plain, at, 3), toUs: /^(?:μου|μασ)$/.test(before) });
    else if (/^(?:εχετε|λαμβανετε|παραλαμβανετε)$/.test(word) && !/ (?:λογο|εχετε \p{L}+ει) /u.test(line))
      found.push(present(plain, at, 2));
  }
  return found;
}

/** "It is expected to arrive" (`αναμένεται να φτάσει`): as good as the future. */
function isExpected(before: string): boolean {
  return /^(?:αναμεν|προβλεπ|υπολογιζ)ε?τ?/.test(before) && /(?:ται|ουμε)$/.test(before);
}

/** "Ας το ψάξω": let me look into it; "ας πούμε" is a way of speaking, "ας βρεθούμε" asks. */
function isLetting(verb: string): boolean {
  return verb.endsWith('ω') && !/^(?:πω|δω)$/.test(verb) && greek.service.test(verb);
}

function present(plain: readonly string[], at: number, person: 1 | 2 | 3): Predicate {
  const near = plain.slice(Math.max(0, at - 2), at);
  const toYou =
    near.some((one) => one === 'σασ' || one === 'σου') ||
    / (?:μαζι|κοντα|σε|σπιτι) (?:\p{L}+ )?(?:σασ|εσασ) /u.test(lineOf(plain.slice(at + 1)));
  return { at, from: at, verb: plain[at] ?? '', person, form: 'present', toUs: false, toYou };
}

function verbBehind(plain: readonly string[], from: number): number {
  let place = from;
  while (clitic.test(plain[place] ?? '')) place++;
  return place;
}

/** "Ανοίγουμε στις εννιά", "κλείνουμε": when the shop is open promises nobody anything. */
function isOpeningHours(plain: readonly string[]): boolean {
  return / (?:ανοιγουμε|κλεινουμε|ανοιγω|κλεινω) $/.test(lineOf(plain)) || plain.includes('ανοιγουμε');
}

/** A verb whose particle stands before its pronouns is read with the particle. */
function isBehindParticle(plain: readonly string[], at: number): boolean {
  let place = at - 1;
  while (clitic.test(plain[place] ?? '')) place--;
  return /^(?:θα|να|ασ|δεν?|μην?|αν|εαν|οταν|μολισ|αφου|που)$/.test(plain[place] ?? '');
}

function personOf(verb: string, written: string): 1 | 2 | 3 | undefined {
  // "Θα στέλναμε" would have been; "θα πάμε", "θα μιλάμε" will be.
  if (verb.endsWith('αμε')) return written.endsWith('άμε') || presentInAme.test(verb) ? 1 : undefined;
  if (verb.length < 2) return undefined;
  if (firstPerson.test(verb)) return 1;
  if (secondPerson.test(verb)) return 2;
  return verb === 'ειναι' || thirdPerson.test(verb) ? 3 : undefined;
}

/** Of the verbs that promise nothing by themselves, what makes a promise of them (false); of the others, what takes it away (true). */
function isExcepted(verb: string, between: readonly string[], rest: readonly string[], hasMoment: boolean): boolean | undefined {
  const line = lineOf(rest);
  if (verb.startsWith('ειμ'))
    return !/ (?:κοντα|μαζι|σπιτι|εκει|στην πορτα|στον χωρο|στο χωρο|ετοιμ\p{L}+|σε επαφη|σε επικοινωνια) /u.test(line);
  if (verb.startsWith('εχ'))
    return !(
      between.some((one) => /^(?:το|τα|την|τη|τον|τουσ|τισ|σασ|σου)$/.test(one)) ||
      / (?:ετοιμ\p{L}+|νεα|απαντηση|νεοτερα|\p{L}{3,}(?:σει|ξει|ψει|ρει|νει|λει)) /u.test(line)
    );
  if (/^(?:μπορ)/.test(verb)) return !(hasMoment && / να /.test(line));
  // One goes to somebody, or on holiday.
  if (/^(?:παω|παμε)$/.test(verb))
    return !(between.length > 0 || / (?:σασ|του|τησ|τουσ|σε|στ\p{L}+) /u.test(line)) || / (?:διακοπεσ|ταξιδι|γιατρο) /.test(line);
  if (/^(?:δω|δουμε)$/.test(verb)) return rest.length === 0 ? true : undefined;
  if (/^(?:χαρ|χαιρ)/.test(verb)) return true;
  return undefined;
}
