import { z } from 'zod';

/** Every setting there is, by its name, with what it may be and what it is when nobody says. */
export const settingsSchema = z.object({
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
  TEND_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  TEND_OIDC_CLIENT: z.string().min(1).optional(),
  TEND_OIDC_SECRET: z.string().min(1).optional(),
  TEND_OIDC_NAME: z.string().min(1).max(40).optional(),
  TEND_OIDC_DOMAINS: z
    .string()
    .regex(/^\s*[a-z0-9-]+(?:\.[a-z0-9-]+)+\s*(?:,\s*[a-z0-9-]+(?:\.[a-z0-9-]+)+\s*)*$/i, 'write example.com, or example.com, example.org')
    .optional(),
  /** For tests with a push service of their own: elsewhere it would let colleagues make this server call its neighbours. */
  TEND_PUSH_ANYWHERE: z.enum(['yes', 'no']).default('no'),
  /** Lets webhooks lie inside of one's own network, also without TLS: whoever may make webhooks can then make this server call its neighbours. */
  TEND_WEBHOOKS_ANYWHERE: z.enum(['yes', 'no']).default('no'),
  TEND_BACKUP_FOLDER: z.string().min(1).optional(),
  TEND_BACKUP_HOUR: z.coerce.number().int().min(0).max(23).default(3),
  TEND_BACKUP_DAILY: z.coerce.number().int().min(0).max(366).default(7),
  TEND_BACKUP_WEEKLY: z.coerce.number().int().min(0).max(520).default(4),
  TEND_BACKUP_MONTHLY: z.coerce.number().int().min(0).max(1200).default(12),
  TEND_BACKUP_PASSPHRASE: z.string().min(12).optional(),
  /** For whoever collects the figures of `/metrics` from another machine, or from behind a reverse proxy. */
  TEND_METRICS_TOKEN: z.string().min(16).optional(),
  TEND_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNames = Object.keys(settingsSchema.shape) as SettingName[];

/** Names that begin like settings and are none: the first two are read from the environment alone, the others belong to what developers run. */
export const otherNames: ReadonlySet<string> = new Set([
  'TEND_SETTINGS',
  'TEND_LANGUAGE',
  'TEND_API',
  'TEND_BUILD',
  'TEND_KEY',
  'TEND_BENCH_DATA',
  'TEND_CDNOW',
  'TEND_SALES',
]);

/** What nobody is to read over a shoulder; of addresses only the password in them. */
const secrets: ReadonlySet<string> = new Set<SettingName>([
  'TEND_SECRET',
  'TEND_S3_KEY',
  'TEND_S3_SECRET',
  'TEND_OIDC_SECRET',
  'TEND_BACKUP_PASSPHRASE',
  'TEND_METRICS_TOKEN',
]);

const mask = '••••••';

/** A setting as it may be shown. */
export function maskSetting(name: string, value: string): string {
  if (secrets.has(name)) return mask;
  const url = value.includes('@') ? URL.parse(value) : null;
  if (!url || url.password === '') return value;
  return value.replace(/(:\/\/[^:/@]*:)[^@/]*@/, `$1${mask}@`);
}
