import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { isSameFact, readFact, type FactTold, type FactWords } from '../../domain/index.ts';
import { listCustomerNames } from '../store.ts';
import { insertFacts, listStandingFacts, type FactChangeRow, type FactRow } from './store.ts';

/** One fact to write down: who learned it about whom, when, and in which conversation. */
export type FactToLearn = {
  readonly now: Temporal.Instant;
  /** Null for what an import brings. */
  readonly colleague: string | null;
  readonly customer: string;
  readonly told: FactTold;
  readonly touchpoint?: string | undefined;
};

/** What became of a fact that was told: `isNew` is false when the same was known already, and `id` is that fact's. */
export type LearnedFact = { readonly id: string; readonly isNew: boolean };

/**
 * Writes down what a colleague learned about a customer, all or nothing, and answers in the order given. What is known already is
 * not written twice. Refuses what `readFact` refuses, and `customer.not_found`.
 */
export async function learnFacts(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string | null,
  customer: string,
  facts: readonly FactTold[],
  from: { readonly touchpoint?: string | undefined } = {},
): Promise<LearnedFact[]> {
  return await learnManyFacts(
    tx,
    facts.map((told) => ({ now, colleague, customer, told, touchpoint: from.touchpoint })),
  );
}

/** The same about many customers at once, in a few statements. */
export async function learnManyFacts(tx: Tx, toLearn: readonly FactToLearn[]): Promise<LearnedFact[]> {
  const customers = [...new Set(toLearn.map(({ customer }) => customer))];
  const known = new Set((await listCustomerNames(tx, customers)).map(({ id }) => id));
  if (customers.some((customer) => !known.has(customer))) throw fail('customer.not_found');
  const standing = Map.groupBy(await listStandingFacts(tx, customers), (row) => row.customer_id);
  const workspace = await readWorkspace(tx);
  const facts: FactRow[] = [];
  const learned = toLearn.map(({ now, colleague, customer, told, touchpoint }): LearnedFact => {
    const words = unwrap(readFact(told, todayOf(workspace, now)));
    const theirs = standing.get(customer) ?? [];
    const same = theirs.find((one) => isSameFact(one, words));
    if (same) return { id: same.id, isNew: false };
    const id = newId(now.epochMilliseconds);
    const row = {
      ...columnsOf(words),
      id,
      customer_id: customer,
      touchpoint_id: touchpoint ?? null,
      learned_by: colleague,
      changed_at: now,
      retired_at: null,
    };
    facts.push(row);
    standing.set(customer, [...theirs, row]);
    return { id, isNew: true };
  });
  await insertFacts(tx, facts, facts.map(learning));
  await recordEvents(
    tx,
    facts.map(({ id, customer_id: customer, learned_by: colleague, changed_at: now, kind, sensitivity }) => ({
      now,
      event: { kind: 'fact.learned', colleague: colleague ?? undefined, customer, subject: id, detail: { kind, sensitivity } },
    })),
  );
  tx.touch(...new Set(facts.map((row) => row.customer_id)));
  return learned;
}

/** The words of a fact as its columns. */
export function columnsOf({ kind, text, source, toldBy, learnedOn, sensitivity, uses }: FactWords) {
  return { kind, text, source, told_by: toldBy, learned_on: learnedOn, sensitivity, uses: [...uses] };
}

/** The words that columns hold. */
export function wordsOf(row: ReturnType<typeof columnsOf>): FactWords {
  const { kind, text, source, told_by: toldBy, learned_on: learnedOn, sensitivity, uses } = row;
  return { kind, text, source, toldBy, learnedOn, sensitivity, uses };
}

function learning(row: FactRow): FactChangeRow {
  return {
    ...columnsOf(wordsOf(row)),
    id: newId(row.changed_at.epochMilliseconds),
    fact_id: row.id,
    number: 1,
    what: 'learned',
    happened_at: row.changed_at,
    colleague_id: row.learned_by,
    note: null,
  };
}
