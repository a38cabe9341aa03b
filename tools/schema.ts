import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#kit/server/db/index.ts';
import { openEmbeddedPostgres } from '#kit/server/postgres/embedded.ts';
import { describeDatabase } from './describe-database.ts';
import { filesOf, root, textOf } from './tree.ts';

export const schemaFile = 'db/schema.sql';

/** What db/schema.sql says: what it was made from, and the schema that the migrations add up to. */
export async function describeSchema(client: pg.Client): Promise<string> {
  return `-- What the files in db/migrations add up to, for reading; made by \`npm run fix\`.\n${madeFrom()}\n\n${await describeDatabase(client)}`;
}

/** The line that says which migrations the description was made from. */
export function madeFrom(): string {
  const hash = createHash('sha256');
  for (const path of filesOf('db/migrations/*.sql')) hash.update(path).update('\0').update(textOf(path)).update('\0');
  return `-- made from ${hash.digest('hex')}`;
}

/** Runs the migrations on a throw-away server and writes down what came of them. */
export async function writeSchema(): Promise<void> {
  if (textOf(schemaFile).includes(madeFrom())) return;
  const folder = mkdtempSync(join(tmpdir(), 'tend-schema-'));
  // PostgreSQL does not run as root, and whoever it runs as must reach its folder.
  chmodSync(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'schema', throwaway: true });
  try {
    const url = server.url('postgres');
    await migrate(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      writeFileSync(join(root, schemaFile), await describeSchema(client));
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
