import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { readKeyListing } from '../domain/index.ts';
import { endKeyListing, findKeyListing, listKeyCustomers, saveKeyListing, type KeyCustomerListed } from './key-store.ts';
import { listCustomerNames, lockCustomer } from './store.ts';

/** The short list, those first whose review is due first, and whether it is due as of today. */
export async function readKeyCustomers(tx: Tx, now: Temporal.Instant): Promise<(KeyCustomerListed & { readonly isDue: boolean })[]> {
  const today = todayOf(await readWorkspace(tx), now);
  return (await listKeyCustomers(tx)).map((one) => ({ ...one, isDue: Temporal.PlainDate.compare(one.review_on, today) <= 0 }));
}

/**
 * Puts a customer on the list of key customers, or changes why and until when; refuses what `readKeyListing` refuses, and a contact who is
 * no customer (`key_customer.no_customer`).
 */
export async function listKeyCustomer(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: { reason: string; reviewOn: Temporal.PlainDate },
): Promise<void> {
  if (!(await lockCustomer(tx, customer))) throw fail('customer.not_found');
  const [known] = await listCustomerNames(tx, [customer]);
  if (known?.contact_only !== false) throw fail('key_customer.no_customer');
  const today = todayOf(await readWorkspace(tx), now);
  const listing = unwrap(readKeyListing(told, today));
  const open = await findKeyListing(tx, customer);
  await saveKeyListing(tx, { customer, ...listing, listedOn: open?.listed_on ?? today, listedBy: colleague });
  await recordEvent(tx, now, {
    kind: 'key_customer.listed',
    colleague,
    customer,
    detail: { reason: listing.reason, reviewOn: listing.reviewOn.toString() },
    changes: changesBetween({ reason: open?.reason, reviewOn: open?.review_on }, { reason: listing.reason, reviewOn: listing.reviewOn }),
  });
  tx.touch(customer);
}

/** Takes a customer off the list; one who is not on it stays off it. */
export async function removeKeyCustomer(tx: Tx, now: Temporal.Instant, colleague: string, customer: string): Promise<void> {
  if (!(await lockCustomer(tx, customer))) throw fail('customer.not_found');
  const open = await findKeyListing(tx, customer);
  if (!open) return;
  await endKeyListing(tx, customer, todayOf(await readWorkspace(tx), now), colleague);
  await recordEvent(tx, now, { kind: 'key_customer.removed', colleague, customer, detail: { reason: open.reason } });
  tx.touch(customer);
}
