import pg from 'pg';
import { inject } from 'vitest';
import { ensureApplicationRole } from '../db/index.ts';
import { newId } from '../ids.ts';

/** A migrated database that only one test has: what is asked of it is committed, and several may ask at once, as in the product. */
export type OwnDatabase = {
  readonly name: string;
  /** Of the database's owner, and of the application. */
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  drop(): Promise<void>;
};

export async function openOwnDatabase(): Promise<OwnDatabase> {
  const name = `tend_own_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`create database ${name} template ${inject('template')}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    name,
    ownerUrl: url.href,
    applicationUrl: await ensureApplicationRole(url.href, inject('applicationRole')),
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
