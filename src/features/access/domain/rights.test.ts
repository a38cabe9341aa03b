import { describe, expect, test } from 'vitest';
import { comesWithAnswering, may, rights, rightsOf, roles } from './index.ts';

describe('rights', () => {
  test('are all with the owner of the workspace', () => {
    expect(rightsOf('owner')).toEqual(rights);
  });

  test('become fewer from role to role, and whoever has more has what the others have', () => {
    for (const [place, role] of roles.slice(1).entries()) {
      const above = rightsOf(roles[place] ?? 'owner');
      expect(above).toEqual(expect.arrayContaining([...rightsOf(role)]));
      expect(above.length).toBeGreaterThan(rightsOf(role).length);
    }
  });

  test('let a reader read, and choose how', () => {
    expect(rightsOf('reader')).toEqual(['seeCustomers', 'keepPreferences']);
  });

  test('over what is sensitive come with answering for the customer, whatever the role, and no others do', () => {
    for (const role of ['manager', 'colleague', 'reader'] as const) {
      expect(may({ role }, 'seeSensitiveFacts')).toBe(false);
      expect(may({ role }, 'seeSensitiveFacts', true)).toBe(true);
    }
    expect(rights.filter(comesWithAnswering)).toEqual(['seeSensitiveFacts', 'seeWhoLooked']);
    expect(may({ role: 'colleague' }, 'exportCustomers', true)).toBe(false);
  });
});
