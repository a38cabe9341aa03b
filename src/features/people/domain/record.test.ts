import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRole, nextBirthday, readBirthday, readContactRole, readCustomer, timeZoneOf, type CustomerTold } from './index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const person = { kind: 'person', name: 'Μαρία' } as const;
const firm = { kind: 'organization', name: '«Άρτος» Α.Ε.' } as const;
const refusalOf = (told: CustomerTold) => {
  const read = readCustomer(told, today);
  return read.ok ? null : [read.failure.code, read.failure.field];
};
const kept = (told: CustomerTold) => {
  const read = readCustomer(told, today);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};

describe('how a customer is reached', () => {
  test('the first address and number are the ones to use; repeated ones stand once, empty ones not at all', () => {
    const maria = kept({
      ...person,
      emails: [{ value: ' Work@Example.GR', label: ' work ' }, { value: '' }, { value: 'work@example.gr' }, { value: 'home@example.gr' }],
      phones: [{ value: '210 123 4567', label: null }],
    });
    expect(maria.emails).toEqual([
      { value: 'work@example.gr', label: 'work' },
      { value: 'home@example.gr', label: null },
    ]);
    expect(maria).toMatchObject({ email: 'work@example.gr', phone: '210 123 4567' });
  });

  test.each([
    ['example.gr', 'https://example.gr'],
    ['HTTP://Example.GR/Menu?a=1', 'http://example.gr/Menu?a=1'],
    ['https://παράδειγμα.ελ/', 'https://παράδειγμα.ελ'],
    ['shop.example.com:8080/x', 'https://shop.example.com:8080/x'],
  ])('the website %s is kept as %s', (told, value) => {
    expect(kept({ ...firm, websites: [{ value: told }] }).websites).toEqual([{ value, label: null }]);
  });

  test.each([
    'javascript:alert(1)',
    'ftp://example.gr',
    'example',
    'http://user:secret@example.gr',
    'a b.gr',
    'data:text/html,x',
    '"x.gr',
    '//x.gr',
  ])('%s is no website', (value) => {
    expect(refusalOf({ ...firm, websites: [{ value: 'fine.gr' }, { value }] })).toEqual(['customer.website_unusable', 'websites.1.value']);
  });

  test('what is wrong is said at its place', () => {
    expect(refusalOf({ ...person, emails: [{ value: 'a@b.gr' }, { value: 'maria at home' }] })).toEqual([
      'customer.email_unusable',
      'emails.1.value',
    ]);
    expect(refusalOf({ ...person, phones: [{ value: 'ask at the bar' }] })).toEqual(['customer.phone_unusable', 'phones.0.value']);
    expect(refusalOf({ ...person, phones: [{ value: '2101234567', label: 'x'.repeat(81) }] })).toEqual([
      'customer.text_too_long',
      'phones.0.label',
    ]);
    expect(refusalOf({ ...person, emails: Array.from({ length: 21 }, (_, n) => ({ value: `a${n}@b.gr` })) })).toEqual([
      'customer.too_many',
      'emails',
    ]);
    expect(refusalOf({ ...person, addresses: [{}, { street: 'x'.repeat(201) }] })).toEqual([
      'customer.text_too_long',
      'addresses.1.street',
    ]);
  });

  test('an address that is only a label is none, and the first country is that of the customer', () => {
    const maria = kept({ ...person, addresses: [{ label: 'home' }, { street: ' Ερμού 1 ', city: 'Αθήνα', country: 'Ελλάδα' }] });
    expect(maria.addresses).toEqual([{ label: null, street: 'Ερμού 1', postalCode: null, city: 'Αθήνα', region: null, country: 'GR' }]);
    expect(maria.country).toBe('GR');
  });
});

