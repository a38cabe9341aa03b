import type { Typed } from '#kit/web/form.tsx';
import type { Customer } from '../customer.ts';
import { birthdayIn } from './birthday-field.tsx';
import { namesOf } from './name-fields.tsx';
import { NOBODY } from './owner-fields.tsx';
import { numberIn, rowsIn, toldIn } from './told.ts';

/** Only what is new: a name that was merely shown in its likely parts is not split by saving a phone number. */
export function newsIn(typed: Typed, customer: Customer) {
  const told = { ...toldOfBoth(typed), ...(customer.kind === 'person' ? toldOfPerson(typed, customer) : toldOfOrganization(typed)) };
  const before: Readonly<Record<string, unknown>> = { ...customer, ...shownOf(customer) };
  const isNews = ([field, value]: readonly [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before[field] ?? null);
  return Object.fromEntries(Object.entries(told).filter(isNews)) as Partial<typeof told>;
}

function toldOfBoth(typed: Typed) {
  const deputyId = typed.text('deputyId');
  return {
    ...toldIn(typed, ['latinName', 'greeting', 'language', 'country', 'timeZone', 'note', 'externalId']),
    emails: rowsIn(typed, 'emails', ['value', 'label']),
    phones: rowsIn(typed, 'phones', ['value', 'label']),
    websites: rowsIn(typed, 'websites', ['value', 'label']),
    addresses: rowsIn(typed, 'addresses', ['label', 'street', 'postalCode', 'city', 'region', 'country']),
    ownerId: typed.text('ownerId'),
    deputyId: deputyId === NOBODY ? null : deputyId,
  };
}

function toldOfPerson(typed: Typed, customer: Customer) {
  const parts = toldIn(typed, ['given', 'patronymic', 'family', 'suffix']);
  const shown: Readonly<Record<string, string | null>> = { patronymic: customer.patronymic, suffix: customer.suffix, ...namesOf(customer) };
  const isSameName = Object.entries(parts).every(([part, text]) => (text ?? '') === (shown[part] ?? ''));
  const birthday = birthdayIn(typed);
  return {
    ...(isSameName ? {} : parts),
    ...toldIn(typed, ['prefix', 'nickname', 'otherNames', 'profession']),
    formality: typed.text('formality') === 'familiar' ? ('familiar' as const) : ('formal' as const),
    birthday,
  };
}

function toldOfOrganization(typed: Typed) {
  const employees = numberIn(typed, 'employees');
  return {
    ...toldIn(typed, ['name', 'legalName', 'industry', 'foundedOn', 'parentId']),
    // What is no number is no count either: the server says so at the field.
    employees: Number.isNaN(employees) ? 0 : employees,
  };
}

/** What the fields show of a customer where that is not what the answer says in the same words. */
function shownOf(customer: Customer) {
  const reach = (points: Customer['emails'], isAlwaysAsked: boolean) =>
    points.length === 0 && isAlwaysAsked ? [{ value: null, label: null }] : points.map(({ value, label }) => ({ value, label }));
  const { birthday, addresses } = customer;
  const nowhere = { label: null, street: null, postalCode: null, city: null, region: null, country: null };
  return {
    emails: reach(customer.emails, true),
    phones: reach(customer.phones, true),
    websites: reach(customer.websites, false),
    addresses: (addresses.length === 0 ? [nowhere] : addresses).map(({ label, street, postalCode, city, region, country }) => ({
      label,
      street,
      postalCode,
      city,
      region,
      country,
    })),
    birthday: birthday && {
      calendar: birthday.calendar,
      day: birthday.day,
      month: birthday.month,
      ...(birthday.year === null ? {} : { year: birthday.year }),
    },
    formality: customer.formality ?? 'formal',
    parentId: customer.parent?.id ?? null,
    ownerId: customer.owner.id,
    deputyId: customer.deputy?.id ?? null,
  };
}
