import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { AccessTables } from './tables.ts';

export type InvitationRow = Selectable<AccessTables['invitation']>;

/** Writes an invitation; false where somebody else has invited the same at the same moment. */
export async function insertInvitation(tx: Tx, row: Omit<Insertable<AccessTables['invitation']>, 'workspace_id'>): Promise<boolean> {
  const made = await tx
    .over<AccessTables>()
    .insertInto('invitation')
    .values({ workspace_id: tx.workspace, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** One invitation, held until the transaction ends: of two who open the same link, the second waits. */
export async function holdInvitation(
  tx: Tx,
  which: { readonly id: string } | { readonly secretHash: string },
): Promise<InvitationRow | undefined> {
  return await tx
    .over<AccessTables>()
    .selectFrom('invitation')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id' in which ? 'id' : 'secret_hash', '=', 'id' in which ? which.id : which.secretHash)
    .forUpdate()
    .executeTakeFirst();
}

/** The invitations that nobody has accepted and nobody has taken back, the latest first. */
export async function listInvitations(tx: Tx): Promise<InvitationRow[]> {
  return await tx
    .over<AccessTables>()
    .selectFrom('invitation')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('ended_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Where an address is invited, in any workspace, the latest first; the transaction is in none. */
export async function listInvitationsOfAddress(tx: Tx, email: string): Promise<{ workspace: string; id: string }[]> {
  const { rows } = await tx.client.query<{ workspace: string; id: string }>(
    'select workspace_id as workspace, id from invitations_of_address($1)',
    [email],
  );
  return rows;
}

type Ending = {
  readonly at: Temporal.Instant;
  readonly outcome: NonNullable<InvitationRow['outcome']>;
  readonly by: string;
};

/** Ends what is still open of the invitations that fit; answers how many did. */
export async function endInvitations(tx: Tx, which: { readonly id: string } | { readonly email: string }, ending: Ending): Promise<number> {
  const ended = await tx
    .over<AccessTables>()
    .updateTable('invitation')
    .set({ ended_at: ending.at, outcome: ending.outcome, ended_by: ending.by })
    .where('workspace_id', '=', tx.workspace)
    .where('id' in which ? 'id' : 'email', '=', 'id' in which ? which.id : which.email)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