describe('a birthday', () => {
  const refused = (told: Parameters<typeof readBirthday>[0]) => {
    const read = readBirthday(told, today);
    return read.ok ? null : read.failure.code;
  };

  test.each([
    [{ month: 2, day: 30 }, 'customer.birthday_impossible'],
    [{ year: 2001, month: 2, day: 29 }, 'customer.birthday_impossible'],
    [{ month: 2, day: 29 }, null],
    [{ year: 2004, month: 2, day: 29 }, null],
    [{ month: 13, day: 1 }, 'customer.birthday_impossible'],
    [{ month: 4, day: null }, 'customer.birthday_impossible'],
    [{ year: 1990.5, month: 4, day: 1 }, 'customer.birthday_impossible'],
    [{ year: 2026, month: 3, day: 2 }, null],
    [{ year: 2026, month: 3, day: 3 }, 'customer.birthday_in_future'],
    [{ year: 1880, month: 3, day: 3 }, 'customer.birthday_too_early'],
    [{ calendar: 'persian' as const, year: 1403, month: 12, day: 30 }, null],
    [{ calendar: 'persian' as const, year: 1402, month: 12, day: 30 }, 'customer.birthday_impossible'],
    [{ calendar: 'persian' as const, month: 12, day: 30 }, null],
    [{ calendar: 'persian' as const, month: 7, day: 31 }, 'customer.birthday_impossible'],
    [{ calendar: 'persian' as const, year: 1404, month: 12, day: 12 }, 'customer.birthday_in_future'],
  ])('%j: %s', (told, code) => expect(refused(told)).toBe(code));

  test.each([
    [{ calendar: 'gregory' as const, year: 1990, month: 3, day: 2 }, '2026-03-02', 36],
    [{ calendar: 'gregory' as const, year: 1990, month: 3, day: 1 }, '2027-03-01', 37],
    [{ calendar: 'gregory' as const, year: null, month: 2, day: 29 }, '2027-02-28', null],
    [{ calendar: 'persian' as const, year: 1370, month: 1, day: 1 }, '2026-03-21', 35],
    [{ calendar: 'persian' as const, year: 1375, month: 12, day: 30 }, '2026-03-20', 29],
  ])('%j comes next on %s', (birthday, on, age) => {
    const next = nextBirthday(birthday, today);
    expect([next.on.toString(), next.age]).toEqual([on, age]);
  });

  test('comes round within a year, whatever the calendar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gregory' as const, 'persian' as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 20_000 }),
        (calendar, month, day, later) => {
          const read = readBirthday({ calendar, month, day }, today);
          fc.pre(read.ok);
          const then = today.add({ days: later });
          const days = then.until(nextBirthday(read.value, then).on).days;
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(366);
        },
      ),
    );
  });
});

test('an organization has no birthday and a person no founding day', () => {
  const both = {
    birthday: { month: 5, day: 1 },
    foundedOn: today,
    employees: 3,
    legalName: 'x',
    given: 'Άννα',
    profession: 'y',
    parentId: 'p',
  };
  expect(kept({ ...person, ...both })).toMatchObject({ foundedOn: null, employees: null, legalName: null, parentId: null, given: 'Άννα' });
  expect(kept({ ...firm, ...both })).toMatchObject({ birthday: null, given: null, profession: null, employees: 3, parentId: 'p' });
});

test.each([
  [{ ...firm, foundedOn: Temporal.PlainDate.from('2026-03-03') }, ['customer.founded_in_future', 'foundedOn']],
  [{ ...firm, employees: 0 }, ['customer.employees_impossible', 'employees']],
  [{ ...firm, employees: 2.5 }, ['customer.employees_impossible', 'employees']],
  [{ ...person, timeZone: 'Europe/Atlantis' }, ['customer.time_zone_unknown', 'timeZone']],
  [{ ...person, timeZone: '+02:00' }, ['customer.time_zone_unknown', 'timeZone']],
  [{ ...person, family: 'x'.repeat(101) }, ['customer.text_too_long', 'family']],
  [{ ...person, name: 'x'.repeat(201) }, ['customer.text_too_long', 'name']],
  [{ ...person, note: 'x'.repeat(5001) }, ['customer.text_too_long', 'note']],
  [{ kind: 'person' as const, given: ' \u202e ' }, ['customer.name_missing', 'given']],
])('%j is refused at its field', (told, refusal) => expect(refusalOf(told)).toEqual(refusal));

test('marks that turn the writing direction do not get into any text, and a note keeps its lines', () => {
  const told = kept({ ...person, name: '\u202eMaria\u202c', nickname: 'a\u2067b', note: ' one \r\n\r\n\r\n\r\n two\u202e ' });
  expect(told).toMatchObject({ name: 'Maria', nickname: 'ab', note: 'one\n\ntwo' });
});

test('a role lasts through its last day, and does not end before it begins', () => {
  const [sinceOn, untilOn] = ['2026-03-01', '2026-03-02'].map((day) => Temporal.PlainDate.from(day)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const role = { role: 'buyer', sinceOn, untilOn };
  expect([-2, -1, 0, 1].map((days) => isInRole(role, today.add({ days })))).toEqual([false, true, true, false]);
  expect(isInRole({ role: null, sinceOn: null, untilOn: null }, today)).toBe(true);
  expect(readContactRole({ sinceOn: untilOn, untilOn: sinceOn })).toMatchObject({
    failure: { code: 'contact_role.ends_before_it_begins', field: 'untilOn' },
  });
});

test('the clock of a country is known where all its clocks agree', () => {
  expect(['GR', 'DE', 'US', 'XX', 'Greece', null].map((country) => timeZoneOf({ timeZone: null, country }))).toEqual([
    'Europe/Athens',
    'Europe/Berlin',
    null,
    null,
    null,
    null,
  ]);
  expect(timeZoneOf({ timeZone: 'Asia/Tehran', country: 'GR' })).toBe('Asia/Tehran');
});
