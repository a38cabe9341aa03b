import {
  deleteCustomer,
  idsEverOf,
  listTiedTo,
  lockCustomer,
  marksOf,
  readCustomerOf,
  removeStoredFiles,
} from '#features/people/server/index.ts';
import { inEveryWorkspace, readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { forgetEventDetails, recordEvents } from '#kit/server/events.ts';
import { forgetAnswersAbout } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import { forgetInLetters } from '#kit/server/mail/index.ts';
import { oneByOne } from '#kit/server/one-by-one.ts';
import type { Erasing, Hold } from '#kit/server/personal.ts';
import { eraseFileRows, readPersonalRows } from '#kit/server/personal.ts';
import type { Services } from '#kit/server/services.ts';
import { readErasure, type ErasureTold } from '../domain/index.ts';
import { findWaiting, holdWaiting, insertErasure, listDue, updateErasure, type ErasureRow } from './erasure-store.ts';

/** Nobody where it is the terminal of the machine, or the day that has come. */
type By = string | null;

/** What speaks against erasing somebody now, and whether it waits already. Refuses `customer.not_found` and `customer.merged`. */
export async function lookAhead(
  tx: Tx,
  services: Services,
  customer: string,
): Promise<{ name: string; holds: readonly Hold[]; waiting: ErasureRow | undefined }> {
  const { name } = await readCustomerOf(tx, customer);
  const holds = [];
  for (const part of services.personal) holds.push(...((await part.holds?.(tx, customer)) ?? []));
  return { name, holds, waiting: await findWaiting(tx, customer) };
}

/**
 * Erases a person, at once or on a day to come, and answers the record of it. Refuses what `readErasure` refuses, `customer.not_found`, `customer.merged`, and
 * one that waits already (`erasure.already_waiting`).
 */
export async function askToErase(
  tx: Tx,
  now: Temporal.Instant,
  services: Services,
  by: By,
  customer: string,
  told: ErasureTold,
): Promise<ErasureRow> {
  const { name } = await readCustomerOf(tx, customer);
  const { why, afterDays } = unwrap(readErasure(told, name));
  if (!(await lockCustomer(tx, customer))) throw fail('customer.not_found');
  if (await holdWaiting(tx, customer)) throw fail('erasure.already_waiting');
  const today = todayOf(await readWorkspace(tx), now);
  const row: ErasureRow = {
    id: newId(now.epochMilliseconds),
    customer_id: customer,
    why,
    asked_by: by,
    asked_at: now,
    due_on: today.add({ days: afterDays }),
    done_at: null,
    purchases: null,
    cancelled_at: null,
    cancelled_by: null,
  };
  await insertErasure(tx, row);
  if (afterDays === 0) return await erase(tx, now, services, by, row);
  const detail = { dueOn: row.due_on.toString() };
  await recordEvents(tx, [
    { now, event: { kind: 'personal_data.erasure_asked', colleague: by ?? undefined, customer, subject: row.id, detail } },
  ]);
  return row;
}

/** The person stays after all. Refuses where nothing waits (`erasure.not_found`). */
export async function cancelErasure(tx: Tx, now: Temporal.Instant, by: By, customer: string): Promise<void> {
  const row = await holdWaiting(tx, customer);
  if (!row) throw fail('erasure.not_found');
  await updateErasure(tx, row.id, { cancelled_at: now, cancelled_by: by });
  await recordEvents(tx, [
    { now, event: { kind: 'personal_data.erasure_cancelled', colleague: by ?? undefined, customer, subject: row.id } },
  ]);
}

/** Erases in every workspace whose day has come, each person in a transaction of their own. */
export async function eraseDue(services: Services, signal?: AbortSignal): Promise<void> {
  const { clock, database } = services;
  const eraseIn = async (workspace: string, timeZone: string) => {
    const due = await database.transaction({ workspace }, (tx) => listDue(tx, todayOf({ timeZone }, clock())));
    const tell = ({ customer_id: customer }: ErasureRow) => ({ workspace, customer });
    await oneByOne(services, due, { tell, signal }, ({ customer_id: customer }) =>
      database.transaction({ workspace }, (tx) => eraseWaiting(tx, clock(), services, customer)),
    );
  };
  await inEveryWorkspace(services, (id, { timeZone }) => eraseIn(id, timeZone), signal);
}

async function eraseWaiting(tx: Tx, now: Temporal.Instant, services: Services, customer: string): Promise<void> {
  // Who became another customer meanwhile, or was erased, is not there to be erased.
  const isThere = await lockCustomer(tx, customer);
  const row = await holdWaiting(tx, customer);
  if (!row) return;
  if (isThere) await erase(tx, now, services, row.asked_by, row);
  else await updateErasure(tx, row.id, { cancelled_at: now, cancelled_by: null });
}

/** Takes a person out of everything, and keeps that it was done. The customer is held by whoever calls. */
async function erase(tx: Tx, now: Temporal.Instant, services: Services, by: By, row: ErasureRow): Promise<ErasureRow> {
  const customer = row.customer_id;
  const ids = await idsEverOf(tx, customer);
  const erasing: Erasing = { erasure: row.id, customer, ids, marks: await marksOf(tx, customer) };
  const tied = await listTiedTo(tx, customer);
  const purchases = await countPurchases(tx, services, customer);
  await removeStoredFiles(tx, services.config, customer);
  // From above: what stands on something goes before it.
  for (const part of services.personal.toReversed()) {
    await part.erase?.(tx, erasing);
    if (part.fileRows) await eraseFileRows(tx, part.fileRows, erasing.marks);
  }
  await deleteCustomer(tx, customer);
  await forgetAnswersAbout(tx, ids);
  await forgetInLetters(tx, erasing.marks);
  await forgetEventDetails(tx, { customers: ids });
  await recordEvents(
    tx,
    ids.map((id) => ({
      now,
      event: {
        kind: 'personal_data.erased',
        colleague: by ?? undefined,
        customer: id,
        subject: row.id,
        detail: { purchases, why: row.why },
      },
    })),
  );
  await updateErasure(tx, row.id, { done_at: now, purchases });
  tx.touch(...tied);
  return { ...row, done_at: now, purchases };
}

async function countPurchases(tx: Tx, services: Services, customer: string): Promise<number> {
  const bought = services.personal.flatMap(({ rows }) => rows).find(({ part }) => part === 'purchases');
  return bought ? (await readPersonalRows(tx, bought, customer)).length : 0;
}
