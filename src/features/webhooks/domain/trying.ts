/** What came of telling a webhook something; `status` null without an answer. */
export type Outcome = { readonly status: number | null; readonly retryAfterSeconds: number | null };

/** How it stands with the other side. */
export type Health = {
  readonly failuresInRow: number;
  readonly failingSince: Temporal.Instant | null;
  /** Left alone until then. */
  readonly restsUntil: Temporal.Instant | null;
  readonly takenAt: Temporal.Instant | null;
};

export type PauseReason = 'by_hand' | 'failing' | 'gone';

/** What becomes of a delivery. */
export type Next = { readonly state: 'delivered' | 'given_up' } | { readonly state: 'waiting'; readonly nextAt: Temporal.Instant };

export type AfterTry = { readonly delivery: Next; readonly health: Health; readonly pause: PauseReason | null };

const firstWait = 10;
const growth = 4;
const longestWait = 12 * 3600;

/** So often a delivery is tried that is refused while others are taken: over 51 hours, give or take a fifth. */
export const mostTries = 11;

/** A webhook that has taken nothing for so long is paused. */
export const failingHours = 48;

/** So many refusals in a row are no matter of what was told: the whole webhook is left alone for a while. */
const refusalsBeforeRest = 5;
const longestRest = 3600;

/**
 * For how many seconds to wait after so many tries: ten, and each time four times as long, at most twelve hours, a fifth more or less so that many do not come back
 * together. `random` lies from 0 to 1.
 */
export function waitAfter(tries: number, random: number): number {
  return Math.min(longestWait, firstWait * growth ** (tries - 1)) * (0.8 + 0.4 * random);
}

/**
 * What follows from a try, of which this was the delivery's `tries`th. Any status of 200 to 299 is a yes. Of a webhook where nobody answers nothing else is tried for a while either, since it
 * would fail as well; one that refuses one thing may take the next.
 */
export function afterTry(
  tries: number,
  before: Health,
  { status, retryAfterSeconds }: Outcome,
  now: Temporal.Instant,
  random: number,
): AfterTry {
  if (status !== null && status >= 200 && status < 300) {
    const health = { failuresInRow: 0, failingSince: null, restsUntil: null, takenAt: now };
    return { delivery: { state: 'delivered' }, health, pause: null };
  }
  const failuresInRow = before.failuresInRow + 1;
  const failingSince = before.failingSince ?? now;
  const asked = status === 429 || status === 503 ? Math.min(retryAfterSeconds ?? 0, longestWait) : 0;
  const alone =
    status === null || failuresInRow >= refusalsBeforeRest
      ? Math.min(longestRest, waitAfter(Math.min(failuresInRow, mostTries), random))
      : 0;
  const rest = Math.max(asked, alone);
  const restsUntil = rest > 0 ? later(now, rest) : null;
  const health = { failuresInRow, failingSince, restsUntil, takenAt: before.takenAt };
  const nextAt = later(now, Math.max(waitAfter(tries, random), asked));
  // Where nothing at all was taken since its first try, it is the webhook that fails, and is paused soon; what waits for it is not given up.
  const isRefusedAlone = failuresInRow < tries;
  const delivery: Next = tries >= mostTries && isRefusedAlone ? { state: 'given_up' } : { state: 'waiting', nextAt };
  return { delivery, health, pause: status === 410 ? 'gone' : isFailingLong(failingSince, now) ? 'failing' : null };
}

function isFailingLong(since: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since.add({ hours: failingHours }), now) <= 0;
}

function later(now: Temporal.Instant, seconds: number): Temporal.Instant {
  return now.add({ milliseconds: Math.round(seconds * 1000) });
}
