import { Kysely, PostgresDialect, type Selectable } from 'kysely';
import type pg from 'pg';
import type { Tx } from '#kit/server/db/index.ts';
import type { Role } from '../domain/index.ts';
import type { AccessTables } from './tables.ts';

export type Colleague = Selectable<AccessTables['colleague']>;

/** Better-auth's own way to the account tables, which belong to no workspace. */
export function accountDatabase(pool: pg.Pool): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

export type Seat = {
  readonly workspace: string;
  readonly colleague: string;
  readonly role: Role;
  readonly language: Colleague['language'];
  readonly timeZone: string;
};

/** The seats of an account in all workspaces, oldest first, without those where it was let out; the transaction is scoped to the account. */
export async function listSeats(tx: Tx, account: string): Promise<Seat[]> {
  const { rows } = await tx.client.query<{
    workspace_id: string;
    id: string;
    role: Seat['role'];
    language: Seat['language'];
    time_zone: string;
  }>(
    `select c.workspace_id, c.id, c.role, c.language, w.time_zone
     from colleague c join list_workspaces() w on w.id = c.workspace_id
     where c.account_id = $1 and c.suspended_at is null order by c.created_at, c.id`,
    [account],
  );
  return rows.map((row) => ({
    workspace: row.workspace_id,
    colleague: row.id,
    role: row.role,
    language: row.language,
    timeZone: row.time_zone,
  }));
}

/** One colleague of the workspace, with their settings. */
export async function findColleague(tx: Tx, id: string): Promise<Colleague | undefined> {
  return await tx
    .over<AccessTables>()
    .selectFrom('colleague')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All colleagues of the workspace, those who came first before the others; also those who have left, whose names stand under what they did. */
export async function listColleagues(tx: Tx): Promise<Colleague[]> {
  return await tx
    .over<AccessTables>()
    .selectFrom('colleague')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The colleague who owns the workspace; of several who are here, who came first. */
export async function findOwner(tx: Tx): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select id from colleague where workspace_id = $1 and role = 'owner' and suspended_at is null order by created_at, id limit 1",
    [tx.workspace],
  );
  return rows[0]?.id;
}

/** What the colleagues of the workspace are called, by id. */
export async function namesOfColleagues(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ id: string; name: string }>('select id, name from colleague where workspace_id = $1', [
    tx.workspace,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Which of these are colleagues of the workspace and have not left, held until the transaction ends: to `stay`, so that something can be entrusted to
 * them, or to `leave`, so that nothing is meanwhile. Always in one order, so that two who hold the same colleagues wait for each other and not for ever.
 */
export async function holdColleagues(tx: Tx, ids: readonly string[], to: 'stay' | 'leave'): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from colleague where workspace_id = $1 and id = any($2::uuid[]) and suspended_at is null order by id ${to === 'stay' ? 'for key share' : 'for update'}`,
    [tx.workspace, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Gives somebody a seat in the workspace; without an account as long as they do not sign in. */
export async function insertColleague(
  tx: Tx,
  colleague: Pick<Colleague, 'id' | 'account_id' | 'name' | 'email' | 'role' | 'language' | 'calendar' | 'digits'>,
): Promise<void> {
  await tx
    .over<AccessTables>()
    .insertInto('colleague')
    .values({ workspace_id: tx.workspace, ...colleague })
    .execute();
}

export type PreferenceChange = Partial<Pick<Colleague, 'language' | 'calendar' | 'digits' | 'theme' | 'density' | 'minutes_a_day'>>;

export async function updatePreferences(tx: Tx, id: string, change: PreferenceChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx
    .over<AccessTables>()
    .updateTable('colleague')
    .set(change)
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** Closes the door to a colleague, or opens it again. */
export async function updateSuspension(
  tx: Tx,
  id: string,
  suspended: { readonly at: Temporal.Instant; readonly by: string } | null,
): Promise<void> {
  await tx
    .over<AccessTables>()
    .updateTable('colleague')
    .set({ suspended_at: suspended?.at ?? null, suspended_by: suspended?.by ?? null })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** Writes an account with a password, in the form in which better-auth reads it, inside the transaction of what it is made for. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; name: string; email: string; passwordHash: string; credential: string },
): Promise<boolean> {
  const made = await tx.client.query('insert into account (id, name, email) values ($1, $2, $3) on conflict (email) do nothing', [
    account.id,
    account.name,
    account.email,
  ]);
  if (made.rowCount === 0) return false;
  await tx.client.query(
    "insert into account_credential (id, account_id, provider_id, provider_account_id, password) values ($1, $2, 'credential', $2, $3)",
    [account.credential, account.id, account.passwordHash],
  );
  return true;
}
