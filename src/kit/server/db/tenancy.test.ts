import { expect, test } from 'vitest';
import pg from 'pg';
import { newId } from '../ids.ts';
import { recordEvent } from '../events.ts';
import { useTestDatabase } from '../testing/index.ts';

const db = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');

// Accounts belong to no workspace, the lists of migrations and of duties to the installation; they say why here.
const withoutWorkspace = [
  'account',
  'account_session',
  'account_credential',
  'account_verification',
  'account_sign_in_failure',
  'account_second_factor',
  'account_passkey',
  'account_token_used',
  'migration',
  'duty',
  'backup',
  'restoration',
];

test('every table with data of a business is closed to other workspaces, and to its owner too', async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string; forced: boolean; policies: string[]; tenant_key: boolean }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select p.polname::text from pg_policy p where p.polrelid = c.oid and p.polroles = '{0}') as policies,
      coalesce((select a.attname = 'workspace_id' from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary), false) as tenant_key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  await owner.end();
  expect(rows.length).toBeGreaterThan(5);
  const open = rows.filter(
    (row) => !withoutWorkspace.includes(row.name) && !(row.forced && row.policies.includes('tenant') && row.tenant_key),
  );
  expect(open).toEqual([]);
});

test('unique constraints and foreign keys of a business start with its workspace, so that the schema can be distributed by it', async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `
    select con.conname as name, array(select a.attname::text from unnest(con.conkey) with ordinality k(n, o)
      join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.n order by k.o) as columns
    from pg_constraint con join pg_class c on c.oid = con.conrelid
    where c.relnamespace = 'public'::regnamespace and con.contype in ('p', 'u', 'f') and c.relname <> all($1)`,
    [withoutWorkspace],
  );
  await owner.end();
  const wrong = rows.filter((row) => row.columns[0] !== 'workspace_id' && row.name !== 'colleague_account_id_fkey');
  expect(wrong).toEqual([]);
});

test('the application cannot step out of the barrier: no superuser, no bypass, no other role', async () => {
  const rows = await db.transaction(
    {},
    async (tx) =>
      (
        await tx.client.query<{ strong: boolean; operator: boolean }>(
          "select rolsuper or rolbypassrls or rolcreaterole as strong, pg_has_role(current_user, 'tend_operator', 'set') as operator from pg_roles where rolname = current_user",
        )
      ).rows,
  );
  expect(rows).toEqual([{ strong: false, operator: false }]);
});

test('what one workspace records, another does not see', async () => {
  const [ours, theirs] = [newId(), newId()];
  await db.transaction({ workspace: ours }, (tx) => recordEvent(tx, now, { kind: 'workspace.changed' }));
  const count = (workspace: string) =>
    db.transaction({ workspace }, async (tx) => (await tx.client.query<{ n: number }>('select count(*)::int as n from event')).rows[0]);
  expect(await count(ours)).toEqual({ n: 1 });
  expect(await count(theirs)).toEqual({ n: 0 });
});

test('a row for another workspace cannot be written', async () => {
  await expect(
    db.transaction({ workspace: newId() }, (tx) =>
      tx.client.query("insert into event (workspace_id, id, kind, happened_at) values ($1, $2, 'x', now())", [newId(), newId()]),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('the event log is append-only for the application', async () => {
  await expect(db.transaction({ workspace: newId() }, (tx) => tx.client.query('delete from event'))).rejects.toThrow(/permission denied/);
});
