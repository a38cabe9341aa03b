import type { z } from 'zod';
import type { Config } from '#kit/server/config.ts';
import type { Status } from '#kit/server/status.ts';
import type { Status as StatusView } from '../api.ts';

/** The status as it travels. */
export function statusAnswer({ version, database, duties, jobs, letters }: Status, config: Config): z.input<typeof StatusView> {
  return {
    version,
    database,
    duties: duties.map((duty) => ({
      ...duty,
      beganAt: duty.beganAt.toString(),
      goodAt: text(duty.goodAt),
      failedAt: text(duty.failedAt),
      missedFrom: text(duty.missedFrom),
      missedUntil: text(duty.missedUntil),
    })),
    jobs: [...jobs],
    mail: {
      isSetUp: config.mail !== undefined,
      waiting: letters.waiting,
      lastSentAt: text(letters.lastSentAt),
      givenUp: letters.givenUp.flatMap(({ id, purpose, to_address: to, failed_at: at, attempts, failure, answer }) =>
        at && failure ? [{ id, purpose, to, at: at.toString(), attempts, failure, answer }] : [],
      ),
    },
  };
}

function text(moment: Temporal.Instant | null): string | null {
  return moment?.toString() ?? null;
}
