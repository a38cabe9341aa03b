import type { Selectable } from 'kysely';
import { remember, type Tx } from '#kit/server/db/index.ts';
import type { Workspace } from '../domain/index.ts';
import type { WorkspaceTables } from './tables.ts';

export type WorkspaceName = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly refreshedOn: Temporal.PlainDate | null;
};

/** The workspaces of the installation, oldest first: names and time zones only. */
export async function listWorkspaces(tx: Tx): Promise<WorkspaceName[]> {
  const { rows } = await tx.client.query<{ id: string; name: string; time_zone: string; refreshed_on: Temporal.PlainDate | null }>(
    'select id, name, time_zone, refreshed_on from list_workspaces()',
  );
  return rows.map((row) => ({ id: row.id, name: row.name, timeZone: row.time_zone, refreshedOn: row.refreshed_on }));
}

const settings = remember(readRow);

export async function findWorkspace(tx: Tx): Promise<Workspace | undefined> {
  return await settings.read(tx);
}

async function readRow(tx: Tx): Promise<Workspace | undefined> {
  const { rows } = await tx.client.query<Selectable<WorkspaceTables['workspace']>>('select * from workspace where workspace_id = $1', [
    tx.workspace,
  ]);
  return rows[0] && toWorkspace(rows[0]);
}

function toWorkspace(row: Selectable<WorkspaceTables['workspace']>): Workspace {
  return {
    id: row.workspace_id,
    name: row.name,
    language: row.language,
    currency: row.currency,
    timeZone: row.time_zone,
    grossMargin: row.gross_margin_bp / 10_000,
    discountRate: row.discount_rate_bp / 10_000,
    followUpFromDays: row.follow_up_from_days,
    followUpUntilDays: row.follow_up_until_days,
    keyContactDays: row.key_contact_days,
    listeningPercent: row.listening_percent,
    requiresSecondFactor: row.requires_second_factor,
    refreshedOn: row.refreshed_on,
  };
}

/** Since when there is the workspace of the transaction. */
export async function whenMade(tx: Tx): Promise<Temporal.Instant> {
  const { created_at: made } = await tx
    .over<WorkspaceTables>()
    .selectFrom('workspace')
    .select('created_at')
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirstOrThrow();
  return made;
}

export async function insertWorkspace(tx: Tx, workspace: Pick<Workspace, 'name' | 'language' | 'currency' | 'timeZone'>): Promise<void> {
  settings.forget(tx);
  await tx
    .over<WorkspaceTables>()
    .insertInto('workspace')
    .values({
      workspace_id: tx.workspace,
      name: workspace.name,
      language: workspace.language,
      currency: workspace.currency,
      time_zone: workspace.timeZone,
    })
    .execute();
}

export async function updateWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  settings.forget(tx);
  await tx
    .over<WorkspaceTables>()
    .updateTable('workspace')
    .set({
      name: workspace.name,
      language: workspace.language,
      time_zone: workspace.timeZone,
      gross_margin_bp: Math.round(workspace.grossMargin * 10_000),
      discount_rate_bp: Math.round(workspace.discountRate * 10_000),
      follow_up_from_days: workspace.followUpFromDays,
      follow_up_until_days: workspace.followUpUntilDays,
      key_contact_days: workspace.keyContactDays,
      listening_percent: workspace.listeningPercent,
    })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

/** A second factor is required of everyone who signs in with a password, or left to them. What depends on it is `access`'s. */
export async function updateSecondFactorRule(tx: Tx, isRequired: boolean): Promise<void> {
  settings.forget(tx);
  await tx
    .over<WorkspaceTables>()
    .updateTable('workspace')
    .set({ requires_second_factor: isRequired })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

export async function markRefreshed(tx: Tx, on: Temporal.PlainDate, at: Temporal.Instant): Promise<void> {
  settings.forget(tx);
  await tx
    .over<WorkspaceTables>()
    .updateTable('workspace')
    .set({ refreshed_on: on, refreshed_at: at })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

/** Holds every other first visit until this transaction ends, so that two of them make one workspace. */
export async function holdFirstVisit(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(8363003)');
}
