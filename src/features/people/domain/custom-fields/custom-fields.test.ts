import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeChoices,
  changeCustomValues,
  customChanges,
  readCustomField,
  readDecimal,
  readWrittenValue,
  writtenValue,
  type CustomField,
  type CustomTold,
} from './index.ts';

const id = (last: number) => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const field = (last: number, name: string, kind: CustomField['kind'], more: Partial<CustomField> = {}): CustomField => ({
  id: id(last),
  name,
  kind,
  appliesTo: 'everyone',
  currency: kind === 'money' ? 'EUR' : null,
  help: null,
  isArchived: false,
  choices: [],
  ...more,
});
const choices = ['Light', 'Medium', 'Dark'].map((name, place) => ({ id: id(100 + place), name, isWithdrawn: false }));
const [light, medium, dark] = choices.map((choice) => choice.id) as [string, string, string];

const motto = field(1, 'Motto', 'text');
const kilos = field(2, 'Kilos a month', 'number');
const limit = field(3, 'Credit limit', 'money');
const until = field(4, 'Contract until', 'date');
const roast = field(5, 'Roast', 'choice', { choices });
const roasts = field(6, 'Roasts', 'choices', { choices });
const orderer = field(7, 'Who orders', 'person', { appliesTo: 'organizations' });
const old = field(8, 'Old', 'text', { isArchived: true });
const fields = [motto, kilos, limit, until, roast, roasts, orderer, old];

const change = (told: CustomTold, before = {}, kind: 'person' | 'organization' = 'person', known = fields) => {
  const result = changeCustomValues(known, kind, before, told);
  return result.ok ? result.value : `${result.failure.code} at ${result.failure.field}`;
};

describe('a field', () => {
  const told = { name: ' Preferred  roast ', kind: 'choice', choices: [{ name: 'Light' }, { name: 'Dark ' }] } as const;

  test('has a tidy name, is asked of everyone unless told otherwise, and keeps its choices in order', () => {
    expect(readCustomField(told, 'EUR')).toMatchObject({
      ok: true,
      value: {
        name: 'Preferred roast',
        foldedName: 'preferred roast',
        appliesTo: 'everyone',
        currency: null,
        choices: [{ name: 'Light' }, { name: 'Dark' }],
      },
    });
  });

  test('of money is in the currency of the workspace unless another is named', () => {
    expect(readCustomField({ name: 'Limit', kind: 'money' }, 'BGN')).toMatchObject({ value: { currency: 'BGN' } });
    expect(readCustomField({ name: 'Limit', kind: 'money', currency: 'usd' }, 'BGN')).toMatchObject({ value: { currency: 'USD' } });
  });

  test.each([
    ['without a name', { ...told, name: ' ' }, 'custom_field.name_missing', 'name'],
    ['whose name is a sentence', { ...told, name: 'x'.repeat(61) }, 'custom_field.too_long', 'name'],
    ['in a currency there is not', { name: 'Limit', kind: 'money', currency: 'ABC' }, 'custom_field.currency_unknown', 'currency'],
    ['of choices without any', { ...told, choices: [] }, 'custom_field.choices_missing', 'choices'],
    [
      'with the same choice twice, whatever its accents',
      { ...told, choices: [{ name: 'Καφές' }, { name: 'καφες' }] },
      'custom_field.choice_twice',
      'choices.1.name',
    ],
    [
      'with the same choice under two names',
      {
        ...told,
        choices: [
          { id: '1', name: 'Coffee' },
          { id: '1', name: 'Tea' },
        ],
      },
      'custom_field.choice_twice',
      'choices.1.name',
    ],
    ['with a choice without a name', { ...told, choices: [{ name: '\t' }] }, 'custom_field.choice_name_missing', 'choices.0.name'],
    [
      'with more choices than anybody reads',
      { ...told, choices: Array.from({ length: 201 }, (_, place) => ({ name: `${place}` })) },
      'custom_field.too_many_choices',
      'choices',
    ],
  ] as const)('%s is refused', (_, one, code, at) => {
    expect(readCustomField(one, 'EUR')).toMatchObject({ ok: false, failure: { code, field: at } });
  });
});

