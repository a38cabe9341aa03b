export { checkNewKey, givableRights, keyDays, stateOfKey, type KeyState } from './api-key.ts';
export { deviceOf } from './device.ts';
export {
  checkGiving,
  checkInvitation,
  checkRoleChange,
  checkSuspending,
  invitationDays,
  invitationStates,
  rolesGivenBy,
  stateOfInvitation,
  type InvitationState,
} from './inviting.ts';
export { checkPasswordForm } from './password.ts';
export {
  comesWithAnswering,
  may,
  mayBeEntrusted,
  rights,
  rightsOf,
  roles,
  rolesWith,
  type Acting,
  type Right,
  type Role,
} from './rights.ts';
export {
  factorStanding,
  factorStandings,
  lackedFactor,
  proofs,
  type FactorStanding,
  type LackedFactor,
  type Proof,
  type WaysIn,
} from './second-factor.ts';
export { sessionDays } from './session-days.ts';
export { failuresForgottenAfter, waitAfterFailures } from './sign-in-wait.ts';
export { addressOf, checkJoining, type Vouched } from './vouched.ts';
export { mostPasskeys, wayInChanges, type WayInChange } from './ways-in.ts';
