import type { Tx } from '#kit/server/db/index.ts';

export type PasskeyRow = {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly credential_id: string;
  readonly public_key: Uint8Array;
  readonly counter: number;
  readonly created_at: Temporal.Instant;
  readonly used_at: Temporal.Instant | null;
};

/** The passkeys of an account, the first first. */
export async function listPasskeys(tx: Tx, account: string): Promise<PasskeyRow[]> {
  const { rows } = await tx.client.query<PasskeyRow>('select * from account_passkey where account_id = $1 order by created_at, id', [
    account,
  ]);
  return rows;
}

/** Writes a passkey; false where there is one with this credential. Of several who write for one account, one comes after the other. */
export async function insertPasskey(tx: Tx, row: Omit<PasskeyRow, 'used_at'>): Promise<boolean> {
  const made = await tx.client.query(
    `insert into account_passkey (id, account_id, name, credential_id, public_key, counter, created_at)
     values ($1, $2, $3, $4, decode($5, 'base64'), $6, $7) on conflict (credential_id) do nothing`,
    [
      row.id,
      row.account_id,
      row.name,
      row.credential_id,
      Buffer.from(row.public_key).toString('base64'),
      row.counter,
      row.created_at.toString(),
    ],
  );
  return made.rowCount === 1;
}

/** The passkey of a credential, held until the transaction ends: of two who show it at once, the second is compared with what the first left. */
export async function holdPasskey(tx: Tx, credential: string): Promise<PasskeyRow | undefined> {
  const { rows } = await tx.client.query<PasskeyRow>('select * from account_passkey where credential_id = $1 for update', [credential]);
  return rows[0];
}

export async function updatePasskeyUse(tx: Tx, id: string, counter: number, at: Temporal.Instant): Promise<void> {
  await tx.client.query('update account_passkey set counter = $2, used_at = $3 where id = $1', [id, counter, at.toString()]);
}

/** False where the account has no such passkey. */
export async function updatePasskeyName(tx: Tx, account: string, id: string, name: string): Promise<boolean> {
  const named = await tx.client.query('update account_passkey set name = $3 where account_id = $1 and id = $2', [account, id, name]);
  return named.rowCount === 1;
}

/** Deletes all passkeys of an account; answers how many. */
export async function deletePasskeys(tx: Tx, account: string): Promise<number> {
  return (await tx.client.query('delete from account_passkey where account_id = $1', [account])).rowCount ?? 0;
}

/** False where the account has no such passkey. */
export async function deletePasskey(tx: Tx, account: string, id: string): Promise<boolean> {
  const gone = await tx.client.query('delete from account_passkey where account_id = $1 and id = $2', [account, id]);
  return gone.rowCount === 1;
}
