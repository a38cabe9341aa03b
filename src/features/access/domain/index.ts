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
export { checkPasswordForm, passwordLength } from './password.ts';
export { comesWithAnswering, may, rights, rightsOf, roles, rolesWith, type Right, type Role } from './rights.ts';
export { failuresForgottenAfter, placeOf, waitAfterFailures } from './sign-in-wait.ts';
