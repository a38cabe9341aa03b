import type { EventCatalogue } from '#kit/contract/events.ts';
import type { AutomationAction, AutomationParts, Trigger } from './automation.ts';
import type { Command } from './cli/command.ts';
import type { Tx } from './db/index.ts';
import type { DigestSection } from './digest.ts';
import type { Duty } from './duties.ts';
import type { Entrusted } from './entrusted.ts';
import type { Handler } from './http/index.ts';
import type { Job } from './jobs.ts';
import type { MergePart } from './merge.ts';
import type { PersonalPart } from './personal.ts';
import type { SummaryPart } from './summary.ts';

/** What a feature brings to the composition: the value that its `server` door exports. */
export type Feature = {
  readonly name: string;
  readonly handlers?: readonly Handler[];
  readonly jobs?: readonly Job[];
  readonly duties?: readonly Duty[];
  readonly commands?: readonly Command[];
  readonly summary?: SummaryPart;
  readonly merge?: MergePart;
  /** What it knows of persons: told to them when they ask, and forgotten when they want it. */
  readonly personal?: PersonalPart;
  /** On which days the business works (1 is Monday). */
  readonly workdays?: (tx: Tx) => Promise<readonly number[]>;
  /** What of it is entrusted to colleagues. */
  readonly entrusted?: Entrusted;
  /** SQL of the names of stored files that its rows need, of the workspace $1: a backup tells which of them are not there. */
  readonly neededFiles?: string;
  readonly digest?: readonly DigestSection[];
  /** Settles in a workspace, after a restore, what may have been told to somebody outside since the backup was made, so that it is not told twice. */
  readonly restored?: (tx: Tx, now: Temporal.Instant) => Promise<void>;
  /** What it records in the log of events. */
  readonly events?: EventCatalogue;
  /** What of it may set an automation off, and what automations may do with it. */
  readonly triggers?: readonly Trigger[];
  readonly actions?: readonly AutomationAction[];
};

/** What the features record, by their names. */
export function eventsOf(features: readonly Feature[]): ReadonlyMap<string, EventCatalogue> {
  return new Map(features.flatMap(({ name, events }) => (events ? [[name, events]] : [])));
}

/** On which days a business works, as the feature says that knows; from Monday to Friday where none does. */
export function workdaysOf(features: readonly Feature[]): (tx: Tx) => Promise<readonly number[]> {
  const [known] = features.flatMap(({ workdays }) => workdays ?? []);
  return known ?? (() => Promise.resolve([1, 2, 3, 4, 5]));
}

/** What the features bring to automations. */
export function automationPartsOf(features: readonly Feature[]): AutomationParts {
  return { triggers: features.flatMap(({ triggers }) => triggers ?? []), actions: features.flatMap(({ actions }) => actions ?? []) };
}
