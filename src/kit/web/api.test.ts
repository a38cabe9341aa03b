import { describe, expect, test } from 'vitest';
import { addressOf } from './api.ts';
import { problemFrom } from './problem.ts';

describe('an address', () => {
  test('has its parts filled in and leaves out what is not given', () => {
    expect(addressOf('/api/customers/{id}', { params: { id: 'a b/c' } })).toBe('/api/customers/a%20b%2Fc');
    expect(addressOf('/api/customers', { query: { stage: 'lapsed', name: undefined, columns: ['a', 'b'] } })).toBe(
      '/api/customers?stage=lapsed&columns=a%2Cb',
    );
  });
});

describe('a refusal', () => {
  test('names every field it is about', () => {
    const problem = problemFrom(422, {
      code: 'input.required',
      detail: 'Please fill this in.',
      errors: [
        { field: 'name', code: 'input.required', detail: 'Please fill this in.' },
        { field: 'owner.email', code: 'input.email', detail: 'This is not an e-mail address.' },
      ],
    });
    expect(problem.fields.map(({ field }) => field)).toEqual(['name', 'owner.email']);
  });

  test('about one field needs no list', () => {
    expect(problemFrom(422, { code: 'promise.due_in_past', detail: 'Later, please.', field: 'dueAt' }).fields).toEqual([
      { field: 'dueAt', code: 'promise.due_in_past', detail: 'Later, please.' },
    ]);
  });

  test('that is no problem document still has a status', () => {
    const problem = problemFrom(502, null);
    expect([problem.status, problem.code, problem.message]).toEqual([502, 'kit.unexpected', '']);
  });
});
