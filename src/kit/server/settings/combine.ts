import { resolve } from 'node:path';
import type { BackupSettings } from '../backup/settings.ts';
import type { MailSettings } from '../mail/settings.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import type { S3Settings } from '../storage/storage.ts';
import type { SettingName, Settings } from './known.ts';

/** What several settings together say; undefined where it is not set up. */
export type Combined = {
  readonly s3: S3Settings | undefined;
  readonly mail: MailSettings | undefined;
  readonly provider: ProviderSettings | undefined;
  readonly backup: BackupSettings;
};

type Given = {
  readonly settings: Settings;
  /** Somebody has said it: it does not only stand there because nobody did. */
  readonly isGiven: (name: SettingName) => boolean;
  /** Puts down what is wrong beside other mistakes. */
  readonly refuse: (problem: string) => undefined;
  /** The same, of what is only wrong where a server is started. */
  readonly refuseToServe: (problem: string) => undefined;
};

/** Puts together what several settings say, and tells every combination that cannot be: what is half given would otherwise silently not be done. */
export function combineSettings(given: Given): Combined {
  return { s3: s3Of(given), mail: mailOf(given), provider: providerOf(given), backup: backupOf(given) };
}

/** What was given that says nothing without another setting. */
function refuseAlone({ isGiven, refuse }: Given, needed: SettingName, alone: readonly SettingName[]): undefined {
  for (const name of alone) if (isGiven(name)) refuse(`${name}: needs ${needed} beside it`);
}

function s3Of(given: Given): S3Settings | undefined {
  const {
    TEND_S3_ENDPOINT: endpoint,
    TEND_S3_BUCKET: bucket,
    TEND_S3_KEY: key,
    TEND_S3_SECRET: secret,
    TEND_S3_REGION: region,
  } = given.settings;
  if (endpoint === undefined)
    return refuseAlone(given, 'TEND_S3_ENDPOINT', ['TEND_S3_BUCKET', 'TEND_S3_KEY', 'TEND_S3_SECRET', 'TEND_S3_REGION']);
  if (bucket === undefined || key === undefined || secret === undefined)
    return given.refuse('TEND_S3_ENDPOINT: needs TEND_S3_BUCKET, TEND_S3_KEY and TEND_S3_SECRET beside it');
  return { endpoint, bucket, region, key, secret };
}

function mailOf({ settings, refuse }: Given): MailSettings | undefined {
  const { TEND_SMTP_URL: address, TEND_MAIL_FROM: from } = settings;
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

function providerOf(given: Given): ProviderSettings | undefined {
  const { settings, refuse } = given;
  const { TEND_OIDC_ISSUER: issuer, TEND_OIDC_CLIENT: clientId, TEND_OIDC_SECRET: clientSecret, TEND_URL: publicUrl } = settings;
  if (issuer === undefined)
    return refuseAlone(given, 'TEND_OIDC_ISSUER', ['TEND_OIDC_CLIENT', 'TEND_OIDC_SECRET', 'TEND_OIDC_NAME', 'TEND_OIDC_DOMAINS']);
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

function backupOf(given: Given): BackupSettings {
  const { TEND_BACKUP_FOLDER: folder, TEND_BACKUP_HOUR: hour, TEND_BACKUP_PASSPHRASE: passphrase } = given.settings;
  const { TEND_BACKUP_DAILY: daily, TEND_BACKUP_WEEKLY: weekly, TEND_BACKUP_MONTHLY: monthly } = given.settings;
  if (folder === undefined) {
    refuseAlone(given, 'TEND_BACKUP_FOLDER', ['TEND_BACKUP_HOUR', 'TEND_BACKUP_DAILY', 'TEND_BACKUP_WEEKLY', 'TEND_BACKUP_MONTHLY']);
    // `tend backup FILE` and `tend restore FILE` go by a passphrase alone; a server with one would make no backup that it is for.
    if (passphrase !== undefined)
      given.refuseToServe('TEND_BACKUP_PASSPHRASE: needs TEND_BACKUP_FOLDER beside it, or no backup is made by itself');
  }
  return { folder: folder === undefined ? undefined : resolve(folder), hour, keep: { daily, weekly, monthly }, passphrase };
}
