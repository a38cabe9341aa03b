import { learnFacts, linkPeople, setGoals } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';

/** One of everything that is known of a customer, and their ids by the names of the parameters of paths. */
export async function fillKnowledge(
  tx: Tx,
  now: Temporal.Instant,
  owner: string,
  customer: string,
  other: string,
): Promise<{ fact: string; goal: string; link: string; attachment: string }> {
  const facts = [
    { kind: 'preference', text: 'a confidential preference' },
    { kind: 'constraint', text: 'a confidential illness', sensitivity: 'sensitive' },
  ] as const;
  const [fact] = await learnFacts(tx, now, owner, customer, facts);
  const [goal = ''] = await setGoals(tx, [{ now, colleague: owner, customer, told: { wish: 'a confidential wish' } }]);
  const told = { from: customer, to: other, kind: 'friend', note: 'a confidential note' } as const;
  const [link = ''] = await linkPeople(tx, [{ now, colleague: owner, told }]);
  const attachment = newId();
  await tx.client.query(
    `insert into attachment (workspace_id, id, customer_id, purpose, name, media_type, size_bytes, sha256, added_at, added_by)
     values ($1, $2, $3, 'file', 'confidential.pdf', 'application/pdf', 1, '', now(), $4)`,
    [tx.workspace, attachment, customer, owner],
  );
  return { fact: fact?.id ?? '', goal, link, attachment };
}
