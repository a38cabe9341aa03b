import type { QuickEntry, TouchpointKind } from '../domain/index.ts';
import type { Told } from './touchpoints.ts';

/** What a colleague set by hand; it stands whatever the line says. */
export type ByHand = {
  readonly kind?: TouchpointKind;
  readonly direction?: 'in' | 'out';
  readonly reached?: boolean;
  readonly minutes?: number | null;
  readonly pulse?: number | null;
  /** Local to the workspace; null is now. */
  readonly at?: string | null;
};

/** What will be logged: what was set by hand, else what the line says, else what is likeliest. Nobody's pulse is read without reaching them. */
export function entryOf(
  line: QuickEntry,
  hand: ByHand,
  timeZone: string,
): Told & { kind: TouchpointKind; direction: 'in' | 'out'; reached: boolean } {
  const kind = hand.kind ?? line.kind ?? 'note';
  const reached = kind === 'note' || (hand.reached ?? line.reached ?? true);
  const at = hand.at ? Temporal.PlainDateTime.from(hand.at).toZonedDateTime(timeZone).toInstant().toString() : undefined;
  return {
    kind,
    direction: hand.direction ?? line.direction ?? 'out',
    reached,
    minutes: hand.minutes === undefined ? line.minutes : hand.minutes,
    pulse: reached ? (hand.pulse === undefined ? line.pulse : hand.pulse) : null,
    summary: line.summary,
    ...(at === undefined ? {} : { at }),
  };
}
