import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { asDescribed } from './as-described.ts';

const list = route({
  method: 'get',
  path: '/api/shelves',
  summary: 'The shelves',
  caller: 'anyone',
  answer: z.object({ shelves: z.array(z.object({ id: z.number(), label: z.string().nullable() })) }),
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('what a contract describes passes', () => {
  expect(() => asDescribed(list, { shelves: [{ id: 1, label: null, gone: undefined }] })).not.toThrow();
});

test('what stands there beyond it, lacks, or is of another kind is noticed', () => {
  expect(() => asDescribed(list, { shelves: [{ id: 1, label: 'a', price: 3 }] })).toThrow('.shelves.#.price');
  expect(() => asDescribed(list, { shelves: [{ id: 1 }] })).toThrow('otherwise than described');
  expect(() => asDescribed(list, { shelves: [{ id: '1', label: null }] })).toThrow('otherwise than described');
  const { answer: _, ...silent } = list;
  expect(() => asDescribed(silent, { shelves: [] })).toThrow('no contract');
});
