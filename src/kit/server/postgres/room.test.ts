import { expect, test } from 'vitest';
import { buffersFor, memoryHere } from './room.ts';

const gigabyte = 1024 ** 3;

test('the database gets an eighth of the memory, on the smallest machine as much as it cannot do without, on the largest no more than it needs', () => {
  expect(buffersFor(gigabyte / 2)).toBe(128);
  expect(buffersFor(2 * gigabyte)).toBe(256);
  expect(buffersFor(4 * gigabyte)).toBe(512);
  expect(buffersFor(64 * gigabyte)).toBe(1024);
});

test('what is counted on is there', () => {
  expect(memoryHere()).toBeGreaterThan(128 * 1024 ** 2);
  expect(memoryHere()).toBeLessThan(Infinity);
});
