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
    pushAnywhere: false,
    logLevel: 'silent',
    databaseUrl: undefined,
    secret: 'only for tests',
  };
}
