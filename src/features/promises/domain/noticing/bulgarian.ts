import { hasBefore, set, type Voice } from './voice.ts';

const clitics = set('му и им го я ги ви те ти се си веднага пак');
const towardsUs = set('ми ни ме');
const notCertain = set('ако дали когато щом попита пита питаха питат');
const promised = set('обещах обещахме');
/** Of the verbs that end in -а, "ще проверя" aside, only these are in the first person; the others are what somebody else does. */
const firstPersonInA = set(
  `кажа пиша напиша донеса върна взема пусна дойда отида мина река покажа предложа звънна занеса погрижа положа дръжа задържа отложа намаля
   сложа докажа помогна вдигна купя закача поема приема издам предам пратя`,
);

/** "Ще изпратя", "ще му се обадим": Bulgarian says who by the ending of the verb. "Да изпратя до петък" is a note to oneself. */
export const bulgarian: Voice = ({ folded, hasMoment }) => {
  if (promised.has(folded[0] ?? '')) return 0;
  const place = folded.findIndex((word) => word === 'ще' || word === 'да');
  if (place < 0 || hasBefore(folded, place, notCertain)) return undefined;
  if (folded[place] === 'да' && !(place === 0 && hasMoment)) return undefined;
  if (folded[place - 1] === 'не') return undefined;
  let verb = place + 1;
  while (clitics.has(folded[verb] ?? '')) verb++;
  if (towardsUs.has(folded[verb] ?? '')) return undefined;
  return isFirstPerson(folded[verb] ?? '') ? 0 : undefined;
};

// "Отваря" and its like are the third person of verbs in -ям.
function isFirstPerson(verb: string): boolean {
  if (verb.length < 3) return false;
  return /(?:м|ме)$/.test(verb) || (verb.endsWith('я') && !/[аеи]ря$|[ае]вя$|ува?я$/.test(verb)) || known(verb);
}

function known(verb: string): boolean {
  return (
    firstPersonInA.has(verb) ||
    /^(?:направя|оправя|поправя|приготвя|доставя|проверя|намеря|измеря|уговоря|отговоря|говоря|сваря|оставя|представя)$/.test(verb)
  );
}
