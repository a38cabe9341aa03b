import type { z } from 'zod';
import { entryOf, type ByHand, type Entry } from '#features/conversations/web/index.ts';
import { draftOfWritten, dueWritten, isSaid, type DueDraft } from '#features/promises/web/index.ts';
import type { quickEntryApi, Reading as ReadingShape } from '../api.ts';

export type Reading = z.output<typeof ReadingShape>;
export type ToSave = z.input<(typeof quickEntryApi)['save']['body']>;

type Fact = Reading['facts'][number];

/** What a colleague set by hand while confirming; by the place of what was read, so that it stands when the line goes on. */
export type Changes = {
  readonly customer?: { readonly id: string; readonly name: string };
  readonly touchpoint: ByHand;
  readonly promises: Readonly<Record<number, { readonly isLeft?: boolean; readonly what?: string; readonly due?: DueDraft }>>;
  readonly facts: Readonly<Record<number, { readonly isLeft?: boolean; readonly text?: string; readonly kind?: Fact['kind'] }>>;
};

export const unchanged: Changes = { touchpoint: {}, promises: {}, facts: {} };

/** What would be saved, part by part, as it is shown for confirmation. */
export type Draft = {
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly entry: Entry;
  readonly timeZone: string;
  readonly promises: readonly {
    readonly place: number;
    readonly isLeft: boolean;
    readonly what: string;
    /** On the clocks of `timeZone`. */
    readonly due: DueDraft;
  }[];
  readonly facts: readonly (Fact & { readonly place: number; readonly isLeft: boolean })[];
};

/** What a part that is being confirmed works with. */
export type ConfirmGiven = {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
};

/** What was read with what was set by hand. When the touchpoint was is local to the workspace, by when something is promised to the customer. */
export function draftOf(reading: Reading, changes: Changes, timeZone: string): Draft {
  return {
    customer: changes.customer ?? reading.customer,
    entry: entryOf(reading.touchpoint, changes.touchpoint, timeZone),
    timeZone: reading.timeZone,
    promises: reading.promises.map(({ what, dueAt, dueFrom }, index) => ({
      place: index,
      isLeft: false,
      what,
      due: draftOfWritten({ dueAt: dueAt ?? '', dueFrom }),
      ...changes.promises[index],
    })),
    facts: reading.facts.map((fact, index) => ({ ...fact, place: index, isLeft: false, ...changes.facts[index] })),
  };
}

/** What is still missing before it can be saved; null when nothing is. */
export function missingIn({ customer, entry, promises }: Draft): 'customer' | 'due' | 'words' | null {
  if (!customer) return 'customer';
  if (promises.some(({ isLeft, due }) => !isLeft && !isSaid(due))) return 'due';
  return entry.kind === 'note' && !entry.summary?.trim() ? 'words' : null;
}

/** As the contract takes it; only of a draft in which nothing is missing. */
export function toSave({ customer, entry, promises, facts, timeZone }: Draft): ToSave {
  return {
    customerId: customer?.id ?? '',
    touchpoint: entry,
    promises: promises.flatMap(({ isLeft, what, due }) => (isLeft ? [] : [{ what, ...dueWritten(due, timeZone) }])),
    facts: facts.flatMap(({ isLeft, kind, text, sensitivity }) => (isLeft ? [] : [{ kind, text, sensitivity }])),
  };
}
