import { Kysely, PostgresDialect, type Selectable, type Updateable } from 'kysely';
import type pg from 'pg';
import { remember, type Tx } from '#kit/server/db/index.ts';
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
  /** What the workspace is called. */
  readonly name: string;
  readonly lastSeenAt: Temporal.Instant | null;
  /** The workspace requires a second factor of whoever signs in with a password. */
  readonly requiresSecondFactor: boolean;
};

/** The seats of an account in all workspaces, oldest first, without those where it was let out; the transaction is scoped to the account. */
export async function listSeats(tx: Tx, account: string): Promise<Seat[]> {
  const { rows } = await tx.client.query<{
    workspace_id: string;
    id: string;
    role: Seat['role'];
    language: Seat['language'];
    time_zone: string;
    name: string;
    last_seen_at: Temporal.Instant | null;
    requires_second_factor: boolean;
  }>(
    `select c.workspace_id, c.id, c.role, c.language, c.last_seen_at, w.time_zone, w.name, w.requires_second_factor
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
    name: row.name,
    lastSeenAt: row.last_seen_at,
    requiresSecondFactor: row.requires_second_factor,
  }));
}

/** One colleague of the workspace, with their settings. */
export async function findColleague(tx: Tx, id: string): Promise<Colleague | undefined> {
  return await colleagueWith(tx, id).executeTakeFirst();
}

function colleagueWith(tx: Tx, id: string) {
  return tx.over<AccessTables>().selectFrom('colleague').selectAll().where('workspace_id', '=', tx.workspace).where('id', '=', id);
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

/** The colleagues of the workspace who are here, in the same order: without those who have left. */
export async function colleaguesHere(tx: Tx): Promise<Colleague[]> {
  return (await listColleagues(tx)).filter(({ suspended_at: left }) => left === null);
}

/** The owners of the workspace who are here, who came first before the others. */
export async function ownersHere(tx: Tx): Promise<Colleague[]> {
  return (await colleaguesHere(tx)).filter(({ role }) => role === 'owner');
}

/** The colleague who owns the workspace; of several who are here, who came first. */
export async function findOwner(tx: Tx): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    "select id from colleague where workspace_id = $1 and role = 'owner' and suspended_at is null order by created_at, id limit 1",
    [tx.workspace],
  );
  return rows[0]?.id;
}

const names = remember(async (tx): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await tx.client.query<{ id: string; name: string }>('select id, name from colleague where workspace_id = $1', [
    tx.workspace,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
});

/** What the colleagues of the workspace are called, by id. */
export async function namesOfColleagues(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return await names.read(tx);
}

/** Colleagues who are held, by their ids, and as what they are here. */
export type HeldColleagues = ReadonlyMap<string, { readonly role: Role }>;

/**
 * Which of these are colleagues of the workspace and have not left, and as what, held until the transaction ends: to `stay` what they are, so that something
 * can be entrusted to them, or to `leave`, so that nothing is meanwhile. Always in one order, so that two who hold the same colleagues wait for each other and
 * not for ever.
 */
export async function holdColleagues(tx: Tx, ids: readonly string[], to: 'stay' | 'leave'): Promise<HeldColleagues> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.client.query<{ id: string; role: Role }>(
    `select id, role from colleague
     where workspace_id = $1 and id = any($2::uuid[]) and suspended_at is null order by id ${to === 'stay' ? 'for key share' : 'for update'}`,
    [tx.workspace, ids],
  );
  return new Map(rows.map(({ id, role }) => [id, { role }]));
}

/**
 * Which of these are here, together with every owner of the workspace who is, and as what; held until the transaction ends, in the same order as
 * `holdColleagues`.
 */
export async function holdWithOwners(tx: Tx, ids: readonly string[]): Promise<HeldColleagues> {
  const { rows } = await tx.client.query<{ id: string; role: Role }>(
    `select id, role from colleague
     where workspace_id = $1 and (id = any($2::uuid[]) or role = 'owner') and suspended_at is null order by id for update`,
    [tx.workspace, ids],
  );
  return new Map(rows.map(({ id, role }) => [id, { role }]));
}

/** One colleague, held until the transaction ends. */
export async function holdColleague(tx: Tx, id: string): Promise<Colleague | undefined> {
  return await colleagueWith(tx, id).forUpdate().executeTakeFirst();
}

/** The place that an account has in the workspace; the account is held, so that it takes one place at a time. */
export async function findSeatOf(tx: Tx, account: string): Promise<string | undefined> {
  await tx.client.query('select 1 from account where id = $1 for update', [account]);
  const { rows } = await tx.client.query<{ id: string }>('select id from colleague where workspace_id = $1 and account_id = $2', [
    tx.workspace,
    account,
  ]);
  return rows[0]?.id;
}

/** Gives somebody a seat in the workspace; without an account as long as they do not sign in. */
export async function insertColleague(
  tx: Tx,
  colleague: Pick<Colleague, 'id' | 'account_id' | 'name' | 'email' | 'role' | 'language' | 'calendar' | 'digits'>,
): Promise<void> {
  names.forget(tx);
  await tx
    .over<AccessTables>()
    .insertInto('colleague')
    .values({ workspace_id: tx.workspace, ...colleague })
    .execute();
}

/** Somebody who stood here without an account signs in from now on. */
export async function joinAccount(tx: Tx, id: string, given: { accountId: string; email: string; role: Role }): Promise<void> {
  await change(tx, id, { account_id: given.accountId, email: given.email, role: given.role });
}

export async function updateRole(tx: Tx, id: string, role: Role): Promise<void> {
  await change(tx, id, { role });
}

export async function updateLastSeen(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await change(tx, id, { last_seen_at: at });
}

export type PreferenceChange = Partial<
  Pick<Colleague, 'language' | 'calendar' | 'digits' | 'serbian_names' | 'theme' | 'density' | 'minutes_a_day'>
>;

export async function updatePreferences(tx: Tx, id: string, wanted: PreferenceChange): Promise<void> {
  if (Object.keys(wanted).length > 0) await change(tx, id, wanted);
}

/** Closes the door to a colleague, or opens it again. */
export async function updateSuspension(
  tx: Tx,
  id: string,
  suspended: { readonly at: Temporal.Instant; readonly by: string } | null,
): Promise<void> {
  await change(tx, id, { suspended_at: suspended?.at ?? null, suspended_by: suspended?.by ?? null });
}

async function change(tx: Tx, id: string, set: Updateable<AccessTables['colleague']>): Promise<void> {
  names.forget(tx);
  await tx.over<AccessTables>().updateTable('colleague').set(set).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}
