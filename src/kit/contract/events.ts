import type { z } from 'zod';

/**
 * The kinds of events that are ever recorded. Each feature adds the names of its own here, together with what each of them says (`api/events.ts` of the feature), so that one
 * that nobody has described does not compile.
 */
export interface EventKinds {}

export type EventKind = keyof EventKinds;

/** What an event of a kind says to programs outside. */
export type EventTold = {
  /** What happened, for the documents. */
  readonly says: string;
  /** What `subject` is the id of; absent where there is none. */
  readonly subject?: string;
  /** What `detail` holds for programs outside. Whatever else the log knows of it stays inside. */
  readonly detail?: z.core.$ZodObject;
};

/** Kinds by their names, `feature.what_happened`. */
export type EventCatalogue = Readonly<Record<string, EventTold>>;

/** Of a detail only what the catalogue tells, in its order. */
export function toldOf({ detail }: EventTold, recorded: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(detail?._zod.def.shape ?? {});
  return Object.fromEntries(names.flatMap((name) => (recorded[name] === undefined ? [] : [[name, recorded[name]]])));
}
