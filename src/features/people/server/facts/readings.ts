import type { Tx } from '#kit/server/db/index.ts';
import { standingOf, type FactChange, type FactStanding } from '../../domain/index.ts';
import { wordsOf } from './learn.ts';
import { listFactChanges, type CustomerFactChange } from './store.ts';

/** A fact with its history, and where it was learned. */
export type FactSeen = FactStanding & {
  readonly id: string;
  readonly touchpoint: string | null;
  readonly learnedBy: string | null;
};

/** Everything known of a customer, retired facts included, the latest learned first; before a moment, as it was known then. */
export async function readFacts(tx: Tx, customer: string, before?: Temporal.Instant): Promise<FactSeen[]> {
  const rows = await listFactChanges(tx, customer, before);
  const facts = [...Map.groupBy(rows, (row) => row.fact_id)].flatMap(([id, changes]) => {
    const standing = standingOf(changes.map(changeOf));
    const [{ touchpoint_id: touchpoint, learned_by: learnedBy } = { touchpoint_id: null, learned_by: null }] = changes;
    return standing ? [{ ...standing, id, touchpoint, learnedBy }] : [];
  });
  return facts.toSorted(
    (a, b) => Temporal.PlainDate.compare(b.words.learnedOn, a.words.learnedOn) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  );
}

function changeOf(row: CustomerFactChange): FactChange {
  const { what, happened_at: at, colleague_id: colleague, note } = row;
  return { what, at, colleague, note, words: wordsOf(row) };
}
