import { err, ok, type Result } from '#kit/domain/result.ts';

export const touchpointKinds = ['call', 'email', 'meeting', 'visit', 'message', 'letter', 'gift', 'delivery', 'note'] as const;

export type TouchpointKind = (typeof touchpointKinds)[number];

/** In which both sides speak, whoever began. */
export const talkKinds: readonly TouchpointKind[] = ['call', 'meeting', 'visit'];

/** Which one may answer, or not: what we send by them is an attempt to hear each other. */
export const writtenKinds: readonly TouchpointKind[] = ['email', 'message', 'letter'];

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
  /** How much of the talk was theirs, 0 to 100. */
  readonly listeningPercent: number | null;
};

export type TouchpointTold = {
  readonly kind: TouchpointKind;
  readonly direction?: Direction | undefined;
  readonly reached?: boolean | undefined;
  readonly at?: Temporal.Instant | undefined;
  readonly minutes?: number | null | undefined;
  readonly summary?: string | undefined;
  readonly pulse?: number | null | undefined;
  readonly listeningPercent?: number | null | undefined;
};

/** What is left out stays as it is. */
export type TouchpointCorrection = { readonly [Field in keyof TouchpointTold]?: TouchpointTold[Field] | undefined };

const clockDifference = Temporal.Duration.from({ minutes: 5 });
const earliest = Temporal.Instant.from('1900-01-01T00:00:00Z');

/**
 * Makes what was told into what is kept, as of now. Refuses what cannot have been: in the future (`touchpoint.in_future`; clocks may differ
 * by five minutes), before 1900 (`touchpoint.too_long_ago`), no or more than a day's minutes (`touchpoint.minutes_unlikely`), a pulse
 * outside 1 to 5 (`touchpoint.pulse_out_of_range`) or of somebody who was not reached (`touchpoint.pulse_without_contact`), a listening share
 * outside 0 to 100 (`touchpoint.listening_out_of_range`) or where nobody talked (`touchpoint.listening_without_talk`), an empty note
 * (`touchpoint.note_empty`).
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
  const listeningPercent = told.listeningPercent ?? null;
  if (listeningPercent !== null && !(Number.isInteger(listeningPercent) && listeningPercent >= 0 && listeningPercent <= 100))
    return err('touchpoint.listening_out_of_range', { listeningPercent }, 'listeningPercent');
  if (listeningPercent !== null && !(reached && isTalk(told.kind))) return err('touchpoint.listening_without_talk', {}, 'listeningPercent');
  const summary = tidyText(told.summary ?? '');
  if (isNote && summary === '') return err('touchpoint.note_empty', {}, 'summary');
  const direction = isNote ? 'out' : (told.direction ?? 'out');
  const happenedAt = Temporal.Instant.compare(at, now) > 0 ? now : at;
  return ok({ kind: told.kind, direction, reached, at: happenedAt, minutes, summary, pulse, listeningPercent });
}

/**
 * What a touchpoint is after a correction; refuses what `readTouchpoint` refuses. Where it becomes one that nobody was reached by, or in which nobody
 * talked, what could only be read in a talk goes with it unless it is said again.
 */
export function correctTouchpoint(before: Touchpoint, correction: TouchpointCorrection, now: Temporal.Instant): Result<Touchpoint> {
  const said = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined)) as Partial<Touchpoint>;
  const after = { ...before, ...said };
  const pulse = after.reached || said.pulse !== undefined ? after.pulse : null;
  const canListen = after.reached && isTalk(after.kind);
  const listeningPercent = canListen || said.listeningPercent !== undefined ? after.listeningPercent : null;
  return readTouchpoint({ ...after, pulse, listeningPercent }, now);
}

/** The fields in which two differ, each with what stood before and what stands now: moments as ISO instants. */
export function differences(before: Touchpoint, after: Touchpoint): Readonly<Record<string, readonly [unknown, unknown]>> {
  const plain = ({ at, ...touchpoint }: Touchpoint): Readonly<Record<string, unknown>> => ({ ...touchpoint, at: at.toString() });
  const [then, now] = [plain(before), plain(after)];
  return Object.fromEntries(
    Object.keys(now)
      .filter((field) => then[field] !== now[field])
      .map((field) => [field, [then[field], now[field]] as const]),
  );
}

/** Whether both sides speak in it, so that one can have listened. */
export function isTalk(kind: TouchpointKind): boolean {
  return talkKinds.includes(kind);
}

/** Whether we heard each other: we talked, or they wrote. What we send and what reaches nobody does not count. */
export function isRealContact(touchpoint: Pick<Touchpoint, 'kind' | 'direction' | 'reached'>): boolean {
  if (touchpoint.kind === 'note' || !touchpoint.reached) return false;
  return touchpoint.direction === 'in' || isTalk(touchpoint.kind);
}

/** Whether we tried to hear from them: we reached nobody, or wrote. It waits for an answer until we hear each other. */
export function isAttempt(touchpoint: Pick<Touchpoint, 'kind' | 'direction' | 'reached'>): boolean {
  if (touchpoint.kind === 'note' || touchpoint.direction === 'in') return false;
  return !touchpoint.reached || writtenKinds.includes(touchpoint.kind);
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
