import { beforeEach, expect, test } from 'vitest';
import { askToErase, partsOf } from '#features/personal-data/server/index.ts';
import { languages } from '#kit/domain/languages.ts';
import { intlOf } from '#kit/server/messages.ts';
import { readPersonalRows } from '#kit/server/personal.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { makeServices, refreshTouched } from './services.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const db = useTestDatabase({ refreshTouched: refreshTouched(clock) });
const services = makeServices({ ...testConfig('/tmp/tend-personal'), secret: 'a secret of the tests only' }, db, clock);
const personal = features.flatMap((feature) => feature.personal ?? []);

let ours: Filled;

beforeEach(async () => {
  ours = await fillWorkspace(services, 'ours@example.com');
});

const columnsNamingCustomers = `
  select k.conrelid::regclass::text || '.' || a.attname as name
  from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) as pair (here, there)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
  where k.contype = 'f' and k.confrelid = 'customer'::regclass and b.attname = 'id'
  union
  select c.table_name || '.' || c.column_name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'customer_id'`;

/** The record that somebody was erased names an id that leads nowhere. */
const records = ['erasure.customer_id'];

test('whatever hangs on a customer is told to them when they ask, or there is a reason why not: no table is forgotten', async () => {
  const { rows } = await db.transaction({ workspace: ours.workspace }, (tx) => tx.client.query<{ name: string }>(columnsNamingCustomers));
  const columns = rows.map(({ name }) => name);
  const told = partsOf(personal).flatMap(({ covers }) => covers);
  const besides = personal.flatMap((part) => Object.keys(part.besides ?? {}));
  expect(columns.filter((name) => ![...told, ...besides, ...records].includes(name))).toEqual([]);
  expect([...told, ...besides].filter((name) => !columns.includes(name) && name !== 'customer.id')).toEqual([]);
  expect(besides.filter((name) => told.includes(name))).toEqual([]);
});

test('every part can be read, and part, names and kinds are called by words in every language', async () => {
  for (const rows of partsOf(personal))
    await db.transaction({ workspace: ours.workspace }, (tx) => readPersonalRows(tx, rows, ours.ids['customer'] ?? ''));
  const keys = partsOf(personal).flatMap(({ part, fields }) => [
    `personal_data.command.part.${part}`,
    ...Object.keys(fields).map((field) => `personal_data.command.field.${field}`),
  ]);
  for (const language of languages) expect(keys.filter((key) => !(key in intlOf(language).messages))).toEqual([]);
});

test('every kind of event has a name in the audit log, in every language', () => {
  const kinds = features.flatMap(({ events }) => Object.keys(events ?? {})).map((kind) => `audit.command.kind.${kind}`);
  expect(kinds.length).toBeGreaterThan(60);
  for (const language of languages) expect(kinds.filter((kind) => !(kind in intlOf(language).messages))).toEqual([]);
});

test('of somebody erased neither the name nor the id is left in any table, except that it happened', async () => {
  const customer = ours.ids['customer'] ?? '';
  const tables = async () =>
    await db.transaction({ workspace: ours.workspace }, async (tx) => {
      const found: string[] = [];
      const { rows } = await tx.client.query<{ name: string }>(
        "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1",
      );
      for (const { name } of rows) {
        const hit = await tx.client.query(`select from ${name} t where t::text ~ $1 limit 1`, [`${customer}|Kyra Confidential\\M`]);
        if (hit.rowCount === 1) found.push(name);
      }
      return found;
    });
  expect((await tables()).length).toBeGreaterThan(15);
  await db.transaction({ workspace: ours.workspace }, async (tx) => {
    const told = { confirm: 'Kyra Confidential', why: 'asked for it', afterDays: 0 };
    await askToErase(tx, clock(), services, ours.owner, customer, told);
  });
  expect(await tables()).toEqual(['erasure', 'event']);
  const left = await db.transaction({ workspace: ours.workspace }, async (tx) => {
    const { rows } = await tx.client.query<{ text: string }>("select e::text as text from event e where e::text ~ 'Kyra Confidential\\M'");
    return rows;
  });
  expect(left).toEqual([]);
});
