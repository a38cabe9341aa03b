import { beforeEach, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { ensureCustomers } from './index.ts';

const db = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const workspace = newId();
const owner = newId();

beforeEach(async () => {
  await inShop(async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    await insertColleague(tx, {
      id: owner,
      account_id: null,
      name: 'Eleni',
      email: 'eleni@example.com',
      role: 'owner',
      language: 'el',
      calendar: 'gregorian',
      digits: 'latin',
    });
  });
});

const inShop = <T>(run: (tx: Tx) => Promise<T>) => db.transaction({ workspace }, run);

type Line = { id: string; name?: string; email?: string; phone?: string; country?: string; since: string };

async function mention(tx: Tx, ...lines: readonly Line[]) {
  await tx.client.query(`drop table if exists pg_temp.mentioned`);
  await tx.client.query(`create temporary table mentioned (external_id text primary key, name text, email text, phone text, country text,
    known_since_on date not null, customer_id uuid) on commit drop`);
  for (const { id, name, email, phone, country, since } of lines) {
    await tx.client.query('insert into mentioned values ($1, $2, $3, $4, $5, $6)', [id, name, email, phone, country, since]);
  }
  return await ensureCustomers(tx, now, 'mentioned');
}

async function customers(tx: Tx) {
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select external_id, name, sort_name, email, phone, country, owner_id, known_since_on::text from customer order by external_id`,
  );
  return rows;
}

test('a customer whom a sales file mentions is made, with an owner, and the file is told the id', async () => {
  await inShop(async (tx) => {
    const result = await mention(
      tx,
      { id: '17', name: ' Μαρία  Γεωργίου ', email: 'Maria@Example.gr', phone: '210 123 4567', country: 'Greece', since: '2025-01-05' },
      { id: '18', since: '2025-02-01' },
    );
    expect(result).toEqual({ made: 2, changed: 0 });
    expect(await customers(tx)).toEqual([
      {
        external_id: '17',
        name: 'Μαρία Γεωργίου',
        sort_name: 'Γεωργίου, Μαρία',
        email: 'maria@example.gr',
        phone: '+302101234567',
        country: 'GR',
        owner_id: owner,
        known_since_on: '2025-01-05',
      },
      {
        external_id: '18',
        name: '18',
        sort_name: '18',
        email: null,
        phone: null,
        country: null,
        owner_id: owner,
        known_since_on: '2025-02-01',
      },
    ]);
    const { rows } = await tx.client.query(
      'select count(*)::int as n from mentioned m join customer c on c.id = m.customer_id and c.external_id = m.external_id',
    );
    expect(rows).toEqual([{ n: 2 }]);
  });
});

test('importing the same customers again changes nothing', async () => {
  await inShop(async (tx) => {
    const lines = [
      { id: '17', name: 'Μαρία', phone: 'ask at the bar', country: 'Channel Islands', since: '2025-01-05' },
      { id: '18', since: '2025-02-01' },
    ];
    await mention(tx, ...lines);
    const before = await customers(tx);
    expect(await mention(tx, ...lines)).toEqual({ made: 0, changed: 0 });
    expect(await customers(tx)).toEqual(before);
    expect(before[0]).toMatchObject({ phone: 'ask at the bar', country: 'Channel Islands' });
  });
});

test('a later import fills what was empty and leaves what a colleague wrote', async () => {
  await inShop(async (tx) => {
    await mention(tx, { id: '17', since: '2025-01-05' }, { id: '18', name: 'Nikos', email: 'nikos@example.gr', since: '2025-02-01' });
    const result = await mention(
      tx,
      { id: '17', name: 'Μαρία', since: '2025-03-01' },
      { id: '18', name: 'N. P.', email: 'other@example.gr', phone: '+306912345678', since: '2024-12-24' },
    );
    expect(result).toEqual({ made: 0, changed: 3 });
    expect(await customers(tx)).toMatchObject([
      { name: 'Μαρία', sort_name: 'Μαρία', known_since_on: '2025-01-05' },
      { name: 'Nikos', email: 'nikos@example.gr', phone: '+306912345678', known_since_on: '2024-12-24' },
    ]);
  });
});

test('a workspace without an owner takes no customers', async () => {
  await db.transaction({ workspace: newId() }, async (tx) => {
    await expect(mention(tx, { id: '1', since: '2025-01-01' })).rejects.toMatchObject({ failure: { code: 'people.owner_not_found' } });
  });
});

test('customers of another workspace with the same number are other customers', async () => {
  await inShop((tx) => mention(tx, { id: '17', name: 'Μαρία', since: '2025-01-05' }));
  const theirs = newId();
  await db.transaction({ workspace: theirs }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Other', language: 'en', currency: 'GBP', timeZone: 'Europe/London' });
    await insertColleague(tx, {
      id: newId(),
      account_id: null,
      name: 'Ann',
      email: 'ann@example.com',
      role: 'owner',
      language: 'en',
      calendar: 'gregorian',
      digits: 'latin',
    });
    expect(await mention(tx, { id: '17', name: 'Mary', since: '2025-01-05' })).toEqual({ made: 1, changed: 0 });
    expect(await customers(tx)).toMatchObject([{ name: 'Mary' }]);
  });
});

test('many batches of customers are made in one go', async () => {
  await inShop(async (tx) => {
    await tx.client.query(`create temporary table mentioned on commit drop as
      select 'c' || n as external_id, 'Μαρία Παπαδοπούλου ' || n as name, null::text as email, null::text as phone, 'GR' as country, date '2025-01-01' as known_since_on, null::uuid as customer_id
      from generate_series(1, 20000) n`);
    expect(await ensureCustomers(tx, now, 'mentioned')).toEqual({ made: 20_000, changed: 0 });
  });
});

// The planner takes one index that begins with the workspace for another while it knows nothing of how many customers there are.
test('only the primary key can look up whom a purchase refers to', async () => {
  await inShop(async (tx) => {
    const { rows } = await tx.client.query<{ name: string }>(
      `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
       where i.indrelid = 'customer'::regclass and i.indpred is null and m.amname = 'btree'
         and i.indkey[0] = (select attnum from pg_attribute where attrelid = 'customer'::regclass and attname = 'workspace_id')`,
    );
    expect(rows).toEqual([{ name: 'customer_pkey' }]);
  });
});
