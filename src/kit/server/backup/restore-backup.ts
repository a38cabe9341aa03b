import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { fail } from '#kit/domain/result.ts';
import { keepSecret, type Config } from '../config.ts';
import { claimInstallation, listMigrations, migrate, reachDatabase } from '../db/index.ts';
import { storageOf } from '../storage/index.ts';
import type { BackupHead, BackupSums } from './contents.ts';
import { isEmpty, refill, type Refill } from './refill.ts';
import type { QueuedJob } from './snapshot.ts';
import { appliedMigrations } from './tables.ts';
import { checkBackup, walkBackup } from './walk-backup.ts';

export type Restored = { readonly head: BackupHead; readonly sums: BackupSums; readonly config: Config };

/**
 * Gives an empty installation everything that a backup holds. The whole file is read and counted before anything is changed, and afterwards every table is read back and compared.
 * What the schema has learned since is done to the rows when the installation is next opened. Refused, with nothing changed: what `walkBackup` refuses, a backup of a later Tend
 * (`backup.newer`), an installation that is used (`backup.not_empty`) or runs (`backup.in_use`, `server.data_in_use`), and another secret that was set (`backup.other_secret`).
 */
export async function restoreBackup(options: {
  readonly file: string;
  readonly config: Config;
  readonly passphrase?: string | undefined;
  readonly now: Temporal.Instant;
  /** Jobs that tell somebody outside what may have been told since. */
  readonly jobsLeftOut: ReadonlySet<string>;
}): Promise<Restored> {
  const { file, passphrase, now } = options;
  const { head, sums, secret } = await checkBackup(file, passphrase);
  refuseLaterOne(file, head);
  if (secret !== undefined && options.config.isSecretSet && options.config.secret !== secret) throw fail('backup.other_secret');
  const config = await adoptSecret(options.config, secret);
  const server = await reachDatabase(config);
  try {
    const claim = await claimInstallation(server.ownerUrl, config);
    try {
      if (!claim.alone) throw fail('backup.in_use');
      await prepareSchema(server.ownerUrl, head);
      if (secret !== undefined && config.databaseUrl && !config.isSecretSet) keepSecret(config.dataFolder, secret);
      await refill(server.ownerUrl, head, file, now, async (into) => {
        for await (const part of partsOf(file, passphrase, config)) {
          if (part.kind === 'table') await into.rows(part.of, part.content);
          if (part.kind === 'jobs') await takeJobs(into, part.lines, options.jobsLeftOut);
        }
        return sums;
      });
    } finally {
      await claim.release();
    }
  } finally {
    await server.stop();
  }
  return { head, sums, config };
}

function refuseLaterOne(file: string, { migrations, version }: BackupHead): void {
  const ours = listMigrations();
  const isKnown = migrations.every(({ name, checksum }, at) => ours[at]?.name === name && ours[at].checksum === checksum);
  if (!isKnown) throw fail('backup.newer', { file, version });
}

/**
 * What is signed and encrypted in the rows is only worth something with the secret that it was made with. The embedded database's password follows from the secret: one that was
 * begun with another, and that nobody has used, is begun anew.
 */
async function adoptSecret(config: Config, secret: string | undefined): Promise<Config> {
  if (secret === undefined || config.secret === secret) return config;
  const cluster = join(config.dataFolder, 'postgres');
  if (!config.databaseUrl && existsSync(cluster)) {
    const server = await reachDatabase(config);
    try {
      await (await claimInstallation(server.ownerUrl, config)).release();
      await withClient(server.ownerUrl, refuseUnlessEmpty);
    } finally {
      await server.stop();
    }
    // Without its mark, what is left of it counts as nothing, should this be cut off.
    await rm(join(cluster, 'tend-ready'), { force: true });
    await rm(cluster, { recursive: true, force: true });
  }
  if (!config.databaseUrl) keepSecret(config.dataFolder, secret);
  return { ...config, secret };
}

/** Brings an empty database to the schema of the backup, whatever it was before. */
async function prepareSchema(ownerUrl: string, { migrations }: BackupHead): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await refuseUnlessEmpty(client);
    if ((await appliedMigrations(client)).length <= migrations.length) return;
    await client.query('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public');
  });
  await migrate(ownerUrl, migrations.at(-1)?.name);
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  if (!(await isEmpty(client))) throw fail('backup.not_empty');
}

async function withClient(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'tend restore' });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

type Loading =
  | { readonly kind: 'table'; readonly of: string; readonly content: Uint8Array }
  | { readonly kind: 'jobs'; readonly lines: string[] };

/** The parts that go into the database; files go to their place on the way. */
async function* partsOf(file: string, passphrase: string | undefined, config: Config): AsyncGenerator<Loading> {
  const files = await takingFiles(config);
  let rest = '';
  try {
    for await (const part of walkBackup(file, passphrase)) {
      if (part.kind === 'table') yield part;
      if (part.kind === 'jobs') {
        const lines = (rest + new TextDecoder().decode(part.content)).split('\n');
        rest = lines.pop() ?? '';
        yield { kind: 'jobs', lines };
      }
      if (part.kind === 'file') await files.take(part.of, part.piece, part.content);
    }
    await files.end();
  } finally {
    await files.close();
  }
}

async function takeJobs(into: Refill, lines: readonly string[], leftOut: ReadonlySet<string>): Promise<void> {
  for (const line of lines) {
    const job = JSON.parse(line) as QueuedJob;
    if (!leftOut.has(job.name)) await into.job(job);
  }
}

/** Puts files together beside the data, and gives each to the storage when it is whole. */
async function takingFiles(config: Config) {
  const storage = storageOf(config);
  const folder = await mkdtemp(join(config.dataFolder, 'restoring-'));
  const path = join(folder, 'file');
  let current: string | undefined;
  const end = async () => {
    if (current !== undefined) await storage.take(current, path, 'application/octet-stream');
    current = undefined;
  };
  return {
    take: async (name: string, piece: number, content: Uint8Array) => {
      if (piece === 1) await end();
      current = name;
      await writeFile(path, content, { flag: piece === 1 ? 'w' : 'a', mode: 0o600 });
    },
    end,
    close: async () => await rm(folder, { recursive: true, force: true }),
  };
}
