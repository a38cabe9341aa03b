import { findColleague, listColleagues, type Colleague } from '#features/access/server/index.ts';
import { weeksOf } from '#features/cadence/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { enqueueJob, type Job } from '#kit/server/jobs.ts';
import { noteUnwritten, postLetter } from '#kit/server/mail/index.ts';
import type { Services } from '#kit/server/services.ts';
import { dailyMomentsIn, type Span } from '../domain/index.ts';
import { claimDigest, holdDigest, listUnsettled, settleDigest } from './digest-store.ts';
import { writeDigest } from './digest-letter.ts';
import { settingsOf } from './settings-store.ts';

const jobName = 'reminders.write_digest';
const purpose = 'digest';

/** A digest is not sent to somebody's evening of the morning it was for. */
const worthHours = 12;

/**
 * Takes on the digests that are owed after one moment and by another, each once, whoever else tries. Those of the day that it is are written by a job; the day of
 * the others is over: they are recorded as missed, and what they would have said stands among the reminders.
 */
export async function claimDigests(tx: Tx, now: Temporal.Instant, span: Span, colleagues: readonly string[]): Promise<void> {
  const settings = await settingsOf(tx, colleagues);
  const wanted = colleagues.flatMap((colleague) => {
    const chosen = settings.get(colleague);
    return chosen?.digest === true ? [{ colleague, chosen }] : [];
  });
  if (wanted.length === 0) return;
  const { timeZone: ours } = await readWorkspace(tx);
  const weeks = await weeksOf(tx, colleagues);
  const addresses = new Map((await listColleagues(tx)).map(({ id, email }) => [id, email]));
  for (const { colleague, chosen } of wanted) {
    const timeZone = chosen.timeZone ?? ours;
    const weekdays = chosen.digestWeekdays ?? weeks.get(colleague)?.weekdays ?? [];
    const time = `${String(chosen.digestHour).padStart(2, '0')}:00`;
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
    for (const { day, at } of dailyMomentsIn(since(span, chosen.changedAt), { time, weekdays, timeZone })) {
      if (!(await claimDigest(tx, colleague, day, at))) continue;
      if (day.equals(today)) await enqueueJob(tx, jobName, { colleague, day: day.toString() });
      else await settleMissed(tx, now, { colleague, day, to: addresses.get(colleague) ?? '' });
    }
  }
}

/**
 * Writes the digest that was taken on, in the language and on the clocks of the colleague, and posts it in the same transaction; a second run finds it settled. Without
 * anything to say, or without mail set up, nothing is posted, which is recorded.
 */
export async function sendDigest(services: Services, workspace: string, colleague: string, day: Temporal.PlainDate): Promise<void> {
  await services.database.transaction({ workspace }, async (tx) => {
    const now = services.clock();
    const digest = await holdDigest(tx, colleague, day);
    const reader = await findColleague(tx, colleague);
    if (!digest || digest.outcome !== null || !reader) return;
    const timeZone = (await settingsOf(tx, [colleague])).get(colleague)?.timeZone ?? (await readWorkspace(tx)).timeZone;
    const settle = async (outcome: 'no_mail' | 'nothing_to_say' | 'mailed', letter?: string) =>
      await settleDigest(tx, colleague, day, { at: now, outcome, ...(letter === undefined ? {} : { letter }) });
    if (reader.suspended_at !== null) return await settle('nothing_to_say');
    if (!now.toZonedDateTimeISO(timeZone).toPlainDate().equals(day))
      return await settleMissed(tx, now, { colleague, day, to: reader.email });
    if (!services.config.mail) return await settle('no_mail');
    const written = await writeFor(tx, services, now, { reader, day, timeZone });
    if (!written) return await settle('nothing_to_say');
    const giveUpAt = now.add({ hours: worthHours });
    await settle('mailed', await postLetter(tx, now, { purpose, to: reader.email, ...written, giveUpAt }));
  });
}

/** Gives up every digest that was taken on: after a restore nobody knows whether it has been sent since the backup was made. */
export async function giveUpDigests(tx: Tx, now: Temporal.Instant): Promise<void> {
  const addresses = new Map((await listColleagues(tx)).map(({ id, email }) => [id, email]));
  for (const { colleague_id: colleague, due_on: day } of await listUnsettled(tx))
    await settleMissed(tx, now, { colleague, day, to: addresses.get(colleague) ?? '' }, 'restored');
}

/** What the digest of a colleague says, or would say now; nothing where there is nothing to say. */
export async function readDigest(tx: Tx, services: Services, now: Temporal.Instant, reader: Colleague) {
  const timeZone = (await settingsOf(tx, [reader.id])).get(reader.id)?.timeZone ?? (await readWorkspace(tx)).timeZone;
  return await writeFor(tx, services, now, { reader, day: now.toZonedDateTimeISO(timeZone).toPlainDate(), timeZone });
}

export const digestJob: Job = {
  name: jobName,
  run: async ({ services, workspace, input }) => {
    const { colleague, day } = input as { colleague: string; day: string };
    await sendDigest(services, workspace, colleague, Temporal.PlainDate.from(day));
  },
};

async function writeFor(
  tx: Tx,
  services: Services,
  now: Temporal.Instant,
  { reader, day, timeZone }: { reader: Colleague; day: Temporal.PlainDate; timeZone: string },
) {
  const { name, currency } = await readWorkspace(tx);
  return await writeDigest(tx, { services, now, day, timeZone, reader, workspace: name, currency });
}

async function settleMissed(
  tx: Tx,
  now: Temporal.Instant,
  { colleague, day, to }: { readonly colleague: string; readonly day: Temporal.PlainDate; readonly to: string },
  why: 'missed' | 'restored' = 'missed',
): Promise<void> {
  const letter = await noteUnwritten(tx, now, { purpose, to }, why);
  await settleDigest(tx, colleague, day, { at: now, outcome: 'missed', letter });
}

// Nothing is owed for hours at which another wish stood, or none.
function since({ after, until }: Span, changedAt: Temporal.Instant | null): Span {
  return { after: changedAt && Temporal.Instant.compare(changedAt, after) > 0 ? changedAt : after, until };
}
