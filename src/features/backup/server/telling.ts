import { originOf, ownersHere, type Colleague } from '#features/access/server/index.ts';
import { remind } from '#features/reminders/server/index.ts';
import { listWorkspaces, readWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import { listBackups } from '#kit/server/backup/index.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { postLetter, writeLetter } from '#kit/server/mail/index.ts';
import { explain, translate } from '#kit/server/messages.ts';
import type { Services } from '#kit/server/services.ts';

/** Whoever was told hears nothing more of the same for so long, however often it is tried again. */
const hoursBetweenLetters = 24;

/** Tells the owners of every workspace that a backup could not be made, and why: behind the bell, and by a letter where mail is set up; once a day. */
export async function tellOwners(services: Services, error: unknown): Promise<void> {
  const { database, clock } = services;
  const now = clock();
  const failed = await database.transaction({}, (tx) => listBackups(tx, now.subtract({ hours: hoursBetweenLetters })));
  if (failed.filter(({ failure, isScheduled }) => isScheduled && failure !== null).length > 1) return;
  for (const { id: workspace } of await database.transaction({}, listWorkspaces)) {
    await database.transaction({ workspace }, async (tx) => {
      const owners = await ownersHere(tx);
      await remind(
        tx,
        now,
        owners.map(({ id }) => owedFor(id, now)),
      );
      await writeTo(tx, now, services, owners, error);
    });
  }
}

function owedFor(colleague: string, at: Temporal.Instant) {
  return { colleague, kind: 'backup_failed', occasion: at.toString(), customer: null, promise: null, by: null, count: 1, at } as const;
}

async function writeTo(tx: Tx, now: Temporal.Instant, { config }: Services, owners: readonly Colleague[], error: unknown): Promise<void> {
  if (!config.mail) return;
  const workspace = await readWorkspace(tx);
  for (const { email: to, language, calendar, digits } of owners) {
    const formats = formatsOf(language, { ...workspace, calendar, digits });
    const say = (key: string, values: Record<string, string> = {}) => translate(language, `backup.letter.${key}`, values);
    const failure = error instanceof FailureError ? error.failure : { code: 'backup.failed', values: {} };
    const title = say('title', { workspace: workspace.name });
    const written = writeLetter({
      language,
      title,
      lede: say('lede', { at: formats.moment(now), why: explain(language, failure) }),
      parts: [],
      foot: { text: say('foot'), link: say('link'), path: '/settings/status' },
      origin: originOf(config),
    });
    await postLetter(tx, now, {
      purpose: 'backup_failed',
      to,
      subject: title,
      ...written,
      giveUpAt: now.add({ hours: hoursBetweenLetters }),
    });
  }
}
