export { access } from './feature.ts';
export { forgetIdentities, identify } from './identity.ts';
export { makeKey } from './keys/actions.ts';
export { namesOfKeys } from './keys/store.ts';
export { foundWorkspace, type NewWorkspace } from './actions.ts';
export { invite } from './inviting.ts';
export { letColleagueBack, suspendColleague } from './suspending.ts';
export { requireRight } from './rights.ts';
export { originOf } from './letters.ts';
export { requireEntrustable } from './entrusting.ts';
export {
  colleaguesHere,
  findColleague,
  findOwner,
  holdColleagues,
  insertColleague,
  listColleagues,
  namesOfColleagues,
  ownersHere,
  type Colleague,
  type HeldColleagues,
} from './store.ts';
export { terminalOwner } from './terminal-owner.ts';
