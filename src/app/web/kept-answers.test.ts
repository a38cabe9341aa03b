import { expect, test } from 'vitest';
import { isKept } from './kept-answers.ts';

const maria = '/api/customers/01890000-0000-7000-8000-000000000001';

test('Today, promises and the page of a customer can be read without a connection', () => {
  const paths = ['/api/session', '/api/today', '/api/today/waiting', '/api/promises', maria, `${maria}/card`, `${maria}/word-of-mouth`];
  expect(paths.filter((path) => !isKept(path))).toEqual([]);
});

test('what is sensitive, lists of customers, files, and what changes by itself are not kept', () => {
  const paths = [
    `${maria}/facts/looks`,
    `${maria}/personal-data`,
    `${maria}/erasure`,
    `${maria}/facts/01890000-0000-7000-8000-000000000002/words`,
    '/api/customers',
    '/api/customers.csv',
    '/api/find',
    '/api/attachments/01890000-0000-7000-8000-000000000003',
    '/api/live',
    '/api/contacts/export',
  ];
  expect(paths.filter(isKept)).toEqual([]);
});