describe('what a customer has in a field', () => {
  test('is of its kind, tidy, and in the order in which choices are offered', () => {
    expect(
      change({
        [motto.id]: ' Slow  is fine ',
        [kilos.id]: 12.5,
        [limit.id]: 150_000,
        [until.id]: '2027-01-31',
        [roast.id]: dark,
        [roasts.id]: [dark, light],
      }),
    ).toEqual({
      [motto.id]: 'Slow is fine',
      [kilos.id]: 12.5,
      [limit.id]: 150_000,
      [until.id]: '2027-01-31',
      [roast.id]: dark,
      [roasts.id]: [light, dark],
    });
  });

  test('is forgotten by telling nothing, and stays where nothing is told', () => {
    const before = { [motto.id]: 'Slow is fine', [kilos.id]: 3, [roasts.id]: [light] };
    expect(change({ [motto.id]: null, [roasts.id]: [] }, before)).toEqual({ [kilos.id]: 3 });
    expect(change({ [motto.id]: '' }, before)).toEqual({ [kilos.id]: 3, [roasts.id]: [light] });
  });

  test.each([
    ['a field there is not', { [id(99)]: 'x' }, `custom_field.not_found at custom.${id(99)}`],
    ['a field that is not asked any more', { [old.id]: 'x' }, `custom_field.is_archived at custom.${old.id}`],
    ['a field that only organizations have', { [orderer.id]: id(50) }, `custom_field.of_organizations_only at custom.${orderer.id}`],
    ['a text that is a story', { [motto.id]: 'x'.repeat(501) }, `custom_field.text_unusable at custom.${motto.id}`],
    ['a number that is a text', { [kilos.id]: '12' }, `custom_field.number_unusable at custom.${kilos.id}`],
    ['a number with more digits than are kept', { [kilos.id]: 1e15 }, `custom_field.number_unusable at custom.${kilos.id}`],
    ['an amount that is no whole coin', { [limit.id]: 1.5 }, `custom_field.amount_unusable at custom.${limit.id}`],
    ['a day that is none', { [until.id]: '2027-02-30' }, `custom_field.day_unusable at custom.${until.id}`],
    ['a choice there is not', { [roast.id]: id(200) }, `custom_field.choice_unknown at custom.${roast.id}`],
    ['two of which one may be chosen', { [roast.id]: [light, dark] }, `custom_field.choice_unknown at custom.${roast.id}`],
    ['several of which one is none', { [roasts.id]: [light, id(200)] }, `custom_field.choice_unknown at custom.${roasts.id}`],
    ['a name for a person', { [orderer.id]: 'Maria' }, `custom_field.of_organizations_only at custom.${orderer.id}`],
  ])('%s is refused', (_, told, refusal) => expect(change(told)).toBe(refusal));

  test('a choice that was withdrawn stays with who has it and is given to nobody', () => {
    const withdrawn = { ...roasts, choices: choices.map((one) => (one.id === medium ? { ...one, isWithdrawn: true } : one)) };
    expect(change({ [roasts.id]: [medium, dark] }, { [roasts.id]: [medium] }, 'person', [withdrawn])).toEqual({
      [roasts.id]: [medium, dark],
    });
    expect(change({ [roasts.id]: [medium] }, {}, 'person', [withdrawn])).toBe(`custom_field.choice_unknown at custom.${roasts.id}`);
  });

  test('what became different is told with what it was and what it is', () => {
    expect(customChanges({ [motto.id]: 'a', [kilos.id]: 1 }, { [kilos.id]: 1, [roasts.id]: [dark] })).toEqual({
      [motto.id]: { before: 'a', after: null },
      [roasts.id]: { before: null, after: [dark] },
    });
  });
});

