import type { Tx } from '#kit/server/db/index.ts';

/** What belongs to accounts, beside the tables that the sign-in library writes itself. They stand in no workspace. */

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

export type AccountName = { readonly id: string; readonly name: string; readonly email: string };

export async function findAccountByEmail(tx: Tx, email: string): Promise<AccountName | undefined> {
  const { rows } = await tx.client.query<AccountName>('select id, name, email from account where email = $1', [email.toLowerCase()]);
  return rows[0];
}

export async function findAccount(tx: Tx, id: string): Promise<AccountName | undefined> {
  const { rows } = await tx.client.query<AccountName>('select id, name, email from account where id = $1', [id]);
  return rows[0];
}

/** In which workspace a session works from now on. */
export async function updateSessionWorkspace(tx: Tx, session: string, workspace: string): Promise<void> {
  await tx.client.query('update account_session set workspace_id = $2 where id = $1', [session, workspace]);
}

export type SessionRow = {
  readonly id: string;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
  readonly ip_address: string | null;
  readonly agent: string | null;
};

/** The sessions of an account that are open, the latest used first. */
export async function listSessions(tx: Tx, account: string, now: Temporal.Instant): Promise<SessionRow[]> {
  const { rows } = await tx.client.query<SessionRow>(
    `select id, created_at, updated_at, ip_address, user_agent as agent from account_session
     where account_id = $1 and expires_at > $2 order by updated_at desc, id`,
    [account, now.toString()],
  );
  return rows;
}

/** Ends sessions of an account: one, or all but the one that is kept. Answers how many. */
export async function deleteSessions(
  tx: Tx,
  account: string,
  which: { readonly id: string } | { readonly but: string | null },
): Promise<number> {
  const ended = await tx.client.query(
    `delete from account_session where account_id = $1 and ${'id' in which ? 'id = $2' : 'id is distinct from $2'}`,
    [account, 'id' in which ? which.id : which.but],
  );
  return ended.rowCount ?? 0;
}

type Failures = { readonly failures: number; readonly lastAt: Temporal.Instant };

/** What has failed so far, held until the transaction ends: two who try at once count as two. */
export async function holdFailures(tx: Tx, key: string, now: Temporal.Instant): Promise<Failures> {
  await tx.client.query('insert into account_sign_in_failure (key, failures, last_at) values ($1, 0, $2) on conflict do nothing', [
    key,
    now.toString(),
  ]);
  const { rows } = await tx.client.query<{ failures: number; last_at: Temporal.Instant }>(
    'select failures, last_at from account_sign_in_failure where key = $1 for update',
    [key],
  );
  const [row] = rows;
  return { failures: row?.failures ?? 0, lastAt: row?.last_at ?? now };
}

export async function writeFailures(tx: Tx, key: string, failures: number, at: Temporal.Instant): Promise<void> {
  await tx.client.query('update account_sign_in_failure set failures = $2, last_at = $3 where key = $1', [key, failures, at.toString()]);
}

export async function deleteFailures(tx: Tx, key: string): Promise<void> {
  await tx.client.query('delete from account_sign_in_failure where key = $1', [key]);
}

export async function deleteOldFailures(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.client.query('delete from account_sign_in_failure where last_at < $1', [before.toString()]);
}

/** Whether an account asks for a second factor beside its password. */
export async function hasSecondFactor(tx: Tx, account: string): Promise<boolean> {
  const { rows } = await tx.client.query<{ has_second_factor: boolean }>('select has_second_factor from account where id = $1', [account]);
  return rows[0]?.has_second_factor ?? false;
}

export async function deleteSecondFactor(tx: Tx, account: string): Promise<void> {
  await tx.client.query('delete from account_second_factor where account_id = $1', [account]);
  await tx.client.query('update account set has_second_factor = false where id = $1', [account]);
}

/** Notes that a code of the app has been used; false where it was the last one used, a moment ago. */
export async function useCode(tx: Tx, account: string, codeHash: string, now: Temporal.Instant): Promise<boolean> {
  const used = await tx.client.query(
    `update account_second_factor set used_code = $2, used_at = $3::timestamptz
     where account_id = $1 and (used_code is distinct from $2 or used_at < $3::timestamptz - interval '2 minutes')`,
    [account, codeHash, now.toString()],
  );
  return used.rowCount === 1;
}

/** Ends the session of a token. */
export async function deleteSessionOf(tx: Tx, token: string): Promise<void> {
  await tx.client.query('delete from account_session where token = $1', [token]);
}
