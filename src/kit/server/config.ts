import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fail } from '#kit/domain/result.ts';
import { defaultDataFolder } from './postgres/operating-system-user.ts';
import type { MailSettings } from './mail/settings.ts';
import type { S3Settings } from './storage/storage.ts';

const environment = z.object({
  TEND_DATA: z.string().min(1).optional(),
  TEND_HOST: z.string().min(1).default('127.0.0.1'),
  TEND_PORT: z.coerce.number().int().min(0).max(65_535).default(8363),
  TEND_URL: z.url({ protocol: /^https?$/ }).optional(),
  TEND_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  TEND_SECRET: z.string().min(32).optional(),
  TEND_REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).default(6000),
  TEND_LARGEST_FILE_MB: z.coerce.number().int().min(1).max(2000).default(25),
  TEND_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  TEND_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]+$/)
    .optional(),
  TEND_S3_REGION: z.string().min(1).default('us-east-1'),
  TEND_S3_KEY: z.string().min(1).optional(),
  TEND_S3_SECRET: z.string().min(1).optional(),
  TEND_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TEND_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'write tend@example.com, or Tend <tend@example.com>')
    .optional(),
  /** For tests with a push service of their own: elsewhere it would let colleagues make this server call its neighbours. */
  TEND_PUSH_ANYWHERE: z.enum(['yes', 'no']).default('no'),
  TEND_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

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
  /** Push services may be anywhere, also inside this network. */
  readonly pushAnywhere: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Absent: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Everything that Tend signs or encrypts is derived from it. */
  readonly secret: string;
};

/** Reads settings from the environment; says every mistake at once (`settings.invalid`). Makes the data folder when missing. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw fail('settings.invalid', { problems: problems.join('; ') });
  }
  const settings = parsed.data;
  const dataFolder = resolve(settings.TEND_DATA ?? defaultDataFolder());
  makeDataFolder(dataFolder);
  return {
    dataFolder,
    host: settings.TEND_HOST,
    port: settings.TEND_PORT,
    publicUrl: settings.TEND_URL,
    proxies: settings.TEND_PROXIES,
    requestsPerMinute: settings.TEND_REQUESTS_PER_MINUTE,
    storage: { largestMegabytes: settings.TEND_LARGEST_FILE_MB, s3: s3Of(settings) },
    mail: mailOf(settings),
    pushAnywhere: settings.TEND_PUSH_ANYWHERE === 'yes',
    logLevel: settings.TEND_LOG,
    databaseUrl: settings.DATABASE_URL,
    secret: settings.TEND_SECRET ?? secretOf(dataFolder),
  };
}

function s3Of(settings: z.output<typeof environment>): S3Settings | undefined {
  const { TEND_S3_ENDPOINT: endpoint, TEND_S3_BUCKET: bucket, TEND_S3_KEY: key, TEND_S3_SECRET: secret } = settings;
  if (endpoint === undefined) return undefined;
  if (bucket === undefined || key === undefined || secret === undefined) {
    throw fail('settings.invalid', { problems: 'TEND_S3_ENDPOINT: needs TEND_S3_BUCKET, TEND_S3_KEY and TEND_S3_SECRET beside it' });
  }
  return { endpoint, bucket, region: settings.TEND_S3_REGION, key, secret };
}

function mailOf({ TEND_SMTP_URL: address, TEND_MAIL_FROM: from }: z.output<typeof environment>): MailSettings | undefined {
  if (address === undefined && from === undefined) return undefined;
  if (address === undefined) throw fail('settings.invalid', { problems: 'TEND_MAIL_FROM: needs TEND_SMTP_URL beside it' });
  if (from === undefined) throw fail('settings.invalid', { problems: 'TEND_SMTP_URL: needs TEND_MAIL_FROM beside it' });
  const url = new URL(address);
  const isSecure = url.protocol === 'smtps:';
  const port = url.port === '' ? (isSecure ? 465 : 587) : Number(url.port);
  if (url.hostname === '') throw fail('settings.invalid', { problems: 'TEND_SMTP_URL: names no server' });
  if ((url.username === '') !== (url.password === ''))
    throw fail('settings.invalid', { problems: 'TEND_SMTP_URL: a name needs a password beside it, and the other way round' });
  const login = url.username === '' ? undefined : { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  return { host: url.hostname.replaceAll(/^\[|\]$/g, ''), port, isSecure, login, from };
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

/** A secret of its own for each use, so that none tells anything of another. */
export function deriveSecret(config: Pick<Config, 'secret'>, use: string): string {
  return createHmac('sha256', config.secret).update(use).digest('hex');
}
