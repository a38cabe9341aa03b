import { describe, expect, test } from 'vitest';
import { checkNewKey, givableRights, may, rights, roles, stateOfKey } from './index.ts';

const at = (text: string) => Temporal.Instant.from(text);

describe('a key', () => {
  test('may be given what its maker may, and nothing else', () => {
    expect(checkNewKey('colleague', ['seeCustomers', 'workWithCustomers']).ok).toBe(true);
    expect(checkNewKey('colleague', ['seeCustomers', 'exportCustomers'])).toMatchObject({
      failure: { code: 'api_key.more_than_maker', field: 'rights' },
    });
    expect(checkNewKey('reader', ['seeSensitiveFacts']).ok).toBe(true);
  });

  test('of no rights is none', () => {
    expect(checkNewKey('owner', [])).toMatchObject({ failure: { code: 'api_key.without_rights' } });
  });

  test('makes no keys, whoever made it', () => {
    for (const role of roles) expect(givableRights(role)).not.toContain('makeKeys');
    expect(checkNewKey('owner', ['makeKeys']).ok).toBe(false);
  });

  test('has of its rights those that its maker still has', () => {
    const only = ['seeCustomers', 'exportCustomers'] as const;
    expect(rights.filter((right) => may({ role: 'owner', only }, right))).toEqual(only);
    expect(rights.filter((right) => may({ role: 'reader', only }, right))).toEqual(['seeCustomers']);
    expect(may({ role: 'owner', only }, 'seeSensitiveFacts', true)).toBe(false);
  });

  test('is good until its moment, and no longer than until it is revoked', () => {
    const expiresAt = at('2026-04-01T00:00:00Z');
    expect(stateOfKey({ revokedAt: null, expiresAt }, at('2026-03-31T23:59:59Z'))).toBe('open');
    expect(stateOfKey({ revokedAt: null, expiresAt }, expiresAt)).toBe('expired');
    expect(stateOfKey({ revokedAt: null, expiresAt: null }, at('2066-01-01T00:00:00Z'))).toBe('open');
    expect(stateOfKey({ revokedAt: at('2026-03-01T00:00:00Z'), expiresAt }, at('2026-05-01T00:00:00Z'))).toBe('revoked');
  });
});
