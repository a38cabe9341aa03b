import { expect, test } from 'vitest';
import { baseForms } from './base-forms.ts';

test.each([
  ['Μαρίας', 'Μαρία'],
  ['Γιώργο', 'Γιώργος'],
  ['Κώστα', 'Κώστας'],
  ['Γιώργο Παπαδόπουλο', 'Γιώργος Παπαδόπουλος'],
  ['Mariju', 'Marija'],
  ['Marijom', 'Marija'],
  ['Petrom', 'Petar'],
  ['Petra', 'Petar'],
  ['Marka', 'Marko'],
  ['Јовану', 'Јован'],
  ['Марију', 'Марија'],
  ['Նարեին', 'Նարե'],
  ['Արմենի', 'Արմեն'],
  ["Maria's", 'Maria'],
])('%s may be %s', (written, known) => expect(baseForms(written)).toContain(known));

test('a name is first looked for as it was written', () => {
  expect(baseForms('Nikola')[0]).toBe('Nikola');
  expect(baseForms('مریم')).toEqual(['مریم']);
});
