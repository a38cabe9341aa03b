import type { Tx } from '#kit/server/db/index.ts';
import { searchText, type SearchText } from '../names/search-text.ts';
import { listFindable, listUnfindable, listWhoAreFoundBy, writeSearchTexts } from './findable-store.ts';

const batch = 2000;

/**
 * Brings what customers are found by up to date: their own names, contact points, tags and note, and for those who have a role at one of them the
 * organization's name. Only what changed is written. Part of every refresh of the summary, so that whoever touches a customer has done enough.
 */
export async function keepFindable(tx: Tx, customers: readonly string[]): Promise<void> {
  const all = [...new Set([...customers, ...(await listWhoAreFoundBy(tx, customers))])];
  for (let from = 0; from < all.length; from += batch) await write(tx, all.slice(from, from + batch));
}

/** Makes what is missing: of customers who were written in bulk without `search_rest`. */
export async function makeFindable(tx: Tx): Promise<void> {
  for (;;) {
    const ids = await listUnfindable(tx, batch);
    if (ids.length === 0) return;
    await write(tx, ids);
  }
}

async function write(tx: Tx, ids: readonly string[]): Promise<void> {
  const fresh: (SearchText & { readonly id: string })[] = [];
  for (const { id, kept, ...row } of await listFindable(tx, ids)) {
    const text = searchText(row);
    if (text.name !== kept.name || text.rest !== kept.rest || text.digits !== kept.digits) fresh.push({ id, ...text });
  }
  await writeSearchTexts(tx, fresh);
}
