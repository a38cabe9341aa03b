import { expect, test } from 'vitest';
import { readFilled, type Blank } from './blanks.ts';

const blanks: readonly Blank[] = [
  { id: 'what', kind: 'text', longest: 10 },
  { id: 'days', kind: 'number', least: 0, most: 30, usual: 1 },
  { id: 'by', kind: 'colleague', parts: ['owner'] },
  { id: 'how', kind: 'choice', choices: ['call', 'visit'] },
];
const whole = { what: ' call ', days: 1, by: 'owner', how: 'visit' };
const refused = (change: object) => {
  const read = readFilled(blanks, { ...whole, ...change });
  return read.ok ? 'ok' : `${read.failure.code} ${read.failure.field}`;
};

test('blanks are read in their form, and what nobody asked for is left out', () => {
  expect(readFilled(blanks, { ...whole, more: 'x' })).toEqual({ ok: true, value: { ...whole, what: 'call' } });
});

test('what is empty or does not fit is refused where it stands', () => {
  expect(refused({ what: '  ' })).toBe('blank.missing what');
  expect(refused({ days: undefined })).toBe('blank.missing days');
  expect(refused({ what: 'longer than ten' })).toBe('blank.unusable what');
  expect(refused({ days: 31 })).toBe('blank.unusable days');
  expect(refused({ days: 1.5 })).toBe('blank.unusable days');
  expect(refused({ days: '1' })).toBe('blank.unusable days');
  expect(refused({ days: Number.NaN })).toBe('blank.unusable days');
  expect(refused({ by: 'deputy' })).toBe('blank.unusable by');
  expect(refused({ by: { owner: true } })).toBe('blank.unusable by');
  expect(refused({ how: 'dance' })).toBe('blank.unusable how');
});
