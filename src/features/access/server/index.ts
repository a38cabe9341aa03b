export { access } from './feature.ts';
export { forgetIdentities, identify } from './identity.ts';
export { makeKey } from './keys/actions.ts';
export { foundWorkspace, type NewWorkspace } from './actions.ts';
export { invite } from './inviting.ts';
export { letColleagueBack, suspendColleague } from './suspending.ts';
export { requireRight } from './rights.ts';
export { originOf } from './letters.ts';
export { findColleague, findOwner, holdColleagues, insertColleague, listColleagues, namesOfColleagues, type Colleague } from './store.ts';
