import type { Config } from '../config.ts';

/** The settings of an installation that nobody but a test knows. */
export function testConfig(dataFolder: string): Config {
  return {
    dataFolder,
    host: '127.0.0.1',
    port: 1,
    publicUrl: undefined,
    proxies: 0,
    requestsPerMinute: 6000,
    storage: { largestMegabytes: 1, s3: undefined },
    mail: undefined,
    backup: { folder: undefined, hour: 3, keep: { daily: 7, weekly: 4, monthly: 12 }, passphrase: undefined },
    metricsToken: undefined,
    provider: undefined,
    pushAnywhere: false,
    webhooksAnywhere: false,
    logLevel: 'silent',
    databaseUrl: undefined,
    secret: 'only for tests',
    isSecretSet: true,
  };
}
