import { setTimeout as delay } from 'node:timers/promises';
import { listMigrations, type Database } from './db/index.ts';

/** Whether a server can be given requests, and what it lacks where it cannot. */
export type Readiness = {
  readonly isReady: boolean;
  readonly database: 'reachable' | 'unreachable';
  /** Whether the database has the schema that this Tend was written for. */
  readonly schema: 'current' | 'other' | 'unknown';
  readonly worker: 'running' | 'stopped';
  readonly isStopping: boolean;
};

const patience = 2000;

/** Asks the database, not longer than two seconds. */
export async function readReadiness(
  database: Pick<Database, 'read'>,
  { isWorking, isStopping }: { readonly isWorking: boolean; readonly isStopping: boolean },
): Promise<Readiness> {
  const schema = await Promise.race([lastMigration(database), delay(patience, undefined, { ref: false })]);
  const isReachable = schema !== undefined;
  const isCurrent = schema === listMigrations().at(-1)?.name;
  return {
    isReady: isCurrent && isWorking && !isStopping,
    database: isReachable ? 'reachable' : 'unreachable',
    schema: isReachable ? (isCurrent ? 'current' : 'other') : 'unknown',
    worker: isWorking ? 'running' : 'stopped',
    isStopping,
  };
}

async function lastMigration(database: Pick<Database, 'read'>): Promise<string | undefined> {
  try {
    return await database.read({}, async (tx) => {
      const { rows } = await tx.client.query<{ name: string }>('select max(name) as name from migration');
      return rows[0]?.name ?? '';
    });
  } catch {
    return undefined;
  }
}
