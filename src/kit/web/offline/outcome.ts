/** What becomes of an entry after it was sent: done; kept for correction; or tried again later, with all that come after it or alone. */
export type Outcome = 'sent' | 'refused' | 'wait' | 'skip';

/** A server that stumbles over the same entry so often will stumble again: the entries after it must not wait for it for ever. */
const patience = 5;

/** `status` 0 is no answer at all. `tries` counts this one. */
export function outcomeOf(status: number, code: string, tries: number): Outcome {
  if (status >= 200 && status < 300) return 'sent';
  // Somebody else is signed in now: it is not for them to send.
  if (code === 'session.another') return 'skip';
  if (status === 401 || status === 429) return 'wait';
  if (isUnanswered(status)) return 'wait';
  if (status >= 500) return tries < patience ? 'wait' : 'refused';
  return 'refused';
}

/** Nobody answered, or only what stands in front of Tend. */
export function isUnanswered(status: number): boolean {
  return status === 0 || (status >= 502 && status <= 504);
}
