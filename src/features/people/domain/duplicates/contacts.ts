import { isWithinEdits } from './edits.ts';
import { weigh, type Evidence } from './evidence.ts';
import type { BirthdayLike, Frequencies, Likeness } from './likeness.ts';
import { personModel, strangersSharing, type Shares } from './model.ts';

type Compared = { readonly same: Shares; readonly similar: Shares; readonly different: Shares };

export function comparePhones(one: Likeness, other: Likeness, model: Compared, frequencies: Frequencies): Evidence | undefined {
  return compareValues('phone', one.phones, other.phones, isDigitOff, model, frequencies);
}

export function compareEmails(one: Likeness, other: Likeness, model: Compared, frequencies: Frequencies): Evidence | undefined {
  return compareValues('email', one.emails, other.emails, isMailboxAlike, model, frequencies);
}

function compareValues(
  field: 'phone' | 'email',
  ones: readonly string[],
  others: readonly string[],
  isSimilar: (one: string, other: string) => boolean,
  model: Compared,
  frequencies: Frequencies,
): Evidence | undefined {
  if (ones.length === 0 || others.length === 0) return undefined;
  const shared = ones.filter((value) => others.includes(value)).map((value) => frequencies.holders(value));
  if (shared.length > 0) {
    return weigh(field, 'same', { ...model.same, strangers: strangersSharing(Math.min(...shared), frequencies.customers) });
  }
  const how = ones.some((one) => others.some((other) => isSimilar(one, other))) ? 'similar' : 'different';
  return weigh(field, how, model[how]);
}

function isDigitOff(one: string, other: string): boolean {
  return one.length >= 7 && isWithinEdits(one, other, 1);
}

/** The same name before the @ elsewhere, or a slip of the finger: but another number is another mailbox. */
function isMailboxAlike(one: string, other: string): boolean {
  const [boxOne = '', boxOther = ''] = [one.split('@')[0], other.split('@')[0]];
  if (boxOne.length >= 7 && boxOne === boxOther) return true;
  return one.length >= 12 && isWithinEdits(one, other, 1) && one.replace(/\D/g, '') === other.replace(/\D/g, '');
}

export function compareBirthdays(one: BirthdayLike | null, other: BirthdayLike | null): Evidence | undefined {
  if (one === null || other === null) return undefined;
  const isSameDay = one.month === other.month && one.day === other.day;
  const isYearKnown = one.year !== null && other.year !== null;
  if (isSameDay && !isYearKnown) return weigh('birthday', 'day', personModel.birthday.day);
  if (isSameDay && one.year === other.year) return weigh('birthday', 'same', personModel.birthday.same);
  const isExchanged = one.month === other.day && one.day === other.month;
  const agreeing = Number(one.month === other.month) + Number(one.day === other.day) + Number(one.year === other.year);
  const isSimilar = isYearKnown && (agreeing === 2 || (isExchanged && one.year === other.year));
  const how = isSimilar ? 'similar' : 'different';
  return weigh('birthday', how, personModel.birthday[how]);
}

type Places = Pick<Likeness, 'street' | 'postalCode' | 'city'>;
type AddressModel = Readonly<Record<'same' | 'near' | 'city' | 'different', Shares>>;

export function compareAddresses(one: Places, other: Places, model: AddressModel): Evidence | undefined {
  const how = howNear(one, other);
  return how && weigh('address', how, model[how]);
}

function howNear(one: Places, other: Places): keyof AddressModel | undefined {
  const isSame = (field: keyof Places) => one[field] !== null && one[field] === other[field];
  const isKnown = (field: keyof Places) => one[field] !== null && other[field] !== null;
  if (isSame('street') && (isSame('postalCode') || isSame('city') || !(isKnown('postalCode') || isKnown('city')))) return 'same';
  if (isSame('postalCode') && (isSame('city') || !isKnown('city'))) return 'near';
  if (isSame('city')) return 'city';
  return isKnown('city') || isKnown('postalCode') ? 'different' : undefined;
}
