import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { foldTag, readTag } from '../../domain/index.ts';
import { requireCustomer } from '../actions.ts';
import { deleteTaggings, ensureTags, forgetUnusedTags, insertTaggings, listTagsOf, namesOfTags, type Tagging } from './store.ts';

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

/** Gives a customer tags besides those they have. Refuses what `readTag` refuses, and `customer.not_found`. */
export async function addTags(tx: Tx, now: Temporal.Instant, colleague: string, customer: string, names: readonly string[]): Promise<void> {
  await requireCustomer(tx, customer);
  await changeTags(tx, now, colleague, [customer], { give: await ensureTagsNamed(tx, now, colleague, names), take: [] });
}

/** The ids of tags by their names; what is no tag yet becomes one. Refuses what `readTag` refuses. */
export async function ensureTagsNamed(tx: Tx, now: Temporal.Instant, colleague: string, names: readonly string[]): Promise<string[]> {
  const tags = names.map((name) => unwrap(readTag(name)));
  return [...(await ensureTags(tx, now, colleague, tags)).values()];
}

/** Puts tags on customers, thousands at once and without a word of it in their history; words that nobody has used yet become tags. */
export async function putTags(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | null,
  tags: readonly { readonly customer: string; readonly name: string }[],
): Promise<void> {
  if (tags.length === 0) return;
  const words = new Map(tags.map(({ name }) => [foldTag(name), name]));
  const ids = await ensureTags(
    tx,
    now,
    colleague,
    Array.from(words, ([foldedName, name]) => ({ name, foldedName })),
  );
  const taggings = tags.flatMap(({ customer, name }) => {
    const tag = ids.get(foldTag(name));
    return tag === undefined ? [] : [{ customer, tag }];
  });
  await insertTaggings(tx, now, colleague, taggings);
}

/** Gives many customers tags and takes others from them, by the ids of the tags; answers what became different. */
export async function changeTags(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
  { give, take }: { readonly give: readonly string[]; readonly take: readonly string[] },
): Promise<TagChange> {
  const pairs = give.flatMap((tag) => customers.map((customer) => ({ customer, tag })));
  const given = pairs.length > 0 ? await insertTaggings(tx, now, colleague, pairs) : [];
  const taken = take.length > 0 ? await deleteTaggings(tx, customers, take) : [];
  const changed = [...new Set([...given, ...taken].map(({ customer }) => customer))];
  const tagsOf = (taggings: readonly Tagging[]) => Map.groupBy(taggings, ({ customer }) => customer);
  const [givenTo, takenFrom] = [tagsOf(given), tagsOf(taken)];
  const tags = (some: readonly Tagging[] | undefined) => some?.map(({ tag }) => tag) ?? [];
  const names = await namesOfTags(tx, changed.length === 0 ? [] : [...give, ...take]);
  const words = (some: readonly Tagging[] | undefined) => tags(some).flatMap((tag) => names.get(tag) ?? []);
  await recordEvents(
    tx,
    changed.map((customer) => ({
      now,
      event: {
        kind: 'customer.tagged',
        colleague,
        customer,
        detail: { given: tags(givenTo.get(customer)), taken: tags(takenFrom.get(customer)) },
        changes: { tags: [words(takenFrom.get(customer)), words(givenTo.get(customer))] },
      },
    })),
  );
  tx.touch(...changed);
  return { given, taken };
}
