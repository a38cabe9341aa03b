import type { Tx } from '#kit/server/db/index.ts';
import type { Proof, WaysIn } from '../domain/index.ts';

/** What belongs to accounts, beside the tables that the sign-in library writes itself. They stand in no workspace. */

/** Writes an account without a way in; false where the address has one. */
async function insertBareAccount(tx: Tx, account: AccountName & { readonly isAddressProven: boolean }): Promise<boolean> {
  const made = await tx.client.query(
    'insert into account (id, name, email, email_verified) values ($1, $2, $3, $4) on conflict (email) do nothing',
    [account.id, account.name, account.email, account.isAddressProven],
  );
  return made.rowCount === 1;
}

/** Writes an account with a password, in the form in which better-auth reads it, inside the transaction of what it is made for. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; name: string; email: string; passwordHash: string; credential: string },
): Promise<boolean> {
  if (!(await insertBareAccount(tx, { ...account, isAddressProven: false }))) return false;
  await tx.client.query(
    "insert into account_credential (id, account_id, provider_id, provider_account_id, password) values ($1, $2, 'credential', $2, $3)",
    [account.credential, account.id, account.passwordHash],
  );
  return true;
}

/** Who somebody is at a provider of single sign-on. */
export type AtProvider = { readonly provider: string; readonly subject: string };

/** Writes an account for whom a provider vouches; false where the address has one. */
export async function insertVouchedAccount(tx: Tx, account: AccountName & AtProvider & { readonly credential: string }): Promise<boolean> {
  return (await insertBareAccount(tx, { ...account, isAddressProven: true })) && (await joinProvider(tx, account));
}

/** Joins an account to who somebody is at a provider; false where that opens one already. */
export async function joinProvider(
  tx: Tx,
  { id, credential, provider, subject }: AtProvider & { readonly id: string; readonly credential: string },
): Promise<boolean> {
  const made = await tx.client.query(
    `insert into account_credential (id, account_id, provider_id, provider_account_id) values ($1, $2, $3, $4)
     on conflict (provider_id, provider_account_id) do nothing`,
    [credential, id, provider, subject],
  );
  return made.rowCount === 1;
}

/** Which account somebody opens by a provider. */
export async function findAccountAtProvider(tx: Tx, { provider, subject }: AtProvider): Promise<AccountName | undefined> {
  const { rows } = await tx.client.query<AccountName>(
    `select a.id, a.name, a.email from account a join account_credential c on c.account_id = a.id
     where c.provider_id = $1 and c.provider_account_id = $2`,
    [provider, subject],
  );
  return rows[0];
}

/** Parts an account from a provider; false where it was not joined. */
export async function leaveProvider(tx: Tx, account: string, provider: string): Promise<boolean> {
  const gone = await tx.client.query('delete from account_credential where account_id = $1 and provider_id = $2', [account, provider]);
  return (gone.rowCount ?? 0) > 0;
}

const hasPassword =
  "exists (select 1 from account_credential c where c.account_id = a.id and c.provider_id = 'credential' and c.password is not null)";
const passkeys = '(select count(*)::integer from account_passkey p where p.account_id = a.id)';

/** In which ways the accounts are entered, by id. */
export async function readWaysIn(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, WaysIn>> {
  const { rows } = await tx.client.query<WaysIn & { id: string }>(
    `select id, has_second_factor as "hasApp", ${hasPassword} as "hasPassword", ${passkeys} as passkeys from account a where id = any($1)`,
    [accounts],
  );
  return new Map(rows.map(({ id, ...ways }) => [id, ways]));
}

/** In which ways an account can be entered, held until the transaction ends, so that of two last ways one stays. */
type WaysHeld = {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly isAddressProven: boolean;
  /** The providers that it is joined to. */
  readonly providers: readonly string[];
};

export async function holdWaysIn(tx: Tx, account: string): Promise<WaysHeld> {
  await tx.client.query('select 1 from account where id = $1 for update', [account]);
  const { rows } = await tx.client.query<WaysHeld>(
    `select email_verified as "isAddressProven",
       ${hasPassword} as "hasPassword", ${passkeys} as passkeys,
       array(select c.provider_id from account_credential c where c.account_id = a.id and c.provider_id <> 'credential') as providers
     from account a where id = $1`,
    [account],
  );
  return rows[0] ?? { hasPassword: false, passkeys: 0, isAddressProven: false, providers: [] };
}

/** The address of the account was shown to be its owner's. */
export async function proveAddress(tx: Tx, account: string): Promise<void> {
  await tx.client.query('update account set email_verified = true where id = $1', [account]);
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

/** By what somebody showed who they are in a session, and in which workspace it works, where they have chosen one. */
export type SessionState = { readonly provenBy: Proof; readonly workspace: string | null };

export async function readSessionState(tx: Tx, session: string): Promise<SessionState | undefined> {
  const { rows } = await tx.client.query<SessionState>(
    'select proven_by as "provenBy", workspace_id as workspace from account_session where id = $1',
    [session],
  );
  return rows[0];
}

/** From now on a session is so; what is not said stays. */
export async function updateSession(tx: Tx, session: string, { provenBy, workspace }: Partial<SessionState>): Promise<void> {
  await tx.client.query(
    'update account_session set proven_by = coalesce($2, proven_by), workspace_id = coalesce($3::uuid, workspace_id) where id = $1',
    [session, provenBy ?? null, workspace ?? null],
  );
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

/** Ends every session of everybody. Answers how many each account had. */
export async function deleteAllSessions(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.client.query<{ account: string; sessions: number }>(
    `with ended as (delete from account_session returning account_id)
     select account_id as account, count(*)::int as sessions from ended group by account_id`,
  );
  return new Map(rows.map(({ account, sessions }) => [account, sessions]));
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

/** Notes that the code of a time step has been used; false where it, or that of a later step, was before. */
export async function useStep(tx: Tx, account: string, step: number): Promise<boolean> {
  const used = await tx.client.query(
    'update account_second_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2)',
    [account, step],
  );
  return used.rowCount === 1;
}

/** Ends the session of a token. */
export async function deleteSessionOf(tx: Tx, token: string): Promise<void> {
  await tx.client.query('delete from account_session where token = $1', [token]);
}

/** Since when a session is open. */
export async function readSessionStart(tx: Tx, session: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await tx.client.query<{ created_at: Temporal.Instant }>('select created_at from account_session where id = $1', [
    session,
  ]);
  return rows[0]?.created_at;
}

/** Notes that a token was used; false where it was before. */
export async function useToken(tx: Tx, id: string, until: Temporal.Instant): Promise<boolean> {
  const used = await tx.client.query('insert into account_token_used (id, expires_at) values ($1, $2) on conflict do nothing', [
    id,
    until.toString(),
  ]);
  return used.rowCount === 1;
}

export async function deleteOldTokens(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.client.query('delete from account_token_used where expires_at < $1', [before.toString()]);
}
