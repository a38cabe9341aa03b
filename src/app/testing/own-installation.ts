import { rmSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { ensureApplicationRole, openDatabase } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { testConfig } from '#kit/server/testing/index.ts';
import { makeServices, refreshTouched } from '../services.ts';

/** An installation on a database of its own, where what is asked is committed and several may ask at once, as in the product. */
export type OwnInstallation = {
  readonly services: Services;
  /** Of the database's owner. */
  readonly ownerUrl: string;
  close(): Promise<void>;
};

export async function openOwnInstallation(clock: () => Temporal.Instant): Promise<OwnInstallation> {
  const name = `tend_own_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  await admin.query(`create database ${name} template ${inject('template')}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const database = openDatabase(await ensureApplicationRole(url.href, inject('applicationRole')), {
    refreshTouched: refreshTouched(clock),
  });
  const config = { ...testConfig(`/tmp/${name}`), secret: 'a secret of the tests only, and long' };
  const services = makeServices(config, database, clock, url.href);
  return {
    services,
    ownerUrl: url.href,
    close: async () => {
      await services.live.close();
      await database.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      rmSync(config.dataFolder, { recursive: true, force: true });
    },
  };
}
