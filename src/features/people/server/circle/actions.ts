import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent, recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { checkReferral, readLink, type LinkTold, type LinkWords } from '../../domain/index.ts';
import { listCustomerNames } from '../store.ts';
import { holdLink, holdReferrals, insertLinks, listLinksOf, listReferrers, updateLinkEnd, type LinkRow } from './store.ts';

/** One link to write down: who said so, and when. */
export type LinkToMake = { readonly now: Temporal.Instant; readonly colleague: string; readonly told: LinkTold };

/**
 * Writes down who knows whom and who sent whom, and answers the ids in the order given. Refused: `customer.not_found`, `circle.self`,
 * `circle.already_linked`, and what `checkReferral` refuses.
 */
export async function linkPeople(tx: Tx, toMake: readonly LinkToMake[]): Promise<string[]> {
  const links = toMake.map(({ now, colleague, told }): LinkRow => {
    const { from, to, kind, note } = unwrap(readLink(told));
    const id = newId(now.epochMilliseconds);
    return { id, from_id: from, to_id: to, kind, note, added_at: now, added_by: colleague, ended_at: null, ended_by: null };
  });
  await requireNew(tx, links.map(linkIn));
  await insertLinks(tx, links);
  await recordEvents(
    tx,
    links.map(({ id, added_at: now, added_by: colleague, from_id: customer, to_id: other, kind }) => ({
      now,
      event: { kind: 'circle.linked', colleague, customer, subject: id, detail: { with: other, kind } },
    })),
  );
  return links.map(({ id }) => id);
}

/** Ends a link (`circle_link.not_found`); one that has ended stays so. */
export async function endLink(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const row = await holdLink(tx, id);
  if (!row) throw fail('circle_link.not_found');
  if (row.ended_at) return;
  await updateLinkEnd(tx, id, { at: now, by: colleague });
  await recordEvent(tx, now, { kind: 'circle.link_ended', colleague, customer: row.from_id, subject: id, detail: { with: row.to_id } });
}

/** Takes the end of a link back, unless another has taken its place meanwhile: refuses what `linkPeople` refuses. */
export async function restoreLink(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const row = await holdLink(tx, id);
  if (!row) throw fail('circle_link.not_found');
  if (!row.ended_at) return;
  await requireNew(tx, [linkIn(row)]);
  await updateLinkEnd(tx, id, null);
  await recordEvent(tx, now, { kind: 'circle.link_restored', colleague, customer: row.from_id, subject: id, detail: { with: row.to_id } });
}

async function requireNew(tx: Tx, links: readonly LinkWords[]): Promise<void> {
  const people = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  if ((await listCustomerNames(tx, people)).length < people.length) throw fail('customer.not_found');
  const isReferral = ({ kind }: LinkWords) => kind === 'referred';
  if (links.some(isReferral)) await holdReferrals(tx);
  const referrers = await listReferrers(
    tx,
    links.filter(isReferral).flatMap(({ from, to }) => [from, to]),
  );
  const standing = new Set((await listLinksOf(tx, people, { before: null, most: 100_000 })).map(pairOf));
  for (const link of links) {
    if (standing.has(pairOf(link))) throw fail('circle.already_linked');
    standing.add(pairOf(link));
    if (!isReferral(link)) continue;
    unwrap(checkReferral(referrers, link.from, link.to));
    referrers.set(link.to, link.from);
  }
}

function linkIn({ from_id: from, to_id: to, kind, note }: LinkRow): LinkWords {
  return { from, to, kind, note };
}

function pairOf({ from, to, kind }: { readonly from: string; readonly to: string; readonly kind: string }): string {
  return `${kind} ${from < to ? `${from} ${to}` : `${to} ${from}`}`;
}
