import type { Services } from '#kit/server/services.ts';
import { listWorkspaces } from './store.ts';

/** Does something in every workspace, one after the other. What fails in one holds up no other, and is thrown in the end. */
export async function inEveryWorkspace(services: Pick<Services, 'database'>, run: (workspace: string) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const { id } of await services.database.transaction({}, listWorkspaces)) {
    try {
      await run(id);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
