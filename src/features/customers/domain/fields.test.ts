import { expect, test } from 'vitest';
import type { CustomerChange } from '#features/people/domain/index.ts';
import { formFields, recordFields, rowFields } from './fields.ts';

/** By what a list is narrowed for each thing that can be told of a customer; what is not among the fields says why. */
const narrowedBy: Readonly<Record<keyof CustomerChange, readonly string[] | { readonly because: string }>> = {
  kind: ['kind'],
  name: ['name'],
  prefix: ['prefix'],
  given: ['given'],
  patronymic: ['patronymic'],
  family: ['family'],
  suffix: ['suffix'],
  nickname: ['nickname'],
  otherNames: ['other_names'],
  latinName: ['latin_name'],
  greeting: ['greeting'],
  email: ['email'],
  emails: ['email'],
  phone: ['phone'],
  phones: ['phone'],
  websites: ['websites'],
  addresses: ['street', 'postal_code', 'city', 'region'],
  country: ['country'],
  language: ['language'],
  timeZone: ['time_zone'],
  formality: ['formality'],
  birthday: ['birth_month'],
  profession: ['profession'],
  legalName: ['legal_name'],
  foundedOn: ['founded_on'],
  industry: ['industry'],
  employees: ['employees'],
  parentId: ['parent'],
  note: ['note'],
  custom: { because: 'each field of the workspace’s own is one by itself, by its id' },
};

test('a list can be narrowed by everything that can be told of a customer', () => {
  const known = new Set<string>([...rowFields, ...recordFields, ...formFields].map(({ id }) => id));
  for (const [told, fields] of Object.entries(narrowedBy)) {
    if ('because' in fields) continue;
    expect([told, fields.filter((field) => !known.has(field))]).toEqual([told, []]);
  }
});

test('each field is called in a way of its own', () => {
  const ids = [...rowFields, ...recordFields, ...formFields].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
