import type { Frequencies, PersonLike } from './likeness.ts';
import { exchanged, personModel, strangersBearing, type Shares } from './model.ts';
import { compareAddresses, compareBirthdays, compareEmails, comparePhones } from './contacts.ts';
import { weigh, type Evidence } from './evidence.ts';
import { compareWords, type WordsCompared } from './words.ts';

/** What speaks for and against two persons being one, field by field. */
export function comparePersons(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence[] {
  const evidence = [
    ...compareNames(one, other, frequencies),
    comparePhones(one, other, personModel.phone, frequencies),
    compareEmails(one, other, personModel.email, frequencies),
    compareBirthdays(one.birthday, other.birthday),
    compareAddresses(one, other, personModel.address),
    one.organizations.some((organization) => other.organizations.includes(organization))
      ? weigh('organization', 'same', personModel.organization.same)
      : undefined,
  ];
  return evidence.filter((found) => found !== undefined);
}

function compareNames(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence[] {
  const straight = inOrder(one, other, frequencies);
  if (straight.every(({ how }) => how !== 'different') && straight.length > 0) return straight;
  const crossed = exchange(one, other, frequencies);
  return crossed && total(crossed) > total(straight) ? crossed : straight;
}

function inOrder(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence[] {
  const found: Evidence[] = [];
  const family = compareFamilies(one, other, frequencies);
  if (family) found.push(family);
  const given = compareGiven(one, other, frequencies);
  if (given) found.push(given);
  const middle = compareWords(one.middle, other.middle);
  // A second given name on the one side and a patronymic on the other say nothing about each other.
  if (middle)
    found.push(valued('middle', middle.how === 'nickname' ? { ...middle, how: 'similar' } : middle, personModel.middle, frequencies));
  return found;
}

function compareFamilies(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence | undefined {
  const compared = compareWords(one.family, other.family);
  if (!compared) return undefined;
  const how = compared.how === 'nickname' || compared.how === 'initial' ? 'different' : compared.how;
  if (how === 'same') {
    // One of two family names is less than the same name.
    if (one.family.length !== other.family.length) return weigh('family', 'part', personModel.family.part);
    return valued('family', compared, personModel.family, frequencies);
  }
  if (how === 'different') {
    const isFormer = [compareWords(one.other, other.family), compareWords(one.family, other.other)].some(
      (former) => former?.how === 'same',
    );
    if (isFormer) return weigh('family', 'former', personModel.family.former);
  }
  return weigh('family', how, personModel.family[how]);
}

function compareGiven(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence | undefined {
  const compared = compareWords(one.given, other.given);
  if (!compared || compared.how === 'same') return compared && valued('given', compared, personModel.given, frequencies);
  const isCalledSo = [
    compareWords(one.nickname, other.given),
    compareWords(one.given, other.nickname),
    compareWords(one.nickname, other.nickname),
  ].some((called) => called?.how === 'same');
  if (isCalledSo) return weigh('given', 'nickname', personModel.given.nickname);
  if (compared.how === 'different') {
    const isSecond = [compareWords(one.middle, other.given), compareWords(one.given, other.middle)].some(
      (second) => second?.how === 'same',
    );
    if (isSecond) return weigh('given', 'similar', personModel.given.similar);
  }
  return valued('given', compared, personModel.given, frequencies);
}

/** The given name of the one against the family name of the other, and the other way round; where one has a single name, against either. */
function exchange(one: PersonLike, other: PersonLike, frequencies: Frequencies): Evidence[] | undefined {
  const crossings = [compareWords(one.given, other.family), compareWords(one.family, other.given)].filter((found) => found !== undefined);
  if (crossings.length === 0 || crossings.some(({ how }) => how === 'different' || how === 'initial')) return undefined;
  const isSingle = crossings.length === 1;
  if (isSingle && one.family.length > 0 && other.family.length > 0) return undefined;
  const rate = one.isToldApart && other.isToldApart ? exchanged.told : exchanged.guessed;
  let [same, strangers] = [rate, 1];
  for (const crossing of crossings) {
    const how = crossing.how === 'same' ? 'same' : 'similar';
    same *= personModel.given[how].same;
    strangers *= personModel.given[how].strangers + (how === 'same' ? bearing(crossing, frequencies) : 0);
  }
  // A single name that is the family name of the other is shared with relatives as much as a family name is.
  const close = isSingle ? personModel.family.same.close * rate : exchanged.close;
  return [weigh('names', isSingle ? 'single' : 'exchanged', { same, close, strangers })];
}

/** Evidence whose weight depends on how common the shared value is. */
function valued(
  field: 'family' | 'given' | 'middle',
  compared: WordsCompared,
  model: Readonly<Partial<Record<WordsCompared['how'], Shares>>>,
  frequencies: Frequencies,
): Evidence {
  const shares = model[compared.how] ?? personModel.given.different;
  if (compared.how !== 'same') return weigh(field, compared.how, shares);
  const strangers = shares.strangers + bearing(compared, frequencies);
  const isRare = frequencies.customers >= 1000 && strangers < 0.0005;
  return weigh(field, compared.isOtherScript ? 'other_script' : isRare && field === 'family' ? 'same_rare' : 'same', {
    ...shares,
    // Relatives bear the same given name as often as strangers do, and a little oftener.
    close: field === 'family' ? shares.close : Math.max(shares.close * 0.3, strangers) + shares.close * 0.3,
    strangers,
  });
}

function bearing({ shared }: WordsCompared, { customers, bearers }: Frequencies): number {
  return strangersBearing(bearers(shared), customers);
}

function total(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { same }) => sum + same, 0);
}
