import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkGiving, checkInvitation, checkRoleChange, checkSuspending, roles, stateOfInvitation } from './index.ts';

const expiresAt = Temporal.Instant.from('2026-03-09T08:00:00Z');
const at = (moment: string) => Temporal.Instant.from(moment);
const codeOf = (result: { ok: boolean; failure?: { code: string } }) => (result.ok ? null : result.failure?.code);
const anyRole = fc.constantFrom(...roles);

test('an invitation is good until its time is over, and once', () => {
  expect(stateOfInvitation({ outcome: null, expiresAt }, at('2026-03-09T07:59:59Z'))).toBe('open');
  expect(codeOf(checkInvitation({ outcome: null, expiresAt }, expiresAt))).toBe('invitation.expired');
  expect(codeOf(checkInvitation({ outcome: 'accepted', expiresAt }, at('2026-03-02T08:00:00Z')))).toBe('invitation.already_accepted');
  expect(codeOf(checkInvitation({ outcome: 'revoked', expiresAt }, at('2026-03-12T08:00:00Z')))).toBe('invitation.revoked');
});

test('a manager makes no owners, and neither changes nor lets out one', () => {
  expect(codeOf(checkGiving('manager', 'owner'))).toBe('role.not_allowed');
  expect(codeOf(checkRoleChange('manager', 'owner', 'reader', 3))).toBe('role.not_allowed');
  expect(codeOf(checkSuspending('manager', 'owner', 3))).toBe('role.not_allowed');
  expect(codeOf(checkRoleChange('manager', 'colleague', 'manager', 1))).toBeNull();
});

test('whatever happens, the last owner stays one', () => {
  fc.assert(
    fc.property(anyRole, anyRole, (by, to) => {
      expect(checkSuspending(by, 'owner', 0).ok).toBe(false);
      expect(checkRoleChange(by, 'owner', to, 0).ok).toBe(by === 'owner' && to === 'owner');
    }),
  );
});

test('nobody gives more than they have', () => {
  fc.assert(
    fc.property(anyRole, anyRole, anyRole, (by, from, to) => {
      if (!checkRoleChange(by, from, to, 5).ok) return;
      expect(roles.indexOf(to)).toBeGreaterThanOrEqual(roles.indexOf(by));
      expect(roles.indexOf(from)).toBeGreaterThanOrEqual(roles.indexOf(by));
    }),
  );
});
