import { describe, expect, test } from 'vitest';
import { changeCustomer, countriesIn, countryOf, readCustomer, tidyLine, type CustomerTold } from './index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const read = (told: CustomerTold) => readCustomer(told, today);

const maria = {
  kind: 'person',
  given: 'Μαρία',
  family: 'Γεωργίου',
  email: ' Maria@Example.GR ',
  phone: '210 123 4567',
  country: 'Ελλάδα',
  language: 'el',
  formality: 'familiar',
} as const;

describe('what was told of a customer', () => {
  test('a name in parts makes the whole name', () => {
    expect(read(maria)).toMatchObject({
      ok: true,
      value: { name: 'Μαρία Γεωργίου', email: 'maria@example.gr', country: 'GR', language: 'el' },
    });
    expect(read({ kind: 'person', given: 'Стојан', patronymic: 'Милошев', family: 'Ђурић' })).toMatchObject({
      value: { name: 'Стојан Милошев Ђурић' },
    });
  });

  test.each([
    [{ kind: 'person' as const, name: ' \u200e ' }, 'customer.name_missing'],
    [{ kind: 'organization' as const, given: 'Maria' }, 'customer.name_missing'],
    [{ ...maria, email: 'maria at example' }, 'customer.email_unusable'],
    [{ ...maria, phone: 'ask at the bar' }, 'customer.phone_unusable'],
    [{ ...maria, phone: '123' }, 'customer.phone_unusable'],
    [{ ...maria, language: 'greek!' }, 'customer.language_unknown'],
  ])('%j is refused', (told, code) => {
    expect(read(told)).toMatchObject({ ok: false, failure: { code } });
  });

  test('a number in Persian digits is a number', () => {
    expect(read({ kind: 'person', name: 'یوسفی', phone: '۰۹۱۲ ۱۲۳ ۴۵۶۷' }).ok).toBe(true);
  });
});

describe('a change', () => {
  const before = read(maria);
  if (!before.ok) throw new Error('fixture');

  test('of one field leaves the others', () => {
    expect(changeCustomer(before.value, { phone: null, email: undefined }, today)).toEqual({
      ok: true,
      value: { ...before.value, phone: null, phones: [] },
    });
  });

  test('of the whole name forgets parts that would contradict it', () => {
    expect(changeCustomer(before.value, { name: 'Μαρία Παππά' }, today)).toMatchObject({
      value: { name: 'Μαρία Παππά', given: null, family: null },
    });
  });

  test('of the first address leaves the others, and one of the others can become the first', () => {
    const two = read({ ...maria, email: null, emails: [{ value: 'shop@example.gr', label: 'work' }, { value: 'maria@example.gr' }] });
    if (!two.ok) throw new Error('fixture');
    const emailsAfter = (email: string | null) => {
      const changed = changeCustomer(two.value, { email }, today);
      return changed.ok && changed.value.emails.map(({ value }) => value);
    };
    expect(two.value.email).toBe('shop@example.gr');
    expect(emailsAfter('Maria@example.gr')).toEqual(['maria@example.gr', 'shop@example.gr']);
    expect(emailsAfter('new@example.gr')).toEqual(['new@example.gr', 'maria@example.gr']);
    expect(emailsAfter(null)).toEqual(['maria@example.gr']);
    expect(changeCustomer(two.value, { email: 'none' }, today)).toMatchObject({
      failure: { code: 'customer.email_unusable', field: 'email' },
    });
  });

  test('of a part makes the whole name anew', () => {
    expect(changeCustomer(before.value, { family: 'Παππά' }, today)).toMatchObject({
      value: { name: 'Μαρία Παππά', given: 'Μαρία', family: 'Παππά' },
    });
  });
});

test('a whole name is taken apart where it says its own parts, when it is told and not later', () => {
  expect(readCustomer({ kind: 'person', name: 'Παπαδοπούλου, Μαρία' }, today)).toMatchObject({
    value: { name: 'Μαρία Παπαδοπούλου', given: 'Μαρία', family: 'Παπαδοπούλου' },
  });
  expect(readCustomer({ kind: 'person', name: 'г-жа Мария Иванова Петрова', language: 'bg' }, today)).toMatchObject({
    value: { name: 'Мария Иванова Петрова', prefix: 'г-жа', given: 'Мария', patronymic: 'Иванова', family: 'Петрова' },
  });
  const whole = readCustomer({ kind: 'person', name: 'Νίκος Δήμος' }, today);
  if (!whole.ok) throw new Error('fixture');
  expect(whole.value).toMatchObject({ name: 'Νίκος Δήμος', given: null, family: null });
  const split = { ...whole.value, name: 'Petrović Marko' };
  expect(changeCustomer(split, { note: 'mornings' }, today)).toMatchObject({ value: { name: 'Petrović Marko', family: null } });
  expect(changeCustomer(split, { name: 'Ilić Marko' }, today)).toMatchObject({ value: { name: 'Marko Ilić', family: 'Ilić' } });
});

test('a country is recognized by code and by name in many languages, and kept as written otherwise', () => {
  expect(['gr', 'Greece', 'Ελλάδα', 'یونان', 'United Kingdom', 'EIRE', 'Србија', 'България', 'Հայաստան', 'uk'].map(countryOf)).toEqual([
    'GR',
    'GR',
    'GR',
    'GR',
    'GB',
    'IE',
    'RS',
    'BG',
    'AM',
    'GB',
  ]);
  expect(countryOf('Channel Islands')).toBe('Channel Islands');
  expect(countryOf('European Community')).toBe('European Community');
});

test('marks that turn the writing direction do not get into a name', () => {
  expect(tidyLine('\u202eevil\u202c \t name\u0000')).toBe('evil name');
  expect(tidyLine(' \n ')).toBeNull();
  expect(tidyLine('علی\u200cرضا')).toBe('علی\u200cرضا');
});

test('countries are offered by their names in the reader’s language, once each, without what is none', () => {
  const greek = countriesIn('el');
  expect(greek.find((country) => country.code === 'GR')?.name).toBe('Ελλάδα');
  expect(greek.length).toBeGreaterThan(230);
  expect(new Set(greek.map((country) => country.name)).size).toBe(greek.length);
  expect(greek.filter((country) => ['EU', 'ZZ', 'YU', 'XA'].includes(country.code))).toEqual([]);
});
