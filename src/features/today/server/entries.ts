import { namesOfColleagues } from '#features/access/server/index.ts';
import { lastTouchpoints, type LastTouchpoint } from '#features/conversations/server/index.ts';
import {
  heaviestFirst,
  howToAddress,
  reckonStake,
  type Address,
  type Reason,
  type ReasonAction,
  type Stake,
} from '#features/people/domain/index.ts';
import { contactsOf, type Contact } from '#features/people/server/index.ts';
import { openPromisesThen, type OpenThen } from '#features/promises/server/index.ts';
import type { WorthParts } from '#features/purchases/domain/index.ts';
import { basketsAtHand, worthInParts, type BasketAtHand } from '#features/purchases/server/index.ts';
import { readWorkspace, type View } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { isOurWord, reasonsFor, reckoningOf, suggestedAction, type Asking, type Because, type Reckoning } from '../domain/index.ts';
import { listWeighed, type Weighed } from './attention-store.ts';
import { weigh } from './weigh.ts';

type Named = { readonly id: string; readonly name: string };

/** One customer on a colleague's list: who, why, what to do, and what to have at hand. */
export type Entry = {
  readonly id: string;
  readonly contact: Contact;
  readonly addressedAs: Address;
  readonly standing: Pick<Weighed, 'stage' | 'isKey'>;
  /** Who answers for the customer, where that is another colleague. */
  readonly owner: Named | null;
  /** What is at stake with them, and of what it is made where they have bought. */
  readonly stake: Stake & { readonly parts: WorthParts | null };
  readonly reckoning: Reckoning;
  /** Why they are in the plan of the day; absent where they can wait. */
  readonly because: Because | undefined;
  readonly action: ReasonAction;
  readonly reasons: readonly Reason[];
  readonly basket: BasketAtHand | undefined;
  readonly lastTouchpoint: LastTouchpoint | undefined;
  /** What else is open to them: promises that are no reasons. */
  readonly promises: readonly (OpenThen & { readonly ownerName: string })[];
};

/** Who asks something of a colleague, and why they are in the plan of the day where they are. */
export type Asker = Pick<Asking, 'customer'> & { readonly because?: Because };

/** Makes entries of customers in the order given. Whose reasons were answered since they were weighed is left out. */
export async function readEntries(tx: Tx, view: View, timeZone: string, colleague: string, asking: readonly Asker[]): Promise<Entry[]> {
  if (asking.length === 0) return [];
  const customers = asking.map(({ customer }) => customer);
  const evening = endOfDay(view.day, timeZone);
  const [weighed, { worth, parts }] = await Promise.all([
    listWeighed(tx, { asOfOn: view.asOfOn, timeZone, among: customers }),
    worthInParts(tx, view.asOfOn, customers),
  ]);
  // All are on their way at once: the database answers the next while we weigh what the one before has told.
  const [reasons, contacts, touchpoints, open, baskets, names, { language }] = await Promise.all([
    weigh(tx, { day: view.day, asOfOn: view.asOfOn, now: evening }, weighed, worth),
    contactsOf(tx, customers),
    lastTouchpoints(tx, { customers, before: evening }),
    openPromisesThen(tx, evening, customers),
    basketsAtHand(tx, { customers, day: view.day }),
    namesOfColleagues(tx),
    readWorkspace(tx),
  ]);
  const promises = Map.groupBy(open, (promise) => promise.customer);
  const standing = new Map(weighed.map((one) => [one.customer, one]));
  return asking.flatMap(({ customer, because }) => {
    const contact = contacts.get(customer);
    const stands = standing.get(customer);
    if (!contact || !stands) return [];
    const { owner } = stands;
    const theirs = heaviestFirst(reasonsFor(colleague, reasons.get(customer) ?? [], owner));
    const action = suggestedAction(theirs);
    if (action === undefined) return [];
    return {
      id: customer,
      contact,
      addressedAs: howToAddress(contact, language),
      standing: stands,
      owner: owner === colleague ? null : { id: owner, name: names.get(owner) ?? '' },
      stake: { ...reckonStake(worth, customer), parts: parts.get(customer) ?? null },
      reckoning: reckoningOf(theirs),
      because,
      action,
      reasons: theirs,
      basket: baskets.get(customer),
      lastTouchpoint: touchpoints.get(customer),
      promises: (promises.get(customer) ?? [])
        .filter(({ id }) => !isAmong(theirs, id))
        .map((promise) => ({ ...promise, ownerName: names.get(promise.owner) ?? '' })),
    };
  });
}

function isAmong(reasons: readonly Reason[], promise: string): boolean {
  return reasons.some((reason) => isOurWord(reason) && reason.occasion.startsWith(promise));
}
