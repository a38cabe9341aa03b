import { err, ok, type Result } from '#kit/domain/result.ts';
import type { Role } from './rights.ts';

/** So long a link is good for. */
export const invitationDays = 7;

export type Invitation = {
  readonly expiresAt: Temporal.Instant;
  readonly outcome: 'accepted' | 'revoked' | 'replaced' | null;
};

export const invitationStates = ['open', 'expired', 'accepted', 'revoked', 'replaced'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** What became of an invitation: it ends once, and by itself when its time is over. */
export function stateOfInvitation({ outcome, expiresAt }: Invitation, now: Temporal.Instant): InvitationState {
  return outcome ?? (Temporal.Instant.compare(now, expiresAt) < 0 ? 'open' : 'expired');
}

/** Whether an invitation may be accepted: refuses `invitation.expired`, `invitation.already_accepted`, `invitation.revoked`, `invitation.replaced`. */
export function checkInvitation(invitation: Invitation, now: Temporal.Instant): Result<null> {
  const state = stateOfInvitation(invitation, now);
  if (state === 'open') return ok(null);
  return err(state === 'accepted' ? 'invitation.already_accepted' : `invitation.${state}`);
}

/** The roles that somebody may give and take: owners all, managers all but their own owners'. */
export function rolesGivenBy(role: Role): readonly Role[] {
  if (role === 'owner') return ['owner', 'manager', 'colleague', 'reader'];
  return role === 'manager' ? ['manager', 'colleague', 'reader'] : [];
}

/** Whether somebody may give a role to a newcomer (`role.not_allowed`). */
export function checkGiving(by: Role, role: Role): Result<null> {
  return rolesGivenBy(by).includes(role) ? ok(null) : err('role.not_allowed', {}, 'role');
}

/**
 * Whether somebody may make a colleague of one role one of another. `otherOwners` is how many owners are here besides that colleague. Refuses
 * `role.not_allowed`, and to leave the workspace without an owner (`access.last_owner`).
 */
export function checkRoleChange(by: Role, from: Role, to: Role, otherOwners: number): Result<null> {
  if (!rolesGivenBy(by).includes(from)) return err('role.not_allowed', {}, 'role');
  const given = checkGiving(by, to);
  if (!given.ok) return given;
  return from === 'owner' && to !== 'owner' && otherOwners === 0 ? err('access.last_owner', {}, 'role') : ok(null);
}

/** Whether somebody may let a colleague out, or in again: not themselves, nobody above them, never the last owner. */
export function checkSuspending(by: Role, of: Role, otherOwners: number): Result<null> {
  if (!rolesGivenBy(by).includes(of)) return err('role.not_allowed');
  return of === 'owner' && otherOwners === 0 ? err('access.last_owner') : ok(null);
}
