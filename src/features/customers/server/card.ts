import { namesOfColleagues } from '#features/access/server/index.ts';
import { howToAddress, type Address } from '#features/people/domain/index.ts';
import { readCustomerOf, type Customer } from '#features/people/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { findStanding, standingOfContact, type Standing } from './card-store.ts';

type Named = { readonly id: string; readonly name: string };

/** Who a customer is, and how things stand with them as of a day. */
export type Card = {
  readonly view: View;
  readonly currency: string;
  readonly customer: Customer;
  readonly addressing: Address;
  readonly owner: Named;
  readonly deputy: Named | null;
  readonly standing: Standing;
};

/**
 * The card of a customer (`customer.not_found`) as of a day. Names and addresses are today's on every day; how things stood is the day's.
 * `customer_then.not_found` where the customer was not known yet. Of a contact, who is no customer, there are no figures.
 */
export async function readCard(tx: Tx, view: View, id: string): Promise<Card> {
  const customer = await readCustomerOf(tx, id, view.day);
  const isContactThen = customer.contactOnly && Temporal.PlainDate.compare(customer.knownSinceOn, view.day) <= 0;
  const standing = isContactThen ? standingOfContact : await findStanding(tx, view.asOfOn, id);
  if (!standing) throw fail('customer_then.not_found');
  const { currency, language } = await readWorkspace(tx);
  const names = await namesOfColleagues(tx);
  const named = (colleague: string) => ({ id: colleague, name: names.get(colleague) ?? '' });
  return {
    view,
    currency,
    customer: { ...customer, key: standing.isKey ? customer.key : null },
    addressing: howToAddress(customer, language),
    owner: named(customer.ownerId),
    deputy: customer.deputyId === null ? null : named(customer.deputyId),
    standing,
  };
}
