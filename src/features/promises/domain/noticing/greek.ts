import { hasBefore, set, type Voice } from './voice.ts';

const clitics = set('του τησ τουσ τον την τη το τα τισ σασ σου ξανα και');
const towardsUs = set('μου μασ');
const notCertain = set('αν εαν οτι πωσ ποτε οταν οποτε μηπωσ ρωτησε ρωταει ρωτα αφου μολισ');
const promised = set('υποσχεθηκα υποσχεθηκαμε δεσμευτηκα δεσμευτηκαμε');
const firstPerson = /(?:ω|ουμε|αμε|ομε|ομαι|ουμαι|αμαι|ομαστε|ουμαστε|αμαστε)$/;

/** "Θα στείλω", "θα του τηλεφωνήσουμε": Greek says who by the ending of the verb. "Να στείλω" is a note to oneself where it says by when. */
export const greek: Voice = ({ folded, hasMoment }) => {
  if (promised.has(folded[0] ?? '')) return 0;
  const place = folded.findIndex((word) => word === 'θα' || word === 'να');
  if (place < 0 || hasBefore(folded, place, notCertain)) return undefined;
  if (folded[place] === 'να' && !(place === 0 && hasMoment)) return undefined;
  if (/^(?:δεν?|μην?)$/.test(folded[place - 1] ?? '')) return undefined;
  let verb = place + 1;
  while (clitics.has(folded[verb] ?? '')) verb++;
  if (towardsUs.has(folded[verb] ?? '')) return undefined;
  return firstPerson.test(folded[verb] ?? '') ? 0 : undefined;
};
