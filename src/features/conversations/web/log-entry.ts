import { isTalk, type QuickEntry, type TouchpointKind } from '../domain/index.ts';
import type { Told } from './touchpoints.ts';

/** What a colleague set by hand; it stands whatever the line says. */
export type ByHand = {
  readonly kind?: TouchpointKind;
  readonly direction?: 'in' | 'out';
  readonly reached?: boolean;
  readonly minutes?: number | null;
  readonly pulse?: number | null;
  readonly listeningPercent?: number | null;
  readonly personIds?: readonly string[];
  readonly colleagueIds?: readonly string[];
  readonly summary?: string;
  /** Local to the workspace; null is now. */
  readonly at?: string | null;
};

export type Entry = Told & { kind: TouchpointKind; direction: 'in' | 'out'; reached: boolean };

/** What will be logged: what was set by hand, else what the line says, else what is likeliest. Nobody's pulse is read, and nobody listened to, without reaching them. */
export function entryOf(line: QuickEntry, hand: ByHand, timeZone: string): Entry {
  const kind = hand.kind ?? line.kind ?? 'note';
  const reached = kind === 'note' || (hand.reached ?? line.reached ?? true);
  const at = hand.at ? Temporal.PlainDateTime.from(hand.at).toZonedDateTime(timeZone).toInstant().toString() : undefined;
  return {
    kind,
    direction: hand.direction ?? line.direction ?? 'out',
    reached,
    minutes: hand.minutes === undefined ? line.minutes : hand.minutes,
    pulse: reached ? (hand.pulse === undefined ? line.pulse : hand.pulse) : null,
    summary: hand.summary ?? line.summary,
    ...(hand.listeningPercent === undefined ? {} : { listeningPercent: reached && isTalk(kind) ? hand.listeningPercent : null }),
    ...(hand.personIds ? { personIds: [...hand.personIds] } : {}),
    ...(hand.colleagueIds ? { colleagueIds: [...hand.colleagueIds] } : {}),
    ...(at === undefined ? {} : { at }),
  };
}
