import { warnOwners } from '#features/reminders/server/index.ts';
import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import { listBackups } from '#kit/server/backup/index.ts';
import { explain, translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';

/** Whoever was told hears nothing more of the same for so long, however often it is tried again. */
const hoursBetweenWarnings = 24;

/** Tells the owners of every workspace that a backup could not be made, and why: behind the bell, and by a letter where mail is set up; once a day. */
export async function tellOwners(services: Services, error: unknown): Promise<void> {
  const { database, clock } = services;
  const now = clock();
  const failed = await database.transaction({}, (tx) => listBackups(tx, now.subtract({ hours: hoursBetweenWarnings })));
  if (failed.filter(({ failure, isScheduled }) => isScheduled && failure !== null).length > 1) return;
  const failure = error instanceof FailureError ? error.failure : { code: 'backup.failed', values: {} };
  await inEveryWorkspace(services, (id) =>
    database.transaction({ workspace: id }, (tx) =>
      warnOwners(tx, now, services, {
        kind: 'backup_failed',
        occasion: now.toString(),
        count: 1,
        words: ({ language, formats, workspace }) => {
          const say = (key: string, values: Record<string, string> = {}) => translate(language, `backup.letter.${key}`, values);
          const lede = say('lede', { at: formats.moment(now), why: explain(language, failure) });
          return { title: say('title', { workspace }), lede, foot: say('foot'), link: say('link') };
        },
      }),
    ),
  );
}
