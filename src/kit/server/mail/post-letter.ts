import type { Tx } from '../db/index.ts';
import { newId } from '../ids.ts';
import { enqueueJob, type Job } from '../jobs.ts';
import type { Services } from '../services.ts';
import { holdLetter, insertLetter, markBegun, markFailed, markSent, type LetterRow } from './letter-store.ts';
import { sendBySmtp, type MailFailure } from './send-by-smtp.ts';

export type Letter = {
  /** What kind of letter it is (`digest`), for whoever looks after the mail. */
  readonly purpose: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Until when it is worth sending. */
  readonly giveUpAt: Temporal.Instant;
};

const jobName = 'kit.send_letter';

/** Writes a letter in the transaction of what it tells of; it is sent once that has committed. Answers its id. */
export async function postLetter(tx: Tx, now: Temporal.Instant, { purpose, to, subject, text, html, giveUpAt }: Letter): Promise<string> {
  const id = newId(now.epochMilliseconds);
  const body = { subject, body_text: text, body_html: html };
  await insertLetter(tx, { id, purpose, to_address: to, ...body, made_at: now, give_up_at: giveUpAt, failed_at: null, failure: null });
  await enqueueJob(tx, jobName, { letter: id }, { key: id });
  return id;
}

/** Records a letter that should have been written and was not, among those that were given up; or that may have been, since the backup that was restored. Answers its id. */
export async function noteUnwritten(
  tx: Tx,
  now: Temporal.Instant,
  { purpose, to }: Pick<Letter, 'purpose' | 'to'>,
  failure: 'missed' | 'restored' = 'missed',
): Promise<string> {
  const id = newId(now.epochMilliseconds);
  const body = { subject: null, body_text: null, body_html: null };
  await insertLetter(tx, { id, purpose, to_address: to, ...body, made_at: now, give_up_at: now, failed_at: now, failure });
  return id;
}

/** Minutes until the next try, after so many. */
const pauses = [1, 2, 5, 10, 20, 40, 60] as const;

/** No conversation with a mail server takes longer: after so many minutes whoever began it is gone. */
const longestConversation = 5;

/**
 * Sends a letter, once: whoever comes second finds it under way. Where the server was ended in the middle of it, nobody knows whether it arrived; it is not
 * sent again, and that is recorded. What a mail server did not take is tried again, less and less often, until the letter is worth nothing any more.
 */
export async function sendLetter(services: Services, workspace: string, id: string): Promise<void> {
  const { database, clock, config } = services;
  const letter = await database.transaction({ workspace }, (tx) => takeOn(tx, clock(), id));
  if (!letter) return;
  const sent = config.mail
    ? await sendBySmtp(config.mail, {
        id,
        to: letter.to_address,
        subject: letter.subject ?? '',
        text: letter.body_text ?? '',
        html: letter.body_html ?? '',
        at: letter.made_at,
      })
    : ({ ok: false, failure: { code: 'not_set_up', answer: null }, isFinal: false } as const);
  await database.transaction({ workspace }, async (tx) => {
    if (sent.ok) return await markSent(tx, id, clock());
    services.log.warn({ letter: id, failure: sent.failure.code }, 'a letter could not be sent');
    await putOff(tx, clock(), letter, sent.failure, sent.isFinal);
  });
}

export const letterJob: Job = {
  name: jobName,
  run: async ({ services, workspace, input }) => await sendLetter(services, workspace, (input as { letter: string }).letter),
};

async function takeOn(tx: Tx, now: Temporal.Instant, id: string): Promise<LetterRow | undefined> {
  const letter = await holdLetter(tx, id);
  if (!letter || letter.sent_at || letter.failed_at) return undefined;
  if (letter.begun_at) {
    // Also where the clock was ahead when it was begun.
    const isUnderWay = now.since(letter.begun_at).abs().total('minutes') < longestConversation;
    if (isUnderWay) await enqueueJob(tx, jobName, { letter: id }, { delaySeconds: 60 * longestConversation });
    else await markFailed(tx, id, { code: 'outcome_unknown', answer: null }, now);
    return undefined;
  }
  if (Temporal.Instant.compare(now, letter.give_up_at) >= 0) {
    await markFailed(tx, id, { code: letter.failure ?? 'too_late', answer: letter.answer }, now);
    return undefined;
  }
  await markBegun(tx, id, now);
  return letter;
}

async function putOff(tx: Tx, now: Temporal.Instant, letter: LetterRow, failure: MailFailure, isFinal: boolean): Promise<void> {
  const minutes = pauses[Math.min(letter.attempts, pauses.length - 1)] ?? 60;
  const isOver = isFinal || Temporal.Instant.compare(now.add({ minutes }), letter.give_up_at) >= 0;
  await markFailed(tx, letter.id, failure, isOver ? now : null);
  if (!isOver) await enqueueJob(tx, jobName, { letter: letter.id }, { delaySeconds: 60 * minutes });
}
