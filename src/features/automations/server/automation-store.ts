import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { Automation } from '../domain/index.ts';
import type { AutomationTables, StopReason } from './tables.ts';

export type AutomationRow = Selectable<AutomationTables['automation']>;

/** How often an automation did something within a month, and when last. */
export type AutomationListed = AutomationRow & { readonly done: number; readonly doneAt: Temporal.Instant | null };

/** All automations, those made first before the others. */
export async function listAutomations(tx: Tx, since: Temporal.Instant): Promise<AutomationListed[]> {
  const { rows } = await tx.client.query<AutomationListed>(
    `select a.*, r.done, r.at as "doneAt" from automation a
     left join lateral (
       select count(*)::int as done, max(r.ran_at) as at from automation_run r
       where r.workspace_id = $1 and r.automation_id = a.id and r.outcome = 'done' and r.ran_at >= $2
     ) r on true
     where a.workspace_id = $1 order by a.made_at, a.id`,
    [tx.workspace, since.toString()],
  );
  return rows;
}

export async function countAutomations(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>('select count(*)::int as count from automation where workspace_id = $1', [
    tx.workspace,
  ]);
  return rows[0]?.count ?? 0;
}

/** An automation, held until the transaction ends, so that nobody changes it while it runs, and it runs once at a time. */
export async function holdAutomation(tx: Tx, id: string): Promise<AutomationRow | undefined> {
  const { rows } = await tx.client.query<AutomationRow>('select * from automation where workspace_id = $1 and id = $2 for update', [
    tx.workspace,
    id,
  ]);
  return rows[0];
}

/** Writes an automation anew, or as it is from now on: neither paused nor stopped. */
export async function writeAutomation(tx: Tx, id: string, now: Temporal.Instant, owner: string, told: Automation): Promise<void> {
  await tx.client.query(
    `insert into automation (workspace_id, id, name, owner_id, trigger, filled, conditions, actions, made_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     on conflict (workspace_id, id) do update set name = excluded.name, owner_id = excluded.owner_id, trigger = excluded.trigger, filled = excluded.filled,
       conditions = excluded.conditions, actions = excluded.actions, changed_at = excluded.changed_at, stopped_at = null, stopped_why = null`,
    [
      tx.workspace,
      id,
      told.name,
      owner,
      told.trigger,
      JSON.stringify(told.filled),
      told.conditions,
      JSON.stringify(told.steps),
      now.toString(),
    ],
  );
}

export async function writePause(tx: Tx, id: string, at: Temporal.Instant | null): Promise<void> {
  await tx.client.query('update automation set paused_at = $3 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    at?.toString() ?? null,
  ]);
}

export async function writeStop(tx: Tx, id: string, at: Temporal.Instant, why: StopReason): Promise<void> {
  await tx.client.query('update automation set stopped_at = $3, stopped_why = $4 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    at.toString(),
    why,
  ]);
}

export async function deleteAutomation(tx: Tx, id: string): Promise<boolean> {
  return (await tx.client.query('delete from automation where workspace_id = $1 and id = $2', [tx.workspace, id])).rowCount === 1;
}
