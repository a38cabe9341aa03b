import type { Insertable, Selectable } from 'kysely';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Right, Role } from '../../domain/index.ts';
import type { AccessTables } from '../tables.ts';

export type KeyRow = Selectable<AccessTables['api_key']>;

export async function insertKey(tx: Tx, row: Omit<Insertable<AccessTables['api_key']>, 'workspace_id'>): Promise<void> {
  await tx
    .over<AccessTables>()
    .insertInto('api_key')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

/** The keys of the workspace, or of one colleague of it; the latest first. */
export async function listKeys(tx: Tx, of?: string): Promise<KeyRow[]> {
  const all = tx.over<AccessTables>().selectFrom('api_key').selectAll().where('workspace_id', '=', tx.workspace);
  return await (of === undefined ? all : all.where('colleague_id', '=', of)).orderBy('made_at', 'desc').orderBy('id').execute();
}

/** What the keys of the workspace are called, by id; also those that open nothing any more. */
export async function namesOfKeys(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ id: string; name: string }>('select id, name from api_key where workspace_id = $1', [
    tx.workspace,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One key, held until the transaction ends. */
export async function holdKey(tx: Tx, id: string): Promise<KeyRow | undefined> {
  return await tx
    .over<AccessTables>()
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Ends keys that nobody has ended yet: one, or all of a colleague. Answers their ids. */
export async function endKeys(
  tx: Tx,
  which: { readonly id: string } | { readonly colleague: string },
  at: Temporal.Instant,
  by: string | null,
): Promise<string[]> {
  const ended = await tx
    .over<AccessTables>()
    .updateTable('api_key')
    .set({ revoked_at: at, revoked_by: by })
    .where('workspace_id', '=', tx.workspace)
    .where('id' in which ? 'id' : 'colleague_id', '=', 'id' in which ? which.id : which.colleague)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return ended.map(({ id }) => id);
}

export async function updateUse(tx: Tx, id: string, at: Temporal.Instant, from: string): Promise<void> {
  await tx
    .over<AccessTables>()
    .updateTable('api_key')
    .set({ used_at: at, used_from: from })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** A key with the place of its colleague as it is now. */
export type KeyAtWork = {
  readonly id: string;
  readonly rights: Right[];
  readonly isReadOnly: boolean;
  readonly expiresAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly usedAt: Temporal.Instant | null;
  readonly usedFrom: string | null;
  readonly colleague: string;
  readonly account: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  readonly hasLeft: boolean;
};

export async function findKey(tx: Tx, secretHash: string): Promise<KeyAtWork | undefined> {
  const { rows } = await tx.client.query<KeyAtWork>(
    `select k.id, k.rights, k.is_read_only as "isReadOnly", k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.used_at as "usedAt",
       k.used_from as "usedFrom", c.id as colleague, c.account_id as account, c.name, c.email, c.role, c.language,
       c.suspended_at is not null as "hasLeft"
     from api_key k
     join colleague c on c.workspace_id = k.workspace_id and c.id = k.colleague_id
     where k.workspace_id = $1 and k.secret_hash = $2`,
    [tx.workspace, secretHash],
  );
  return rows[0];
}
