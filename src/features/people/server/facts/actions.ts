import { requireRight } from '#features/access/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import { correctFact, tidyLine, type FactCorrection, type FactWords } from '../../domain/index.ts';
import { answersFor } from '../answers-for.ts';
import { columnsOf, wordsOf } from './learn.ts';
import { readFacts, type FactSeen } from './readings.ts';
import { countFactChanges, holdFact, insertFactChanges, updateFact, type FactChangeRow, type FactRow } from './store.ts';

type Acting = Pick<Who, 'colleague' | 'role' | 'only'>;

/**
 * Puts a fact right; what it said before stays in its history. Refuses what `readFact` refuses, `fact.not_found`, `fact.already_retired`,
 * and `access.forbidden` where it is sensitive and not theirs to see.
 */
export async function correctLearnedFact(
  tx: Tx,
  now: Temporal.Instant,
  who: Acting,
  id: string,
  correction: FactCorrection,
  note?: string,
): Promise<void> {
  const row = await holdOwnFact(tx, who, id);
  if (row.retired_at) throw fail('fact.already_retired');
  const before = wordsOf(row);
  const words = unwrap(correctFact(before, correction, todayOf(await readWorkspace(tx), now)));
  if (JSON.stringify(words) === JSON.stringify(before)) return;
  await writeChange(tx, now, who, row, { what: 'corrected', words, note: tidyLine(note) });
}

/** Says that a fact is true no more, and why where that is known. It stays readable, and can be restored. Refuses what `correctLearnedFact` refuses. */
export async function retireFact(tx: Tx, now: Temporal.Instant, who: Acting, id: string, note?: string): Promise<void> {
  const row = await holdOwnFact(tx, who, id);
  if (row.retired_at) throw fail('fact.already_retired');
  await writeChange(tx, now, who, row, { what: 'retired', words: wordsOf(row), note: tidyLine(note) });
}

/** Takes a retirement back; a fact that stands stays as it is. */
export async function restoreFact(tx: Tx, now: Temporal.Instant, who: Acting, id: string): Promise<void> {
  const row = await holdOwnFact(tx, who, id);
  if (!row.retired_at) return;
  await writeChange(tx, now, who, row, { what: 'restored', words: wordsOf(row), note: null });
}

/** The sensitive facts of a customer, for those who may see them (`access.forbidden`). That they looked, and at what, goes to the log. */
export async function lookAtSensitiveFacts(tx: Tx, now: Temporal.Instant, who: Acting, customer: string): Promise<FactSeen[]> {
  requireRight(who, 'seeSensitiveFacts', await answersFor(tx, who, customer));
  const seen = (await readFacts(tx, customer)).filter(({ words }) => words.sensitivity === 'sensitive');
  if (seen.length > 0) {
    const facts = seen.map(({ id }) => id);
    await recordEvent(tx, now, { kind: 'fact.looked_at', colleague: who.colleague, customer, detail: { facts } });
  }
  return seen;
}

async function holdOwnFact(tx: Tx, who: Acting, id: string): Promise<FactRow> {
  const row = await holdFact(tx, id);
  if (!row) throw fail('fact.not_found');
  if (row.sensitivity === 'sensitive') requireRight(who, 'seeSensitiveFacts', await answersFor(tx, who, row.customer_id));
  return row;
}

type Change = { readonly what: FactChangeRow['what']; readonly words: FactWords; readonly note: string | null };

async function writeChange(tx: Tx, now: Temporal.Instant, who: Acting, row: FactRow, { what, words, note }: Change): Promise<void> {
  const number = (await countFactChanges(tx, row.id)) + 1;
  const columns = columnsOf(words);
  await updateFact(tx, row.id, { ...columns, changed_at: now, retired_at: what === 'retired' ? now : null });
  await insertFactChanges(tx, [
    { ...columns, id: newId(now.epochMilliseconds), fact_id: row.id, number, what, happened_at: now, colleague_id: who.colleague, note },
  ]);
  await recordEvent(tx, now, {
    kind: `fact.${what}`,
    colleague: who.colleague,
    customer: row.customer_id,
    subject: row.id,
    detail: { kind: words.kind, sensitivity: words.sensitivity },
    ...(isSensitive(row, words)
      ? {}
      : { changes: changesBetween({ ...wordsOf(row), isRetired: row.retired_at !== null }, { ...words, isRetired: what === 'retired' }) }),
  });
  tx.touch(row.customer_id);
}

/** What is sensitive stands in the history of the fact alone, for those who ask for it there. */
function isSensitive(before: Pick<FactRow, 'sensitivity'>, after: FactWords): boolean {
  return before.sensitivity === 'sensitive' || after.sensitivity === 'sensitive';
}
