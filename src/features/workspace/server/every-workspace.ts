import { oneByOne } from '#kit/server/one-by-one.ts';
import type { Services } from '#kit/server/services.ts';
import { listWorkspaces, type WorkspaceName } from './store.ts';

/**
 * Does something in every workspace, one after the other. What fails in one is logged, holds up no other, and is thrown in the end; nothing more is begun where `signal` is aborted.
 */
export async function inEveryWorkspace(
  services: Pick<Services, 'database' | 'log'>,
  run: (id: string, workspace: WorkspaceName) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const workspaces = await services.database.transaction({}, listWorkspaces);
  const tell = ({ id }: WorkspaceName) => ({ workspace: id });
  await oneByOne(services, workspaces, { tell, signal }, async (workspace) => await run(workspace.id, workspace));
}
