import type { TouchpointTold } from '#features/conversations/domain/index.ts';
import type { ParticipantsTold } from '#features/conversations/server/index.ts';
import type { FactTold } from '#features/people/domain/index.ts';
import { learnFacts } from '#features/people/server/index.ts';
import { logWithPromises, type PromiseInTouchpoint } from '#features/promises/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { withoutSensitive } from '../domain/index.ts';

export type EntryTold = {
  readonly customer: string;
  readonly touchpoint: TouchpointTold;
  readonly participants?: ParticipantsTold;
  readonly promises: readonly PromiseInTouchpoint[];
  readonly facts: readonly FactTold[];
};

export type EntrySaved = { readonly touchpoint: string; readonly promises: readonly string[]; readonly facts: readonly string[] };

/**
 * Logs a touchpoint with what was promised and learned in it, all or nothing: the promises are ours, due and owned by whoever writes. A fact that is known
 * already is not written twice. What is sensitive stands with the facts alone, whatever the summary says. Refuses what `logWithPromises` and `learnFacts` refuse.
 */
export async function saveEntry(tx: Tx, now: Temporal.Instant, colleague: string, told: EntryTold): Promise<EntrySaved> {
  const { customer } = told;
  const summary = told.touchpoint.summary === undefined ? undefined : withoutSensitive(told.touchpoint.summary, told.facts);
  const said = { ...told, touchpoint: { ...told.touchpoint, summary } };
  const { touchpoint, promises } = await logWithPromises(tx, now, colleague, customer, said);
  const learned = await learnFacts(tx, now, colleague, customer, told.facts, { touchpoint });
  return { touchpoint, promises, facts: learned.map(({ id }) => id) };
}
