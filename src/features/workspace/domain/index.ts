export { checkWorkspace, todayOf, type Workspace } from './workspace.ts';
