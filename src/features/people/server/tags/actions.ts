import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { readTag } from '../../domain/index.ts';
import { requireCustomer } from '../actions.ts';
import { deleteTaggings, ensureTags, forgetUnusedTags, insertTaggings, listTagsOf, type Tagging } from './store.ts';

/** What was given and what was taken. */
export type TagChange = { readonly given: readonly Tagging[]; readonly taken: readonly Tagging[] };

/** Gives a customer these tags and no others. Refuses what `readTag` refuses, and `customer.not_found`. */
export async function setTags(tx: Tx, now: Temporal.Instant, colleague: string, customer: string, names: readonly string[]): Promise<void> {
  await requireCustomer(tx, customer);
  const give = await ensureTagsNamed(tx, now, colleague, names);
  const before = (await listTagsOf(tx, customer)).map(({ id }) => id);
  const take = before.filter((tag) => !give.includes(tag));
  await changeTags(tx, now, colleague, [customer], { give, take });
  await forgetUnusedTags(tx, take);
}

/** The ids of tags by their names; what is no tag yet becomes one. Refuses what `readTag` refuses. */
export async function ensureTagsNamed(tx: Tx, now: Temporal.Instant, colleague: string, names: readonly string[]): Promise<string[]> {
  return await ensureTags(
    tx,
    now,
    colleague,
    names.map((name) => unwrap(readTag(name))),
  );
}

/** Gives many customers tags and takes others from them, by the ids of the tags; answers what became different. */
export async function changeTags(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
  { give, take }: { readonly give: readonly string[]; readonly take: readonly string[] },
): Promise<TagChange> {
  const given = give.length > 0 ? await insertTaggings(tx, now, colleague, customers, give) : [];
  const taken = take.length > 0 ? await deleteTaggings(tx, customers, take) : [];
  const changed = [...new Set([...given, ...taken].map(({ customer }) => customer))];
  const tagsOf = (taggings: readonly Tagging[]) => Map.groupBy(taggings, ({ customer }) => customer);
  const [givenTo, takenFrom] = [tagsOf(given), tagsOf(taken)];
  const tags = (some: readonly Tagging[] | undefined) => some?.map(({ tag }) => tag) ?? [];
  await recordEvents(
    tx,
    changed.map((customer) => ({
      now,
      event: {
        kind: 'customer.tagged',
        colleague,
        customer,
        detail: { given: tags(givenTo.get(customer)), taken: tags(takenFrom.get(customer)) },
      },
    })),
  );
  tx.touch(...changed);
  return { given, taken };
}
