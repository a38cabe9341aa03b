import { requireCustomer } from '#features/people/server/index.ts';
import { tidyLine } from '#features/people/domain/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { firstDayNotQuiet, isQuiet, readQuietPeriod, type QuietTold } from '../domain/index.ts';
import { deleteQuietPeriod, insertQuietPeriod, quietOf } from './quiet-store.ts';
import { unplanCustomers } from './summary-store.ts';

const mostOfOne = 20;
const longestNote = 200;

/**
 * Writes down that a customer asked not to be called for a time, and answers its id. Besides what `readQuietPeriod` refuses: `customer.not_found`, a time that
 * together with others would leave no day in two years (`quiet_period.leaves_no_day`), and more than twenty (`quiet_period.too_many`).
 */
export async function keepQuiet(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: QuietTold & { readonly note?: string | undefined },
): Promise<string> {
  await requireCustomer(tx, customer);
  const today = todayOf(await readWorkspace(tx), now);
  const period = unwrap(readQuietPeriod(told, today));
  const others = (await quietOf(tx, [customer], today)).get(customer) ?? [];
  if (others.length >= mostOfOne) throw fail('quiet_period.too_many', { most: mostOfOne });
  const begin = period.yearly ? today : period.fromOn;
  if (!firstDayNotQuiet([...others, period], begin)) throw fail('quiet_period.leaves_no_day', {}, 'untilOn');
  const id = newId(now.epochMilliseconds);
  const note = tidyLine(told.note)?.slice(0, longestNote) ?? null;
  const { fromOn, untilOn, yearly } = period;
  const row = { id, customer_id: customer, from_on: fromOn, until_on: untilOn, yearly, note, noted_by: colleague, noted_at: now };
  await insertQuietPeriod(tx, row);
  const detail = { fromOn: fromOn.toString(), untilOn: untilOn.toString(), yearly };
  await recordEvent(tx, now, { kind: 'cadence.quiet_asked', colleague, customer, subject: id, detail });
  tx.touch(customer);
  return id;
}

/** The customer may be called again, or it was a mistake. Refuses `quiet_period.not_found`. */
export async function endQuiet(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const customer = await deleteQuietPeriod(tx, id);
  if (customer === undefined) throw fail('quiet_period.not_found');
  // What was put off for it need not wait.
  await unplanCustomers(tx, [customer]);
  await recordEvent(tx, now, { kind: 'cadence.quiet_ended', colleague, customer, subject: id });
  tx.touch(customer);
}

/** Of these customers those who asked not to be called on a day. */
export async function quietOn(tx: Tx, customers: readonly string[], day: Temporal.PlainDate): Promise<ReadonlySet<string>> {
  const periods = await quietOf(tx, customers, day);
  return new Set([...periods].flatMap(([customer, theirs]) => (isQuiet(theirs, day) ? [customer] : [])));
}
