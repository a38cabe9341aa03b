import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { fail } from '#kit/domain/result.ts';

const folder = join(import.meta.dirname, '../../../../db/migrations');

/** The migrations of this Tend, in the order in which they run. */
export function listMigrations(): { readonly name: string; readonly checksum: string }[] {
  return readMigrations().map(({ name, checksum }) => ({ name, checksum }));
}

function readMigrations(): { name: string; text: string; checksum: string }[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

const lock = 8_363_001;

/**
 * Brings a database to the present schema, under an advisory lock, so that two processes may start at once. Each file runs in its
 * own transaction. A file that changed after it ran is refused (`migration.changed`). `until` names the last that is to run, for a schema of before.
 */
export async function migrate(url: string, until?: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'tend migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrateJobs({ connectionString: url });
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const applied = new Map(
      (await client.query<{ name: string; checksum: string }>('select name, checksum from migration')).rows.map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    for (const { name, text, checksum } of readMigrations()) {
      if (until !== undefined && name > until) break;
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before !== undefined) throw fail('migration.changed', { name });
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
  } finally {
    await client.end();
  }
}

/**
 * The role this installation's application signs in as: a member of `tend_app`, so beneath row-level security. Its name and password
 * come from the installation's secret, so several processes of one installation agree without telling each other.
 */
export async function ensureApplicationRole(url: string, identity: { name: string; password: string }): Promise<string> {
  const client = new pg.Client({ connectionString: url, application_name: 'tend migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const role = pg.escapeIdentifier(identity.name);
    const exists = await client.query('select 1 from pg_roles where rolname = $1', [identity.name]);
    if (exists.rowCount === 0) {
      await client.query(
        `create role ${role} login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(identity.password)} in role tend_app`,
      );
    } else {
      await renewPassword(client, role, identity.password);
    }
    const database = await client.query<{ name: string }>('select current_database() as name');
    await client.query(`grant connect, temporary on database ${pg.escapeIdentifier(database.rows[0]?.name ?? '')} to ${role}`);
  } finally {
    await client.end();
  }
  const application = new URL(url);
  application.username = identity.name;
  application.password = identity.password;
  return application.href;
}

// Roles are of the whole server, the lock is of one database: who opens another one at the same moment is not waited for, but told to come again.
async function renewPassword(client: pg.Client, role: string, password: string, tries = 5): Promise<void> {
  try {
    await client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`);
  } catch (error) {
    if (tries === 1 || !(error instanceof pg.DatabaseError && error.code === 'XX000')) throw error;
    await renewPassword(client, role, password, tries - 1);
  }
}
