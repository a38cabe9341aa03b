import { rmSync } from 'node:fs';
import { openDatabase } from '#kit/server/db/index.ts';
import type { Services } from '#kit/server/services.ts';
import { openOwnDatabase, testConfig } from '#kit/server/testing/index.ts';
import { makeServices, refreshTouched } from '../services.ts';

/** An installation on a database of its own. */
export type OwnInstallation = {
  readonly services: Services;
  /** Of the database's owner. */
  readonly ownerUrl: string;
  close(): Promise<void>;
};

export async function openOwnInstallation(clock: () => Temporal.Instant): Promise<OwnInstallation> {
  const own = await openOwnDatabase();
  const { name, ownerUrl, applicationUrl } = own;
  const database = openDatabase(applicationUrl, { refreshTouched: refreshTouched(clock) });
  const config = { ...testConfig(`/tmp/${name}`), secret: 'a secret of the tests only, and long' };
  const services = makeServices(config, database, clock, ownerUrl);
  return {
    services,
    ownerUrl,
    close: async () => {
      await services.live.close();
      await database.close();
      await own.drop();
      rmSync(config.dataFolder, { recursive: true, force: true });
    },
  };
}
