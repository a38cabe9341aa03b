import pg from 'pg';
import { expect, test } from 'vitest';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { describeDatabase } from './describe-database.ts';
import { describeSchema, schemaFile } from './schema.ts';
import { textOf } from './tree.ts';

const database = useTestDatabase();

async function asOwner<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    return await run(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

test('db/schema.sql says what the migrations add up to', async () => {
  expect(await asOwner(describeSchema), 'npm run fix writes it anew').toBe(textOf(schemaFile));
});

test('a policy, a right, an index or a default that changes is seen in the description', async () => {
  const before = await asOwner(describeDatabase);
  const changes = [
    'alter policy tenant on event using (true)',
    'revoke insert on event from tend_app',
    'alter table event no force row level security',
    'drop index event_by_customer',
    "alter table event alter detail set default '[]'",
    'alter table event add check (kind <> $$$$)',
    'alter function list_workspaces security invoker',
    'alter function list_workspaces owner to current_user',
    'grant execute on function enqueue_job to public',
  ];
  for (const change of changes) {
    const after = await asOwner(async (client) => {
      await client.query(change);
      return await describeDatabase(client);
    });
    expect(after, change).not.toBe(before);
  }
});

test('what the description has no words for is refused, not left out', async () => {
  const described = asOwner(async (client) => {
    await client.query('create materialized view seen as select 1 as one');
    return await describeDatabase(client);
  });
  await expect(described).rejects.toThrow('seen');
});
