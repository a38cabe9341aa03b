import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMeant, operatorsOf, readConditions, standsAlone, writeConditions, type Condition, type Field } from './conditions.ts';
import { formFields, recordFields, rowFields } from './fields.ts';

const fields: readonly Field[] = [...rowFields, ...recordFields, ...formFields];
const read = (text: string) => {
  const result = readConditions(text, fields);
  return result.ok ? result.value : result.failure.code;
};

test('conditions are read as they were written, all of them', () => {
  expect(read('value.atLeast=100000;last_contact.until=-60d;stage.any=returning,lapsed;email.empty')).toEqual([
    { field: 'value', operator: 'atLeast', values: ['100000'] },
    { field: 'last_contact', operator: 'until', values: ['-60d'] },
    { field: 'stage', operator: 'any', values: ['returning', 'lapsed'] },
    { field: 'email', operator: 'empty', values: [] },
  ]);
  expect(read('')).toEqual([]);
});

test.each([
  ['a field there is not', 'shoe_size.atLeast=40', 'customers.field_unknown'],
  ['nothing that can be read', 'value', 'customers.field_unknown'],
  ['what cannot be asked of the field', 'value.has=12', 'customers.condition_unusable'],
  ['an amount that is none', 'value.atLeast=much', 'customers.condition_unusable'],
  ['a day that is none', 'last_contact.since=2026-02-30', 'customers.condition_unusable'],
  ['a choice there is not', 'stage.any=friend', 'customers.condition_unusable'],
  ['an organization that is no id', 'organization.any=Acme', 'customers.condition_unusable'],
  ['a tag that is no id', 'tag.any=vip', 'customers.condition_unusable'],
  ['a value where none belongs', 'email.empty=1', 'customers.condition_unusable'],
  ['two values where one belongs', 'visits.atLeast=1,2', 'customers.condition_unusable'],
  ['a sign that nobody wrote so', 'note.has=50%', 'customers.condition_unusable'],
  ['more than anybody means', 'email.empty;'.repeat(21), 'customers.too_many_conditions'],
])('%s is refused', (_, text, code) => expect(read(text)).toBe(code));

describe('a day can move with the day looked at', () => {
  const day = Temporal.PlainDate.from('2026-03-01');
  test.each([
    ['-60d', '2025-12-31'],
    ['+14d', '2026-03-15'],
    ['2026-01-02', '2026-01-02'],
  ])('%s', (value, meant) => expect(dayMeant(value, day).toString()).toBe(meant));
});

test('whatever is asked, it is read back as it was written', () => {
  const texts = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
  const condition = fc
    .constantFrom(...fields.filter((field) => field.kind === 'text'))
    .chain((field) =>
      fc
        .constantFrom(...operatorsOf(field.kind))
        .chain((operator) =>
          fc.tuple(texts).map(([text]): Condition => ({ field: field.id, operator, values: standsAlone(operator) ? [] : [text] })),
        ),
    );
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 20 }), (conditions) => {
      expect(read(writeConditions(conditions))).toEqual(conditions);
    }),
  );
});
