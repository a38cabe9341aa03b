import { expect, test } from 'vitest';
import { signInSearch } from './sign-in-search.ts';

test('after signing in people go on to the page they wanted', () => {
  expect(signInSearch({ back: '/customers?stage=lapsed' })).toEqual({ back: '/customers?stage=lapsed' });
});

test('a link cannot send people to another site after signing in', () => {
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
    expect(signInSearch({ back })).toEqual({});
  }
});
