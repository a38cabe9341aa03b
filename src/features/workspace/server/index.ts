export { workspace } from './feature.ts';
export { makeWorkspace, readWorkspace, refreshWorkspace, requestRefresh } from './actions.ts';
export { inEveryWorkspace } from './every-workspace.ts';
export { viewOf, type View } from './view.ts';
export { holdFirstVisit, listWorkspaces, updateSecondFactorRule, whenMade, type WorkspaceName } from './store.ts';
export { todayOf, type Workspace } from '../domain/index.ts';
