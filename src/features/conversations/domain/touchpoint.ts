import { err, ok, type Result } from '#kit/domain/result.ts';

export const touchpointKinds = ['call', 'email', 'meeting', 'visit', 'message', 'letter', 'gift', 'delivery', 'note'] as const;

export type TouchpointKind = (typeof touchpointKinds)[number];

/** In which both sides speak, whoever began. */
export const talkKinds: readonly TouchpointKind[] = ['call', 'meeting', 'visit'];

/** Who began it: 'in' the customer, 'out' we. */
export type Direction = 'in' | 'out';

/** Anything between us and a customer that they could notice, or an attempt at it (`reached` false). A note is for ourselves. */
export type Touchpoint = {
  readonly kind: TouchpointKind;
  readonly direction: Direction;
  readonly reached: boolean;
  readonly at: Temporal.Instant;
  readonly minutes: number | null;
  readonly summary: string;
  /** How the customer feels, 1 to 5. */
  readonly pulse: number | null;
};

export type TouchpointTold = {
  readonly kind: TouchpointKind;
  readonly direction?: Direction | undefined;
  readonly reached?: boolean | undefined;
  readonly at?: Temporal.Instant | undefined;
  readonly minutes?: number | null | undefined;
  readonly summary?: string | undefined;
  readonly pulse?: number | null | undefined;
};

const clockDifference = Temporal.Duration.from({ minutes: 5 });
const earliest = Temporal.Instant.from('1900-01-01T00:00:00Z');

/**
 * Makes what was told into what is kept, as of now. Refuses what cannot have been: in the future (`touchpoint.in_future`; clocks may differ
 * by five minutes), before 1900 (`touchpoint.too_long_ago`), no or more than a day's minutes (`touchpoint.minutes_unlikely`), a pulse
 * outside 1 to 5 (`touchpoint.pulse_out_of_range`) or of somebody who was not reached (`touchpoint.pulse_without_contact`),
 * an empty note (`touchpoint.note_empty`).
 */
export function readTouchpoint(told: TouchpointTold, now: Temporal.Instant): Result<Touchpoint> {
  const at = told.at ?? now;
  if (Temporal.Instant.compare(at, now.add(clockDifference)) > 0) return err('touchpoint.in_future', {}, 'at');
  if (Temporal.Instant.compare(at, earliest) < 0) return err('touchpoint.too_long_ago', {}, 'at');
  const isNote = told.kind === 'note';
  const reached = isNote || (told.reached ?? true);
  const minutes = told.minutes ?? null;
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440))
    return err('touchpoint.minutes_unlikely', { minutes }, 'minutes');
  const pulse = told.pulse ?? null;
  if (pulse !== null && !(Number.isInteger(pulse) && pulse >= 1 && pulse <= 5))
    return err('touchpoint.pulse_out_of_range', { pulse }, 'pulse');
  if (pulse !== null && !reached) return err('touchpoint.pulse_without_contact', {}, 'pulse');
  const summary = tidyText(told.summary ?? '');
  if (isNote && summary === '') return err('touchpoint.note_empty', {}, 'summary');
  const direction = isNote ? 'out' : (told.direction ?? 'out');
  return ok({ kind: told.kind, direction, reached, at: Temporal.Instant.compare(at, now) > 0 ? now : at, minutes, summary, pulse });
}

/** Whether we heard each other: we talked, or they wrote. What we send and what reaches nobody does not count. */
export function isRealContact(touchpoint: Pick<Touchpoint, 'kind' | 'direction' | 'reached'>): boolean {
  if (touchpoint.kind === 'note' || !touchpoint.reached) return false;
  return touchpoint.direction === 'in' || talkKinds.includes(touchpoint.kind);
}

// Lines are kept; what a screen cannot show, or what would turn the writing direction of its neighbours, is not.
function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