describe('of several choices', () => {
  const after = (one: CustomField, before: string[], wanted: { give?: string[]; take?: string[] }) => {
    const result = changeChoices(one, before, wanted);
    return result.ok ? result.value : `${result.failure.code} at ${result.failure.field}`;
  };

  test('some are given and some are taken, in the order in which they are offered', () => {
    expect(after(roasts, [dark], { give: [light, dark] })).toEqual([light, dark]);
    expect(after(roasts, [light, dark], { take: [light, medium] })).toEqual([dark]);
    expect(after(roasts, [light], { give: [dark], take: [light] })).toEqual([dark]);
    expect(after(roasts, [], { take: [light] })).toEqual([]);
  });

  test('only those that are offered are given, and those that are offered no more can be taken', () => {
    const withdrawn = { ...roasts, choices: choices.map((one) => (one.id === medium ? { ...one, isWithdrawn: true } : one)) };
    expect(after(withdrawn, [medium, dark], { give: [light] })).toEqual([light, medium, dark]);
    expect(after(withdrawn, [medium], { take: [medium] })).toEqual([]);
    expect(after(withdrawn, [], { give: [medium] })).toBe(`custom_field.choice_unknown at custom.${roasts.id}`);
    expect(after({ ...roasts, isArchived: true }, [], { give: [light] })).toBe(`custom_field.is_archived at custom.${roasts.id}`);
    expect(after(roast, [], { give: [light] })).toBe(`custom_field.not_several at custom.${roast.id}`);
  });

  test('giving what was taken, or taking what was given, is as if nothing had been done', () => {
    const some = fc.subarray([light, medium, dark]);
    fc.assert(
      fc.property(some, some, (before, others) => {
        const given = others.filter((one) => !before.includes(one));
        expect(after(roasts, after(roasts, before, { give: given }) as string[], { take: given })).toEqual(before);
      }),
    );
  });
});

describe('a number is read as people write it', () => {
  test.each([
    ['12,5', '.', 12.5],
    ['12.5', ',', 12.5],
    ['1.234,56', '.', 1234.56],
    ['1,234.56', ',', 1234.56],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['0.125', ',', 0.125],
    ['1 234 567,8', '.', 1_234_567.8],
    ['1’234’567', '.', 1_234_567],
    ['۱٬۲۳۴٫۵', '.', 1234.5],
    ['۱۲۳', ',', 123],
    ['−3,5', ',', -3.5],
    ['.5', '.', 0.5],
    ['1.2.3', '.', undefined],
    ['12 kg', '.', undefined],
    ['-', '.', undefined],
    ['', '.', undefined],
  ] as const)('%s, with %s as the usual mark', (written, usual, read) => expect(readDecimal(written, usual)).toBe(read));
});

describe('a value that was written into a file', () => {
  const reading = { mark: ',', dayOf: (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined) } as const;

  test('is read again as it was, whatever mark is usual where it is read', () => {
    const told = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 })
        .filter((one) => !/e/.test(String(one)) && !Object.is(one, -0))
        .map((one) => [kilos, one] as const),
      fc.integer({ min: -1e12, max: 1e12 }).map((one) => [limit, one] as const),
      fc.constantFrom(light, medium, dark).map((one) => [roast, one] as const),
      fc.subarray([light, medium, dark], { minLength: 1 }).map((one) => [roasts, one] as const),
    );
    fc.assert(
      fc.property(told, fc.constantFrom('.', ','), ([of, value], mark) => {
        // A whole thousand and a thousandth look alike to who expects a comma; our own files are read with the point they are written with.
        expect(readWrittenValue(of, writtenValue(of, value, String), { ...reading, mark: of.kind === 'number' ? '.' : mark })).toEqual(
          value,
        );
      }),
    );
  });

  test('knows choices by their names, and says nothing where one is none', () => {
    expect(readWrittenValue(roasts, 'DARK; light', reading)).toEqual([dark, light]);
    expect(readWrittenValue(roasts, 'dark; burnt', reading)).toBeUndefined();
    expect(readWrittenValue(roast, ' médium ', reading)).toBe(medium);
    const odd = field(9, 'Odd', 'choices', { choices: [{ id: light, name: 'a; b \\ c', isWithdrawn: false }] });
    expect(readWrittenValue(odd, writtenValue(odd, [light], String), reading)).toEqual([light]);
  });

  test('of money may have its currency beside it', () => {
    expect(readWrittenValue(limit, '€ 1.500,00', reading)).toBe(150_000);
    expect(readWrittenValue(limit, '1500 EUR', reading)).toBe(150_000);
    expect(readWrittenValue(limit, 'much', reading)).toBeUndefined();
  });
});
