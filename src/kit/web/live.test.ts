import { expect, test } from 'vitest';
import { isTouchedBy } from './live.ts';

const news = { kind: 'touchpoint.logged', customer: 'maria', colleague: 'nikos' };
const ofMaria = ['/api/customers/{customer}/card', { params: { customer: 'maria' } }];
const ofNare = ['/api/customers/{customer}/touchpoints', 'nare', 'all'];
const today = ['/api/today', {}];
const session = ['/api/session', {}];

test('what was written about one customer asks anew for that customer and for lists, not for others', () => {
  expect([ofMaria, ofNare, today, session].map((key) => isTouchedBy(news, key))).toEqual([true, false, true, false]);
});

test('after something may have been missed, all is asked for anew but who is signed in', () => {
  expect([ofMaria, ofNare, today, session].map((key) => isTouchedBy('missed', key))).toEqual([true, true, true, false]);
});
