import { describe, expect, test } from 'vitest';
import { may, rights, rightsOf } from './index.ts';

describe('rights', () => {
  test('are all with the owner of the workspace', () => {
    expect(rightsOf('owner')).toEqual(rights);
  });

  test('over what is sensitive come with answering for the customer', () => {
    expect(may('colleague', 'see_sensitive_facts')).toBe(false);
    expect(may('colleague', 'see_sensitive_facts', true)).toBe(true);
  });
});
