import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail } from '#kit/domain/result.ts';
import type { BackupSettings } from './backup/settings.ts';
import { defaultDataFolder } from './postgres/operating-system-user.ts';
import type { MailSettings } from './mail/settings.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { readSettings, type Settings } from './settings/index.ts';
import type { S3Settings } from './storage/storage.ts';

export type Config = {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** The address that browsers use, where it differs from host and port (behind a reverse proxy). */
  readonly publicUrl: string | undefined;
  /** How many reverse proxies of one's own stand in front: so many of the last addresses in `X-Forwarded-For` were written by them. */
  readonly proxies: number;
  /** What one address may ask for at most. */
  readonly requestsPerMinute: number;
  readonly storage: {
    /** The largest file that is kept. */
    readonly largestMegabytes: number;
    /** Absent: files lie in the data folder. */
    readonly s3: S3Settings | undefined;
  };
  /** Absent: Tend writes no e-mail. */
  readonly mail: MailSettings | undefined;
  readonly backup: BackupSettings;
  /** Absent: figures are given only to programs of this machine. */
  readonly metricsToken: string | undefined;
  /** Absent: nobody signs in by single sign-on. */
  readonly provider: ProviderSettings | undefined;
  /** Push services may be anywhere, also inside this network. */
  readonly pushAnywhere: boolean;
  /** Webhooks may be anywhere, also inside this network. */
  readonly webhooksAnywhere: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Absent: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Everything that Tend signs or encrypts is derived from it. */
  readonly secret: string;
  /** It stands in the settings, not in the data folder. */
  readonly isSecretSet: boolean;
};

/**
 * Reads settings from the environment and from a file; says every mistake at once (`settings.invalid`), before anything is done. Makes the data folder when missing. With `toServe`, what is
 * wrong only for a server is a mistake, too.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, use: 'toServe' | 'forACommand' = 'forACommand'): Config {
  const { settings, combined, problems: always, problemsToServe } = readSettings(env);
  const problems = use === 'toServe' ? [...always, ...problemsToServe] : always;
  if (problems.length > 0) throw fail('settings.invalid', { problems: problems.join('; ') });
  const dataFolder = dataFolderOf(settings);
  makeDataFolder(dataFolder);
  return {
    dataFolder,
    host: settings.TEND_HOST,
    port: settings.TEND_PORT,
    publicUrl: settings.TEND_URL,
    proxies: settings.TEND_PROXIES,
    requestsPerMinute: settings.TEND_REQUESTS_PER_MINUTE,
    storage: { largestMegabytes: settings.TEND_LARGEST_FILE_MB, s3: combined.s3 },
    mail: combined.mail,
    backup: combined.backup,
    metricsToken: settings.TEND_METRICS_TOKEN,
    provider: combined.provider,
    pushAnywhere: settings.TEND_PUSH_ANYWHERE === 'yes',
    webhooksAnywhere: settings.TEND_WEBHOOKS_ANYWHERE === 'yes',
    logLevel: settings.TEND_LOG,
    databaseUrl: settings.DATABASE_URL,
    secret: settings.TEND_SECRET ?? secretOf(dataFolder),
    isSecretSet: settings.TEND_SECRET !== undefined,
  };
}

/** Where the data folder is, or will be. */
export function dataFolderOf({ TEND_DATA: folder }: Pick<Settings, 'TEND_DATA'>): string {
  return resolve(folder ?? defaultDataFolder());
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw fail('settings.data_folder', { folder, reason: error instanceof Error ? error.message : String(error) });
  }
}

function secretOf(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process made it in the meantime; anything else is a real failure.
      if (!existsSync(file)) throw fail('settings.data_folder', { folder, reason: String(error) });
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Puts another secret in the place of the installation's: that of a backup, with which its rows were signed and encrypted. */
export function keepSecret(dataFolder: string, secret: string): void {
  const file = join(dataFolder, 'secret');
  writeFileSync(`${file}.new`, secret, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** A secret of its own for each use, so that none tells anything of another. */
export function deriveSecret(config: Pick<Config, 'secret'>, use: string): string {
  return createHmac('sha256', config.secret).update(use).digest('hex');
}
