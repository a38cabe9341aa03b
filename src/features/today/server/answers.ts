import type { Reason } from '#features/people/domain/index.ts';
import { namesOfColleagues } from '#features/access/server/index.ts';
import { lockCustomer, requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail, unwrap, type FailureError } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { living } from '#kit/server/summary.ts';
import { readDecline, readSnooze } from '../domain/index.ts';
import { deleteAnswer, findLastAnswer, insertAnswer } from './answers-store.ts';
import { listWeighed } from './attention-store.ts';
import { weigh } from './weigh.ts';

type Named = { readonly kind: string; readonly occasion: string };

/** Not now, or no: to some of a customer's reasons. */
export type AnswerTold = {
  readonly reasons: readonly Named[];
  /** When it was said, where that was before it is told: a day is put off from then. */
  readonly doneAt?: Temporal.Instant | undefined;
} & ({ readonly answer: 'snoozed'; readonly untilOn: Temporal.PlainDate } | { readonly answer: 'declined'; readonly why: string });

/**
 * Answers reasons that stand today and returns the id of the answer. Of two colleagues who answer the same at once one does, and the other is told
 * who it was (`reason.already_snoozed`, `reason.already_declined`). Refuses what `readSnooze` and `readDecline` refuse, reasons that no longer stand
 * for another cause (`reason.changed`), and `customer.not_found`.
 */
export async function answerReasons(tx: Tx, now: Temporal.Instant, colleague: string, customer: string, told: AnswerTold): Promise<string> {
  await requireCustomer(tx, customer);
  await lockCustomer(tx, customer);
  const workspace = await readWorkspace(tx);
  const { timeZone } = workspace;
  const { doneAt = now } = told;
  const today = todayOf(workspace, now);
  const standing = await standingOf(tx, customer, today, timeZone);
  const reasons = told.reasons.map((wanted) => standing.find((one) => one.kind === wanted.kind && one.occasion === wanted.occasion));
  const known = reasons.filter((reason) => reason !== undefined);
  if (known.length < reasons.length) throw await whyNot(tx, customer, told.reasons, today);
  const untilOn = told.answer === 'snoozed' ? unwrap(readSnooze(known, told.untilOn, todayOf(workspace, doneAt))).toString() : null;
  const why = told.answer === 'declined' ? unwrap(readDecline(known, told.why)) : null;
  const id = newId(now.epochMilliseconds);
  await insertAnswer(tx, { id, customer, reasons: known, answer: told.answer, untilOn, why, colleague, at: doneAt });
  await recordEvent(tx, now, {
    kind: `reason.${told.answer}`,
    colleague,
    customer,
    subject: id,
    detail: { reasons: known.map(({ kind, occasion }) => ({ kind, occasion })), untilOn, why },
  });
  tx.touch(customer);
  return id;
}

/** Takes back one's own answer (`reason_answer.not_found`), so that its reasons stand again. */
export async function takeBackAnswer(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const customer = await deleteAnswer(tx, colleague, id);
  if (customer === undefined) throw fail('reason_answer.not_found');
  await recordEvent(tx, now, { kind: 'reason.answer_taken_back', colleague, customer, subject: id });
  tx.touch(customer);
}

/** Who answered before, where that is why a reason does not stand. */
async function whyNot(tx: Tx, customer: string, wanted: readonly Named[], today: Temporal.PlainDate): Promise<FailureError> {
  const last = await findLastAnswer(tx, customer, wanted, today.toString());
  if (!last) return fail('reason.changed');
  const name = (await namesOfColleagues(tx)).get(last.colleague) ?? '';
  return fail(last.answer === 'snoozed' ? 'reason.already_snoozed' : 'reason.already_declined', { name });
}

async function standingOf(tx: Tx, customer: string, day: Temporal.PlainDate, timeZone: string): Promise<readonly Reason[]> {
  const weighed = await listWeighed(tx, { asOfOn: living, timeZone, among: [customer] });
  const reasons = await weigh(tx, { day, asOfOn: living, now: endOfDay(day, timeZone) }, weighed);
  return reasons.get(customer) ?? [];
}
