import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, worthShowing, type Frequencies, type OrganizationLike, type PersonLike, type Word } from './index.ts';

/** A business of ten thousand: some names are common, and nobody else shares a number or an address. */
const frequencies: Frequencies = {
  customers: 10_000,
  bearers: (word) => ({ papadopulos: 120, maria: 300, giorgos: 250, nikos: 200 })[word] ?? 2,
  holders: (value) => (value === 'info@example.com' ? 60 : 2),
};

const words = (text: string): Word[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ spellings: [word], consonants: [word.replace(/[aeiou]/g, '')], script: 'latin', groups: [] }));

const person = (given: string, family: string, more: Partial<PersonLike> = {}): PersonLike => ({
  kind: 'person',
  given: words(given),
  middle: [],
  family: words(family),
  other: [],
  nickname: [],
  isToldApart: true,
  emails: [],
  phones: [],
  street: null,
  postalCode: null,
  city: null,
  birthday: null,
  organizations: [],
  ...more,
});

const organization = (name: string, more: Partial<OrganizationLike> = {}): OrganizationLike => ({
  kind: 'organization',
  names: [words(name)],
  domains: [],
  emails: [],
  phones: [],
  street: null,
  postalCode: null,
  city: null,
  ...more,
});

const chance = (one: PersonLike | OrganizationLike, other: PersonLike | OrganizationLike) => judge(one, other, frequencies).probability;
const phone = { phones: ['12345678'] };
const home = { street: 'ermou 12', city: 'patra' };
const born = (year: number | null, month: number, day: number) => ({ birthday: { year, month, day } });

describe('two records are of one customer', () => {
  test.each([
    ['the same names and number', person('nikos', 'zervos', phone), person('nikos', 'zervos', phone)],
    ['a letter mistyped', person('nikos', 'zervos', phone), person('nikos', 'zervso', phone)],
    ['names in the other order', person('nikos', 'zervos', phone), person('zervos', 'nikos', phone)],
    ['another number but the same birthday', person('nikos', 'zervos', born(1980, 4, 3)), person('nikos', 'zervos', born(1980, 4, 3))],
    [
      'a birthday without a year',
      person('nikos', 'zervos', { ...born(1980, 4, 3), ...home }),
      person('nikos', 'zervos', { ...born(null, 4, 3), ...home }),
    ],
    ['an organization with a word more', organization('artos kritis', phone), organization('artos kritis foods', phone)],
  ])('%s', (_, one, other) => expect(chance(one, other)).toBeGreaterThan(worthShowing));
});

describe('two records are not shown as one customer', () => {
  test.each([
    [
      'a couple with one number and one home',
      person('nikos', 'zervos', { ...phone, ...home }),
      person('eleni', 'zervos', { ...phone, ...home }),
    ],
    [
      'a couple with one mailbox',
      person('nikos', 'zervos', { emails: ['zervos@example.com'] }),
      person('eleni', 'zervos', { emails: ['zervos@example.com'] }),
    ],
    ['two of a common name', person('giorgos', 'papadopulos'), person('giorgos', 'papadopulos')],
    ['namesakes with other birthdays', person('nikos', 'zervos', born(1980, 4, 3)), person('nikos', 'zervos', born(1951, 12, 24))],
    [
      'colleagues behind one switchboard',
      person('nikos', '', { emails: ['info@example.com'] }),
      person('giorgos', '', { emails: ['info@example.com'] }),
    ],
    ['two shops of one trade', organization('artos kritis'), organization('artos patras')],
    [
      'branches of one organization in two towns',
      organization('artos', { domains: ['artos.gr'], city: 'patra' }),
      organization('artos', { domains: ['artos.gr'], city: 'volos', ...phone }),
    ],
    ['a person and an organization', person('nikos', 'zervos', phone), organization('nikos zervos', phone)],
  ])('%s', (_, one, other) => expect(chance(one, other)).toBeLessThan(worthShowing));
});

test('a rare family name says more than a common one', () => {
  expect(chance(person('nikos', 'zervos', home), person('nikos', 'zervos', home))).toBeGreaterThan(
    chance(person('nikos', 'papadopulos', home), person('nikos', 'papadopulos', home)),
  );
});

test('the reasons say in what two agree and in what not, the weightiest first', () => {
  const { reasons } = judge(
    person('nikos', 'zervos', { ...phone, ...born(1980, 4, 3) }),
    person('nikolas', 'zervos', { ...phone, ...born(1951, 12, 24) }),
    frequencies,
  );
  expect(reasons.map(({ field, how }) => `${field} ${how}`)).toEqual([
    'phone same',
    'family same_rare',
    'given different',
    'birthday different',
  ]);
  expect(reasons.map(({ bits }) => Math.sign(bits))).toEqual([1, 1, -1, -1]);
});

test('it does not matter who is compared with whom', () => {
  const name = fc.constantFrom('nikos', 'nikolaos', 'maria', 'mairi', 'zervos', 'zervou', 'n', '');
  const any = fc
    .record({
      given: name,
      family: name,
      phones: fc.subarray(['12345678', '12345679']),
      emails: fc.subarray(['a@b.gr', 'info@example.com']),
    })
    .map(({ given, family, ...more }) => person(given, family, more));
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(chance(one, other)).toBeCloseTo(chance(other, one), 10);
    }),
  );
});
