import { expect, test } from 'vitest';
import { mayChange } from './news-reach.ts';

const maria = { customer: 'maria', colleague: 'nikos' };
const asked = (path: string) => [path, { params: { customer: 'maria' } }] as const;
const timeline = asked('/api/customers/{customer}/touchpoints');
const facts = asked('/api/customers/{customer}/facts');
const card = asked('/api/customers/{customer}/card');
const list = ['/api/customers', {}] as const;

test('a call changes the timeline, how things stand and the lists, and not what we know', () => {
  const called = { kind: 'touchpoint.logged', ...maria };
  expect([timeline, card, list, facts].map((key) => mayChange(called, key))).toEqual([true, true, true, false]);
});

test('what nobody said anything about may change everything', () => {
  expect([timeline, card, list, facts].map((key) => mayChange({ kind: 'something.new', ...maria }, key))).toEqual([true, true, true, true]);
  expect(mayChange('missed', facts)).toBe(true);
});
