import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { makeLive } from '../live.ts';
import { makeMerge } from '../merge.ts';
import type { Services } from '../services.ts';
import { makeSummary } from '../summary.ts';
import { testConfig } from './test-config.ts';

/** What an installation shares when it has no features: for tests of the kit, and of a feature alone. `own` takes the place of what stands here. */
export function bareServices({ config, ...own }: Pick<Services, 'database' | 'clock'> & Partial<Services>): Services {
  return {
    config: config ?? testConfig(join(tmpdir(), `tend-bare-${process.pid}`)),
    summary: makeSummary([]),
    merge: makeMerge([]),
    digest: [],
    live: makeLive(own.database),
    log: pino({ level: 'silent' }),
    ...own,
  };
}
