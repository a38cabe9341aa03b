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
 * Reads settings from the environment and from a file; says every mistake at once (`settings.invalid`), before anything is done. Makes the data folder when missing.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { settings, problems: found, wrong } = readSettings(env);
  const problems = [...found];
  const refuse: Refuse = (problem) => {
    // What is wrong by itself is missed nowhere else.
    if (![...wrong].some((name) => problem.includes(name))) problems.push(problem);
    return undefined;
  };
  const [s3, mail, provider] = [s3Of(settings, refuse), mailOf(settings, refuse), providerOf(settings, refuse)];
  if (problems.length > 0) throw fail('settings.invalid', { problems: problems.join('; ') });
  const dataFolder = resolve(settings.TEND_DATA ?? defaultDataFolder());
  makeDataFolder(dataFolder);
  return {
    dataFolder,
    host: settings.TEND_HOST,
    port: settings.TEND_PORT,
    publicUrl: settings.TEND_URL,
    proxies: settings.TEND_PROXIES,
    requestsPerMinute: settings.TEND_REQUESTS_PER_MINUTE,
    storage: { largestMegabytes: settings.TEND_LARGEST_FILE_MB, s3 },
    mail,
    backup: backupOf(settings),
    metricsToken: settings.TEND_METRICS_TOKEN,
    provider,
    pushAnywhere: settings.TEND_PUSH_ANYWHERE === 'yes',
    webhooksAnywhere: settings.TEND_WEBHOOKS_ANYWHERE === 'yes',
    logLevel: settings.TEND_LOG,
    databaseUrl: settings.DATABASE_URL,
    secret: settings.TEND_SECRET ?? secretOf(dataFolder),
    isSecretSet: settings.TEND_SECRET !== undefined,
  };
}

/** Puts down what is wrong with a setting beside others. */
type Refuse = (problem: string) => undefined;

function s3Of(settings: Settings, refuse: Refuse): S3Settings | undefined {
  const { TEND_S3_ENDPOINT: endpoint, TEND_S3_BUCKET: bucket, TEND_S3_KEY: key, TEND_S3_SECRET: secret } = settings;
  if (endpoint === undefined) return undefined;
  if (bucket === undefined || key === undefined || secret === undefined)
    return refuse('TEND_S3_ENDPOINT: needs TEND_S3_BUCKET, TEND_S3_KEY and TEND_S3_SECRET beside it');
  return { endpoint, bucket, region: settings.TEND_S3_REGION, key, secret };
}

function mailOf({ TEND_SMTP_URL: address, TEND_MAIL_FROM: from }: Settings, refuse: Refuse): MailSettings | undefined {
  if (address === undefined && from === undefined) return undefined;
  if (address === undefined) return refuse('TEND_MAIL_FROM: needs TEND_SMTP_URL beside it');
  if (from === undefined) return refuse('TEND_SMTP_URL: needs TEND_MAIL_FROM beside it');
  const url = new URL(address);
  const isSecure = url.protocol === 'smtps:';
  const port = url.port === '' ? (isSecure ? 465 : 587) : Number(url.port);
  if (url.hostname === '') return refuse('TEND_SMTP_URL: names no server');
  if ((url.username === '') !== (url.password === ''))
    return refuse('TEND_SMTP_URL: a name needs a password beside it, and the other way round');
  if (!isDecodable(url.username + url.password)) return refuse('TEND_SMTP_URL: write % in a name or password as %25');
  const login = url.username === '' ? undefined : { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  return { host: url.hostname.replaceAll(/^\[|\]$/g, ''), port, isSecure, login, from };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function providerOf(settings: Settings, refuse: Refuse): ProviderSettings | undefined {
  const { TEND_OIDC_ISSUER: issuer, TEND_OIDC_CLIENT: clientId, TEND_OIDC_SECRET: clientSecret, TEND_URL: publicUrl } = settings;
  if (issuer === undefined) {
    const alone = (['CLIENT', 'SECRET', 'NAME', 'DOMAINS'] as const).find((one) => settings[`TEND_OIDC_${one}`] !== undefined);
    if (alone === undefined) return undefined;
    return refuse(`TEND_OIDC_${alone}: needs TEND_OIDC_ISSUER beside it`);
  }
  const { protocol, hostname, host } = new URL(issuer);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    return refuse('TEND_OIDC_ISSUER: has to be an https address');
  }
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) {
    return refuse('TEND_OIDC_ISSUER: needs TEND_OIDC_CLIENT, TEND_OIDC_SECRET and TEND_URL beside it');
  }
  const domains = (settings.TEND_OIDC_DOMAINS ?? '').split(',').map((one) => one.trim().toLowerCase());
  return { issuer, clientId, clientSecret, name: settings.TEND_OIDC_NAME ?? host, domains: domains.filter((one) => one !== '') };
}

function backupOf(settings: Settings): BackupSettings {
  const { TEND_BACKUP_FOLDER: folder, TEND_BACKUP_HOUR: hour, TEND_BACKUP_PASSPHRASE: passphrase } = settings;
  const keep = { daily: settings.TEND_BACKUP_DAILY, weekly: settings.TEND_BACKUP_WEEKLY, monthly: settings.TEND_BACKUP_MONTHLY };
  return { folder: folder === undefined ? undefined : resolve(folder), hour, keep, passphrase };
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
