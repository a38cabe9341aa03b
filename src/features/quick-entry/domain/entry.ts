import { readQuickEntry, type QuickEntry } from '#features/conversations/domain/index.ts';
import type { FactKind, Sensitivity } from '#features/people/domain/index.ts';
import { noticePromises } from '#features/promises/domain/index.ts';
import { noticeFacts } from './learning/notice.ts';
import { withoutSensitive } from './without-sensitive.ts';

/** What one line comes to: a touchpoint, what we promised in it and what was learned, each to be confirmed. */
export type EntryRead = {
  readonly touchpoint: QuickEntry;
  readonly promises: readonly {
    readonly what: string;
    readonly dueAt: Temporal.PlainDateTime | null;
    /** The beginning, where a span was named. */
    readonly dueFrom?: Temporal.PlainDateTime;
    readonly hasHour: boolean;
  }[];
  readonly facts: readonly { readonly kind: FactKind; readonly text: string; readonly sensitivity: Sensitivity }[];
};

/**
 * Reads a line such as `called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4`, in any of the six languages. What is not understood
 * stays in the summary, and so do the words of promises and facts: it is what was said. What is sensitive stands with the facts alone. `names` are names of the
 * customer, `now` is local to them.
 */
export function readEntry(line: string, now: Temporal.PlainDateTime, names: readonly string[]): EntryRead {
  const touchpoint = readQuickEntry(line, names);
  const promises = noticePromises(touchpoint.summary, now);
  let rest = touchpoint.summary;
  // What is promised is no fact about them; commas keep its neighbours apart.
  for (const { start, end } of promises) rest = `${rest.slice(0, start)}${','.repeat(end - start)}${rest.slice(end)}`;
  const facts = noticeFacts(rest).map(({ kind, text, sensitivity }) => ({ kind, text, sensitivity }));
  return {
    touchpoint: { ...touchpoint, summary: withoutSensitive(touchpoint.summary, facts) },
    promises: promises.map(({ what, dueAt, dueFrom, hasHour }) => ({ what, dueAt, ...(dueFrom ? { dueFrom } : {}), hasHour })),
    facts,
  };
}
